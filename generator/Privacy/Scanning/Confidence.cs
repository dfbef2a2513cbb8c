namespace PiiDocs.Privacy.Scanning;

/// <summary>How sure a hit is; in ascending order, so that a threshold compares.</summary>
public enum Confidence
{
    /// <summary>Worth a look where there is time; does not stop a publication.</summary>
    Low,

    /// <summary>Stops a publication until a person has looked.</summary>
    Medium,

    /// <summary>An identifier of the case, or a number whose check digit and context agree.</summary>
    High,
}
