using PiiDocs.Cli.Terminal;
using PiiDocs.Generation.Gate;
using PiiDocs.Privacy.Scanning;

namespace PiiDocs.Cli.Scanning;

/// <summary>A scan over many files: some at a time, their results in the order of the files.</summary>
/// <remarks>Holds results and no contents: memory grows with the hits, not with the site.</remarks>
internal sealed class ScanRun(PublicationGate gate, Confidence threshold)
{
    /// <summary>A file larger than this is not read into memory.</summary>
    private const long LargestFile = 512L * 1024 * 1024;

    public Confidence Threshold => threshold;

    public IReadOnlyList<ScannedResult> Results { get; private set; } = [];

    public bool HasHits => Results.Any(each => each.Result.Hits.Any(hit => hit.Confidence >= threshold));

    public bool HasObstacles => Results.Any(each => !each.Result.Obstacles.IsEmpty);

    public void Over(Desk desk, IReadOnlyList<string> files, int workers, CancellationToken cancellation)
    {
        var results = new ScannedResult[files.Count];
        var progress = new ScanProgress(desk, files.Count);
        Parallel.For(0, files.Count, new() { MaxDegreeOfParallelism = Math.Max(1, workers), CancellationToken = cancellation }, index =>
        {
            results[index] = new(gate.Shown(Workbench.Shown(files[index])), Scan(files[index], cancellation));
            progress.Step();
        });
        progress.End();
        Results = results;
    }

    private ScanResult Scan(string path, CancellationToken cancellation)
    {
        var name = Path.GetFileName(path);
        if (new FileInfo(path).Length > LargestFile)
        {
            return Unread(name, ObstacleReason.Limit);
        }

        try
        {
            return gate.Scan(File.ReadAllBytes(path), name, cancellation);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Unread(name, ObstacleReason.Corrupt);
        }
    }

    private ScanResult Unread(string name, ObstacleReason reason) =>
        new(gate.Shown(name), [], [new(new("", PartKind.Body, PlaceUnit.Whole), reason)]);
}

/// <param name="Path">The path, masked where it tells of a person.</param>
/// <param name="Result">What was found.</param>
internal sealed record ScannedResult(string Path, ScanResult Result);
