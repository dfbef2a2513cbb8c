using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PiiDocs.Unit.Support;

namespace PiiDocs.Unit.House;

/// <summary>What the compiler does not hold: length, names, and who may touch the world.</summary>
public sealed class CodeStyleTests
{
    private const int LongestMethod = 60;
    private const int LongestFile = 400;
    private const int MostParameters = 4;

    private static readonly string[] EmptyWords =
        ["Manager", "Helper", "Util", "Utils", "Utility", "Service", "Base", "Impl", "Wrapper", "Processor", "Data"];

    private static readonly Lazy<List<(string Path, SyntaxNode Root)>> Parsed = new(() =>
        [.. from path in Repository.SourcesBelow("generator").Concat(Repository.SourcesBelow("tests"))
            select (Path.GetRelativePath(Repository.Root, path), CSharpSyntaxTree.ParseText(File.ReadAllText(path)).GetRoot())]);

    [Fact]
    public void Methods_fit_on_a_screen() =>
        Assert.Empty(
            from file in Parsed.Value
            from member in file.Root.DescendantNodes()
            where member is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax
            let lines = LinesOf(member)
            where lines > LongestMethod
            select $"{file.Path}({member.GetLocation().GetLineSpan().StartLinePosition.Line + 1}): {lines} lines");

    [Fact]
    public void Files_fit_in_a_head() =>
        Assert.Empty(
            from file in Parsed.Value
            let lines = LinesOf(file.Root)
            where lines > LongestFile
            select $"{file.Path}: {lines} lines");

    [Fact]
    public void Names_say_what_a_type_is() =>
        Assert.Empty(
            from file in Parsed.Value
            from type in file.Root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
            let name = type.Identifier.Text
            where EmptyWords.Any(word => name.EndsWith(word, StringComparison.Ordinal))
            select $"{file.Path}: {name}");

    [Fact]
    public void Functions_take_few_parameters() =>
        Assert.Empty(
            from file in Parsed.Value
            where file.Path.StartsWith("generator", StringComparison.Ordinal)
            from method in file.Root.DescendantNodes().OfType<MethodDeclarationSyntax>()
            where method.ParameterList.Parameters.Count > MostParameters
            select $"{file.Path}: {method.Identifier.Text} takes {method.ParameterList.Parameters.Count}");

    [Fact]
    public void Nothing_below_the_programs_touches_the_console() =>
        Assert.Empty(
            from file in Parsed.Value
            where file.Path.StartsWith("generator", StringComparison.Ordinal) && !IsProgram(file.Path)
            from access in file.Root.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
            where access.Expression.ToString() is "Console" or "System.Console"
            select $"{file.Path}: {access}");

    [Fact]
    public void No_static_field_changes() =>
        Assert.Empty(
            from file in Parsed.Value
            where file.Path.StartsWith("generator", StringComparison.Ordinal)
            from field in file.Root.DescendantNodes().OfType<FieldDeclarationSyntax>()
            where field.Modifiers.Any(SyntaxKind.StaticKeyword) && !field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword)
            select $"{file.Path}: {field.Declaration}");

    [Fact]
    public void Warnings_are_not_silenced_in_code() =>
        Assert.Empty(
            from file in Parsed.Value
            where file.Root.DescendantTrivia().Any(trivia => trivia.IsKind(SyntaxKind.PragmaWarningDirectiveTrivia))
            select file.Path);

    private static bool IsProgram(string path) =>
        path.Replace('\\', '/') is var unix
        && (unix.StartsWith("generator/Cli/", StringComparison.Ordinal) || unix.StartsWith("generator/Server/", StringComparison.Ordinal));

    private static int LinesOf(SyntaxNode node)
    {
        var span = node.GetLocation().GetLineSpan();
        return span.EndLinePosition.Line - span.StartLinePosition.Line + 1;
    }
}
