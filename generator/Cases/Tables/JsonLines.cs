using PiiDocs.Core;

namespace PiiDocs.Cases.Tables;

/// <summary>One case a line, as JSON.</summary>
internal static class JsonLines
{
    /// <summary>Null, with a diagnostic, where its encoding is unknown.</summary>
    public static CaseSource? Open(string path, string display, DiagnosticBag diagnostics) =>
        TextEncoding.Detect(path, new(new(display, ""), default), diagnostics) is { } encoding
            ? new(null, atEnd => Cases(path, display, encoding, atEnd))
            : null;

    private static IEnumerable<SourcedCase> Cases(string path, string display, System.Text.Encoding encoding, DiagnosticBag atEnd)
    {
        var isEmpty = true;
        using var reader = new StreamReader(path, encoding);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            isEmpty = false;
            var source = new SourceText(display, line, number);
            yield return new(IdOf(source), new(source, default), $"{number}", (over, found) => Read(source, over, found));
        }

        if (isEmpty)
        {
            atEnd.Add(TableErrors.NoLines(new(new(display, ""), default)));
        }
    }

    private static DataObject? Read(SourceText source, DataObject? over, DiagnosticBag diagnostics)
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
                return over is null ? data : CaseOverlay.Over(over, data);
            }

            diagnostics.Add(CaseErrors.NotAnObject(new(source, default), new("每行写一个 {…}", "write one {…} a line")));
        }
        catch (UnreadableCaseException unreadable)
        {
            diagnostics.Add(unreadable.Diagnostic);
        }

        return null;
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
