using PiiDocs.Core;

namespace PiiDocs.Cases;

/// <summary>Reads YAML and JSON into values that know their path and place.</summary>
public static class CaseReader
{
    internal const int DepthLimit = 200;

    /// <summary>The values of the file; null where it cannot be read at all. Never throws for what a file may hold.</summary>
    /// <remarks>
    /// The ending of the path chooses the language. Where the file can be read with reservations (a name twice, a tag) the
    /// values come back together with errors in <paramref name="diagnostics"/>.
    /// </remarks>
    public static DataObject? Read(SourceText source, DiagnosticBag diagnostics)
    {
        if (IllegalCharacters.Find(source.Text) is { } illegal)
        {
            diagnostics.Add(CaseErrors.IllegalCharacter(new(source, new(illegal.Offset, 1)), null, illegal.Code));
            return null;
        }

        var extension = Path.GetExtension(source.Path);
        try
        {
            return extension.ToUpperInvariant() switch
            {
                ".JSON" => ObjectOf(source, JsonCaseReader.Read(source, diagnostics), diagnostics),
                ".YAML" or ".YML" => PlainYamlReader.Read(source) ?? ObjectOf(source, YamlCaseReader.Read(source, diagnostics), diagnostics),
                _ => throw new UnreadableCaseException(CaseErrors.UnknownFileKind(StartOf(source), extension)),
            };
        }
        catch (UnreadableCaseException unreadable)
        {
            diagnostics.Add(unreadable.Diagnostic);
            return null;
        }
    }

    internal static SourceLocation StartOf(SourceText source) => new(source, default);

    private static DataObject? ObjectOf(SourceText source, DataNode? node, DiagnosticBag diagnostics)
    {
        switch (node)
        {
            case DataObject found:
                return found;
            case null:
            case DataNull { Location.Span.Length: 0 }:
                diagnostics.Add(CaseErrors.EmptyFile(StartOf(source)));
                return null;
            case DataText text when text.Value.Contains('：', StringComparison.Ordinal):
                diagnostics.Add(CaseErrors.NotAnObject(
                    StartOf(source),
                    new("冒号应为半角“:”，后面加一个空格", "write the colon as ':' (half width) and a space after it")));
                return null;
            default:
                diagnostics.Add(CaseErrors.NotAnObject(
                    new(source, new(node.Location!.Value.Span.Start, 0)),
                    new("请以“字段: 值”开头，例如“matter:”", "begin with a name and a colon, such as 'matter:'")));
                return null;
        }
    }
}
