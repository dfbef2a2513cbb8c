using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace PiiDocs.Generation;

/// <summary>What an operator can watch: the sources named "PiiDocs". Nothing in them is personal data.</summary>
public static class Telemetry
{
    public const string Name = "PiiDocs";

    private static readonly Meter Meter = new(Name);

    public static readonly ActivitySource Activities = new(Name);

    /// <summary>Cases of batches, by what became of them.</summary>
    public static readonly Counter<long> Items = Meter.CreateCounter<long>("piidocs.batch.items", "{case}");

    /// <summary>How long a case took a worker.</summary>
    public static readonly Histogram<double> ItemSeconds = Meter.CreateHistogram<double>("piidocs.batch.item.duration", "s");
}
