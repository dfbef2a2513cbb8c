using System.Diagnostics;
using PiiDocs.Unit.Support;

namespace PiiDocs.EndToEnd;

/// <summary><c>new-case</c> over a pipe: a script of answers, a break, and what it says when nobody answers.</summary>
public sealed class NewCaseTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("piidocs-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_script_of_answers_makes_a_case_and_a_second_one_completes_it()
    {
        var file = Path.Combine(_folder, "case.yaml");
        Assert.Equal(0, NewCase(file, "007\n:q\n", "--type", "evidence-list"));
        Assert.Contains("未填完", File.ReadAllText(file), StringComparison.Ordinal);
        Assert.Contains("id: 007  # 编号", File.ReadAllText(file), StringComparison.Ordinal);

        Assert.Equal(0, NewCase(file, "new-case\n测试案\n:q\n"));
        Assert.Contains("slug: new-case  # 短名", File.ReadAllText(file), StringComparison.Ordinal);
        Assert.Contains("title: 测试案", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_terminal_and_answers_it_refuses_and_writes_nothing()
    {
        var file = Path.Combine(_folder, "case.yaml");

        Assert.Equal(2, NewCase(file, ""));
        Assert.False(File.Exists(file));
    }

    [Fact]
    public void From_template_every_field_is_explained()
    {
        var file = Path.Combine(_folder, "case.yaml");

        Assert.Equal(0, NewCase(file, "", "--from-template"));
        Assert.Contains("# 编号：必填", File.ReadAllText(file), StringComparison.Ordinal);
    }

    private static int NewCase(string file, string answers, params string[] options)
    {
        var start = new ProcessStartInfo("dotnet", [CommandLine.Program, "new-case", file, .. options])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Repository.Root,
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Write(answers);
        process.StandardInput.Close();
        _ = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }
}
