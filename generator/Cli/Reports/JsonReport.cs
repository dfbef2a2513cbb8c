using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PiiDocs.Core;
using PiiDocs.Generation;

namespace PiiDocs.Cli.Reports;

/// <summary>Machine-readable results: <c>{"files": […], "diagnostics": […], "errors": 0, "warnings": 1}</c>.</summary>
internal static class JsonReport
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",

        // Chinese stays readable; the output is a file or a pipe, never a web page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(IReadOnlyList<MadeFile> files, IReadOnlyList<Diagnostic> diagnostics, Language language) =>
        Write(json =>
        {
            json.WriteStartArray("files");
            foreach (var file in files)
            {
                WriteFile(json, file);
            }

            json.WriteEndArray();
            WriteDiagnostics(json, diagnostics, language);
        });

    /// <summary>An object whose members <paramref name="members"/> writes.</summary>
    public static string Write(Action<Utf8JsonWriter> members)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public static void WriteDiagnostics(Utf8JsonWriter json, IReadOnlyList<Diagnostic> diagnostics, Language language)
    {
        WriteList(json, diagnostics, language);
        var count = DiagnosticCount.Of(diagnostics);
        json.WriteNumber("errors", count.Errors);
        json.WriteNumber("warnings", count.Warnings);
    }

    /// <summary>What was checked, document by document, then all findings in one list.</summary>
    public static string WriteChecked(IReadOnlyList<CheckedDocument> documents, Language language) =>
        Write(json =>
        {
            json.WriteStartArray("documents");
            foreach (var document in documents)
            {
                json.WriteStartObject();
                json.WriteString("case", document.Case);
                json.WriteString("type", document.TypeId);
                json.WriteString("title", document.Title.In(language));
                WriteList(json, document.Diagnostics, language);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            WriteDiagnostics(json, [.. documents.SelectMany(document => document.Diagnostics)], language);
        });

    private static void WriteList(Utf8JsonWriter json, IReadOnlyList<Diagnostic> diagnostics, Language language)
    {
        json.WriteStartArray("diagnostics");
        foreach (var diagnostic in diagnostics)
        {
            WriteDiagnostic(json, DiagnosticView.Of(diagnostic, language));
        }

        json.WriteEndArray();
    }

    private static void WriteFile(Utf8JsonWriter json, MadeFile file)
    {
        json.WriteStartObject();
        json.WriteString("path", file.Path);
        json.WriteString("case", file.Case);
        json.WriteString("type", file.Type);
        json.WriteString("format", Path.GetExtension(file.Path).TrimStart('.'));
        if (file.File.Pages is { } pages)
        {
            json.WriteNumber("pages", pages);
        }

        json.WriteNumber("bytes", file.File.Content.Length);
        json.WriteString("sha256", file.File.Hash);
        json.WriteStartArray("fonts");
        foreach (var font in file.File.Fonts)
        {
            json.WriteStartObject();
            json.WriteString("name", font.Name);
            json.WriteString("file", font.File);
            json.WriteString("sha256", font.Hash);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteDiagnostic(Utf8JsonWriter json, DiagnosticView diagnostic)
    {
        json.WriteStartObject();
        json.WriteString("code", diagnostic.Code);
        json.WriteString("severity", diagnostic.Severity);
        json.WriteString("message", diagnostic.Message);
        if (diagnostic.File is { } file)
        {
            json.WriteString("file", file);
            json.WriteNumber("line", diagnostic.Line!.Value);
            json.WriteNumber("column", diagnostic.Column!.Value);
            json.WriteNumber("endLine", diagnostic.EndLine!.Value);
            json.WriteNumber("endColumn", diagnostic.EndColumn!.Value);
        }

        if (diagnostic.Field is { } field)
        {
            json.WriteString("field", field);
        }

        if (diagnostic.Hint is { } hint)
        {
            json.WriteString("hint", hint);
        }

        WriteLaw(json, diagnostic);
        json.WriteStartArray("trace");
        foreach (var site in diagnostic.Trace)
        {
            json.WriteStringValue(site);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteLaw(Utf8JsonWriter json, DiagnosticView diagnostic)
    {
        if (diagnostic.Rule is { } rule)
        {
            json.WriteString("rule", rule);
            json.WriteString("basis", diagnostic.Basis);
            json.WriteString("requires", diagnostic.Requires);
        }

        if (diagnostic.Sentence is not { } sentence)
        {
            return;
        }

        json.WriteStartObject("sentence");
        json.WriteString("text", sentence.Text);
        json.WriteStartArray("marks");
        foreach (var mark in sentence.Marks)
        {
            json.WriteStartObject();
            json.WriteNumber("start", mark.Start);
            json.WriteNumber("length", mark.Length);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}

/// <summary>A file that was written.</summary>
/// <param name="Path">As messages show it.</param>
/// <param name="Case">The case's id.</param>
/// <param name="Type">The document type's id.</param>
/// <param name="File">What was written.</param>
internal sealed record MadeFile(string Path, string Case, string Type, GeneratedFile File);
