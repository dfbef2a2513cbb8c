using PiiDocs.Cases;
using PiiDocs.Core;

namespace PiiDocs.Cli.Terminal;

/// <summary>Asks the questions of a form line by line: of a person, or of a file of answers.</summary>
/// <remarks>An empty line leaves a field open, <c>?</c> explains it, <c>:q</c> and the end of the input leave the form.</remarks>
internal sealed class Interview(Desk desk, Language language) : IFormAsker
{
    private const string Leave = ":q";
    private const string Explain = "?";

    /// <summary>Whether any line has been read: without one there is nobody to ask.</summary>
    public bool WasAnswered { get; private set; }

    public string? Ask(FormQuestion question)
    {
        var mark = question.IsRequired ? (language == Language.Chinese ? "（必填）" : " (required)") : "";
        while (true)
        {
            var answer = Read($"{question.Label.In(language)}{mark}{Hint(question)}: ");
            if (answer != Explain)
            {
                return answer;
            }

            desk.Note($"  {question.Help}{(question.Example is { } example ? $"（{example}）" : "")} [{question.Field}]");
        }
    }

    public bool? AskForMore(FormQuestion question, int count)
    {
        var prompt = language == Language.Chinese
            ? $"{(count == 0 ? "填写" : "再加一项")}“{question.Label.Chinese}”？(y/N): "
            : $"{(count == 0 ? "fill in" : "another")} '{question.Label.English}'? (y/N): ";
        return Read(prompt)?.Trim().ToUpperInvariant() switch
        {
            null => null,
            "Y" or "YES" or "是" => true,
            _ => false,
        };
    }

    public void Complain(IReadOnlyList<Diagnostic> problems)
    {
        foreach (var problem in problems)
        {
            desk.Note($"  {problem.Code}: {problem.Message.In(language)}{(problem.Hint is { } hint ? $"{new Message("；", "; ").In(language)}{hint.In(language)}" : "")}");
        }
    }

    /// <summary>One line; null to leave.</summary>
    public string? Read(string prompt)
    {
        desk.Error.Write(prompt);
        var line = desk.In.ReadLine();
        WasAnswered |= line is not null;
        if (!desk.IsInputTerminal)
        {
            desk.Note(line ?? "");
        }

        return line == Leave ? null : line;
    }

    private string Hint(FormQuestion question)
    {
        var choices = question.Choices.Select((choice, i) => $"{i + 1} {choice}").ToList();
        return question switch
        {
            { Choices.IsEmpty: false } => new Message($"（{string.Join('、', choices)}）", $" ({string.Join(", ", choices)})").In(language),
            { Kind: FormKind.Flag } => new Message("（y/n）", " (y/n)").In(language),
            { Example: { } example } => new Message($"（如 {example}）", $" (such as {example})").In(language),
            _ => "",
        };
    }
}
