using PiiDocs.Privacy.Scanning.Reading;

namespace PiiDocs.Privacy.Scanning;

/// <summary>Searches every part of a finished file, whatever made it, for what tells of a person.</summary>
/// <remarks>Pure: the same bytes and profile give the same result. Never throws for what a file holds.</remarks>
public static class PersonalInformationScanner
{
    /// <summary>Scans one file.</summary>
    /// <param name="content">Its bytes.</param>
    /// <param name="fileName">Its name, which is searched as well and tells the kind where the bytes do not.</param>
    /// <param name="profile">What is looked for.</param>
    /// <param name="cancellation">Stops between parts.</param>
    public static ScanResult Scan(ReadOnlyMemory<byte> content, string fileName, ScanProfile profile, CancellationToken cancellation = default)
    {
        var session = new ScanSession(profile, cancellation);
        session.Search("", fileName, PartKind.FileName);
        FileReader.Read(new(content, fileName, "", 0), session);
        return new(session.Shown(fileName), session.Hits, session.Obstacles) { Characters = session.Characters };
    }

    /// <summary>A name or path as a report may show it.</summary>
    public static string Shown(string name, ScanProfile profile) => new ScanSession(profile, CancellationToken.None).Shown(name);
}
