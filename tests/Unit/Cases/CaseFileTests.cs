using System.Text;
using PiiDocs.Cases;
using PiiDocs.Core;

namespace PiiDocs.Unit.Cases;

public sealed class CaseFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("piidocs-case-file-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_text_comes_without_its_byte_order_mark_and_with_its_line_ends()
    {
        var diagnostics = new DiagnosticBag();

        var source = CaseFile.Load(Write([.. Encoding.UTF8.Preamble, .. "a: 张三\r\nb: 𬱖㛃龑\n"u8]), diagnostics);

        Assert.Empty(diagnostics.Items);
        Assert.Equal("a: 张三\r\nb: 𬱖㛃龑\n", source?.Text);
    }

    [Fact]
    public void A_hundred_megabytes_are_refused_without_being_read()
    {
        var path = Path.Combine(_folder.FullName, "case.yaml");
        using (var stream = File.Create(path))
        {
            stream.SetLength(100L * 1024 * 1024);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        AssertRefused("PD1005", path, "20 MB");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1024 * 1024);
    }

    [Fact]
    public void A_GB18030_file_is_called_by_its_name() =>
        AssertRefused("PD1006", Write(Gb18030().GetBytes("name: 上海市静安区人民检察院\n")), "GB18030");

    [Fact]
    public void Broken_UTF8_is_refused() =>
        AssertRefused("PD1006", Write([.. "name: 张"u8, 0xFF, 0xC0, .. "三"u8]), "完好");

    [Fact]
    public void A_UTF16_file_is_called_by_its_name() =>
        AssertRefused("PD1006", Write([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("name: 张三")]), "UTF-16");

    [Fact]
    public void Binary_garbage_is_no_text()
    {
        var garbage = new byte[5000];
        new Random(1).NextBytes(garbage);

        AssertRefused("PD1006", Write(garbage), "不是文本文件");
        AssertRefused("PD1006", Write([.. "PK\x03\x04"u8, 0, 0, 0]), "不是文本文件");
    }

    [Fact]
    public void A_missing_file_is_the_world_s_fault() =>
        Assert.Throws<FileNotFoundException>(() => CaseFile.Load(Path.Combine(_folder.FullName, "none.yaml"), new()));

    private static Encoding Gb18030() => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    private static void AssertRefused(string code, string path, string word)
    {
        var diagnostics = new DiagnosticBag();
        Assert.Null(CaseFile.Load(path, diagnostics));
        var only = Assert.Single(diagnostics.Items);
        Assert.Equal(code, only.Code);
        Assert.Contains(word, only.Message.Chinese, StringComparison.Ordinal);
        Assert.Equal(path, only.Location?.Source.Path);
    }

    private string Write(byte[] bytes)
    {
        var path = Path.Combine(_folder.FullName, "case.yaml");
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
