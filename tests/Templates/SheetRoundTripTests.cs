using System.Collections;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Generation;
using PiiDocs.Generation.Batch;

namespace PiiDocs.Templates;

/// <summary>What <c>sheet</c> writes, filled in, <c>batch</c> reads back: with no field missing that the document prints.</summary>
public sealed class SheetRoundTripTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("piidocs-sheets-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [ClassData(typeof(SheetDocuments))]
    public void A_filled_sheet_makes_the_text_that_the_case_file_makes(string typeId, string caseName)
    {
        var diagnostics = new DiagnosticBag();
        var type = Office.Catalog.Find(typeId, diagnostics)!;
        var path = Path.Combine(_folder, "form.xlsx");
        using (var output = File.Create(path))
        {
            FormWorkbook.Write(Office.Catalog, [type], [Office.Sample(caseName).Data], output);
        }

        var source = BatchSource.Open(new(path, "form.xlsx"), new(Office.Catalog, [type], null), diagnostics)!;
        var input = Assert.Single(source.Read(diagnostics)).Read(diagnostics)!;
        input.Check(Office.Catalog, diagnostics);
        var result = Office.Generator.Generate(type, input, new(OutputFormats.None), CancellationToken.None);

        Assert.DoesNotContain(diagnostics.Items.Concat(result.Diagnostics), found => found.Severity == Severity.Error);
        Assert.Equal(File.ReadAllText(Path.Combine(type.Folder, "approved", $"{caseName}.txt")), DocumentPrinter.Print(result.Document!));
    }

    [Fact]
    public void A_sheet_asks_for_no_more_than_its_types_need()
    {
        using var output = new MemoryStream();
        var type = Office.Catalog.Find("pre-suit-notice", new())!;
        FormWorkbook.Write(Office.Catalog, [type], [], output);
        File.WriteAllBytes(Path.Combine(_folder, "form.xlsx"), output.ToArray());
        using var zip = System.IO.Compression.ZipFile.OpenRead(Path.Combine(_folder, "form.xlsx"));
        using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var text = sheet.ReadToEnd();

        Assert.Contains("检察院·联系人·联系电话", text, StringComparison.Ordinal);
        Assert.Contains("文书·诉前公告·日期", text, StringComparison.Ordinal);
        Assert.DoesNotContain(">法院·", text, StringComparison.Ordinal);
        Assert.DoesNotContain(">不起诉·", text, StringComparison.Ordinal);
    }
}

/// <summary>The sample documents that a sheet of their own type is enough for.</summary>
public sealed class SheetDocuments : IEnumerable<object[]>
{
    /// <summary>A receipt names other documents of its case; a plan is checked with the recommendation it answers: these take --base.</summary>
    private static readonly string[] NeedCommonFacts = ["service-receipt", "rectification-plan", "rectification-report"];

    public IEnumerator<object[]> GetEnumerator() =>
        new SampleDocuments().Where(each => !NeedCommonFacts.Contains((string)each[0], StringComparer.Ordinal)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
