using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PiiDocs.Unit.Support;

namespace PiiDocs.Unit.House;

/// <summary>Every diagnostic has one code, one factory, one explanation, and a test that produces it.</summary>
public sealed partial class DiagnosticCodeTests
{
    private static readonly Dictionary<string, char> DigitOfFloor = new(StringComparer.Ordinal)
    {
        ["Cases"] = '1',
        ["Templating"] = '2',
        ["Documents"] = '3',
        ["Typesetting"] = '4',
        ["Word"] = '5',
        ["Pdf"] = '6',
        ["Generation"] = '7',
        ["Registers"] = '7',
        ["Sheets"] = '7',
        ["Addin"] = '7',
        ["Server"] = '7',
        ["Law"] = '8',
        ["Privacy"] = '9',
    };

    [Fact]
    public void A_code_is_written_once_in_the_generator()
    {
        var doubles = from code in Codes()
                      group code by code.Code into same
                      where same.Count() > 1
                      select $"{same.Key}: {string.Join(", ", same.Select(each => each.Path))}";

        Assert.Empty(doubles);
    }

    [Fact]
    public void A_code_begins_with_the_digit_of_its_floor() =>
        Assert.Empty(
            from code in Codes()
            let floor = code.Path.Split('/', '\\')[1]
            where DigitOfFloor.GetValueOrDefault(floor, '?') != code.Code[2]
            select $"{code.Code} in {code.Path}");

    [Fact]
    public void Every_code_is_explained_beside_its_factory() =>
        Assert.Empty(
            from code in Codes()
            where !code.Explained
            select $"{code.Code} in {code.Path} lacks '<summary>{code.Code}. Cause: … Fix: …</summary>'");

    [Fact]
    public void Every_code_is_explained_in_Chinese_too() =>
        Assert.Empty(
            from code in Codes()
            where !code.ExplainedInChinese
            select $"{code.Code} in {code.Path} lacks '<remarks>原因：… 处理：…</remarks>'");

    [Fact]
    public void Every_code_is_produced_by_a_test()
    {
        var tests = string.Concat(
            Directory.EnumerateFiles(Repository.PathTo("tests"), "*", SearchOption.AllDirectories)
                .Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".spec", StringComparison.Ordinal))
                .Select(File.ReadAllText));

        Assert.Empty(from code in Codes() where !tests.Contains(code.Code, StringComparison.Ordinal) select code.Code);
    }

    private static IEnumerable<(string Code, string Path, bool Explained, bool ExplainedInChinese)> Codes() =>
        from path in Repository.SourcesBelow("generator")
        where Path.GetFileName(path).Contains("Errors", StringComparison.Ordinal)
        let root = CSharpSyntaxTree.ParseText(File.ReadAllText(path)).GetRoot()
        from method in root.DescendantNodes().OfType<MethodDeclarationSyntax>()
        let documentation = method.GetLeadingTrivia().ToFullString()
        from literal in method.DescendantNodes().OfType<LiteralExpressionSyntax>()
        let text = literal.Token.ValueText
        where CodePattern().IsMatch(text)
        select (text, Path.GetRelativePath(Repository.Root, path),
            documentation.Contains($"{text}. Cause:", StringComparison.Ordinal)
            && documentation.Contains("Fix:", StringComparison.Ordinal),
            ChineseRemarks().IsMatch(documentation));

    [GeneratedRegex("<remarks>[\\s/]*原因：.+?。[\\s/]*处理：.+?。[\\s/]*</remarks>", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex ChineseRemarks();

    [GeneratedRegex("^PD[0-9]{4}$", RegexOptions.CultureInvariant)]
    private static partial Regex CodePattern();
}
