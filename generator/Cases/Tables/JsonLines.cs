using PiiDocs.Core;

namespace PiiDocs.Cases.Tables;

/// <summary>One case a line, as JSON.</summary>
internal static class JsonLines
{
    private static readonly FieldPath IdPath = FieldPath.Root.Member("id");

    /// <summary>Null, with a diagnostic, where its encoding is unknown.</summary>
    public static CaseSource? Open(string path, string display, DiagnosticBag diagnostics) =>
        TextEncoding.Detect(path, new(new(display, ""), default), diagnostics) is { } encoding
            ? new(null, atEnd => Cases(path, display, encoding, atEnd))
            : null;

    private static IEnumerable<SourcedCase> Cases(string path, string display, System.Text.Encoding encoding, DiagnosticBag atEnd)
    {
        var isEmpty = true;
        var lineOfId = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        using var reader = new StreamReader(path, encoding);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            isEmpty = false;
            var source = new SourceText(display, line, number);
            var id = IdOf(source);
            var first = id.Length == 0 || lineOfId.TryAdd(id, number) ? number : lineOfId[id];
            yield return new(id, new(source, default), $"{number}", (over, found) => Read(source, over, found, first));
        }

        if (isEmpty)
        {
            atEnd.Add(TableErrors.NoLines(new(new(display, ""), default)));
        }
    }

    /// <param name="source">The line.</param>
    /// <param name="over">What it is laid over.</param>
    /// <param name="diagnostics">Receives what is wrong with it.</param>
    /// <param name="first">The first line with its id: files are called after ids, and a second one would write over those of the first.</param>
    private static DataObject? Read(SourceText source, DataObject? over, DiagnosticBag diagnostics, int first)
    {
        if (IllegalCharacters.Find(source.Text) is { } illegal)
        {
            diagnostics.Add(CaseErrors.IllegalCharacter(new(source, new(illegal.Offset, 1)), null, illegal.Code));
            return null;
        }

        try
        {
            if (JsonCaseReader.Read(source, diagnostics) is DataObject data)
            {
                return IsOneOfItsId(data, first, diagnostics) ? over is null ? data : CaseOverlay.Over(over, data) : null;
            }

            diagnostics.Add(CaseErrors.NotAnObject(new(source, default), new("每行写一个 {…}", "write one {…} a line")));
        }
        catch (UnreadableCaseException unreadable)
        {
            diagnostics.Add(unreadable.Diagnostic);
        }

        return null;
    }

    private static bool IsOneOfItsId(DataObject data, int first, DiagnosticBag diagnostics)
    {
        if (data.Find("id") is not { } id || id is DataNull or DataText { Value.Length: 0 })
        {
            diagnostics.Add(TableErrors.NoKey(data.Location!.Value, IdPath, isMerged: false));
            return false;
        }

        if (first != data.Location!.Value.Start.Line)
        {
            diagnostics.Add(TableErrors.DoubleKey(id.Location ?? data.Location.Value, IdPath, first));
            return false;
        }

        return true;
    }

    // Only to name the line in a report; what is wrong with it is found when it is read.
    private static string IdOf(SourceText source)
    {
        try
        {
            return JsonCaseReader.Read(source, new()) is DataObject data && data.Find("id") is DataText id ? id.Value : "";
        }
        catch (UnreadableCaseException)
        {
            return "";
        }
    }
}
