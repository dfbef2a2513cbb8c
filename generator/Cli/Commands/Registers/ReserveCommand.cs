using System.CommandLine;
using PiiDocs.Cases;
using PiiDocs.Cli.Terminal;
using PiiDocs.Core;
using PiiDocs.Generation;
using PiiDocs.Generation.Numbering;

namespace PiiDocs.Cli.Commands.Registers;

/// <summary><c>register reserve CASE --type ID… [--write]</c>: a number for a document of a case.</summary>
/// <remarks>A document that has a number already keeps it: the command can be said again.</remarks>
internal static class ReserveCommand
{
    private static readonly Argument<FileInfo> Case = new("CASE") { Description = "案件文件 / case file" };

    private static readonly Option<string[]> Types = new("--type", "-t")
    {
        Description = "文书类型 / document types",
        Required = true,
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<bool> Write = new("--write")
    {
        Description = "把文号写进案件文件 / write the number into the case file",
    };

    public static Command Create(Desk desk) => RegisterCommand.Sub(
        desk, new("reserve", "为案件的文书取号 / give a document of a case its number") { Case, Types, Write }, Run);

    private static void Run(Job job)
    {
        if (Workbench.Open(job.Desk, job.Parse, job.Diagnostics) is not { } workbench
            || NumberPatterns.Read(workbench.Catalog.Folder, job.Diagnostics) is not { } patterns)
        {
            return;
        }

        // What else is wrong with the case is no reason to withhold a number; only the case itself must be readable.
        var found = new DiagnosticBag();
        var path = job.Parse.GetValue(Case)!.FullName;
        if (CaseInput.Load(Workbench.Shown(path), workbench.Catalog, found) is not { } input)
        {
            job.Diagnostics.AddRange(found.Items);
            return;
        }

        var assignment = new NumberAssignment(workbench.Catalog, patterns, new(job.Store, job.By), job.Desk.Clock);
        var types = job.Parse.GetValue(Types)!;
        var filled = assignment.Fill(input, types, job.Diagnostics);
        var numbers = types.Select(type => (Type: type, Number: NumberOf(filled, type))).Where(each => each.Number is not null).ToList();
        foreach (var (type, number) in numbers)
        {
            job.Desk.Out.WriteLine($"{type}  {number}");
        }

        if (job.Diagnostics.HasErrors)
        {
            return;
        }

        if (job.Parse.GetValue(Write))
        {
            WriteInto(path, input, [.. numbers.Select(each => new FieldChange(FieldOf(each.Type), each.Number!))], job.Diagnostics);
        }

        SayWhyNot(types.Except(numbers.Select(each => each.Type), StringComparer.Ordinal), input, workbench.Catalog, job.Diagnostics);
    }

    private static void SayWhyNot(IEnumerable<string> types, CaseInput input, TemplateCatalog catalog, DiagnosticBag diagnostics)
    {
        foreach (var type in types.Select(id => catalog.Find(id, diagnostics)).OfType<DocumentType>())
        {
            diagnostics.Add(type.Numbering is null ? NumberingErrors.NotNumbered(type) : NumberingErrors.NotOpen(input, type.Id));
        }
    }

    private static string? NumberOf(CaseInput filled, string type) =>
        filled.BorneDocuments.FirstOrDefault(member => member.Name == type)?.Value is DataObject own
            && own.Find("number") is DataText { Value: not NumberAssignment.Open } number
                ? number.Value
                : null;

    private static FieldPath FieldOf(string type) => FieldPath.Root.Member("documents").Member(type).Member("number");

    private static void WriteInto(string path, CaseInput input, FieldChange[] changes, DiagnosticBag diagnostics)
    {
        if (CaseFile.Load(path, diagnostics) is { } source)
        {
            var text = CaseEdits.Apply(source, input.Data, changes, diagnostics);
            OutputFolder.Write(Path.GetDirectoryName(path)!, [new(Path.GetFileName(path), System.Text.Encoding.UTF8.GetBytes(text))]);
        }
    }
}
