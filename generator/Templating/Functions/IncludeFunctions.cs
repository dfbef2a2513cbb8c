using PiiDocs.Templating.Evaluation;

namespace PiiDocs.Templating.Functions;

/// <summary><c>include</c> and <c>include_join</c>.</summary>
internal static class IncludeFunctions
{
    public static readonly Builtin[] All =
    [
        new("include", [new("name"), new("arguments", IsOptional: true, IsVariadic: true)], Include),
        new("include_join", [new("names"), new("separator"), new("begin", IsOptional: true), new("end", IsOptional: true)], IncludeJoin),
    ];

    // As in the public library, $0 is the name of the partial and $1 the first argument.
    private static TracedValue Include(Call call) =>
        call.Evaluator.Include(call.Text(0), call.Site, new([call[0], .. call[1].Value as ScriptArray ?? new()]));

    private static TracedValue IncludeJoin(Call call)
    {
        var parts = call.Items(0);
        var texts = new List<TracedValue>();
        if (!call.IsNull(2))
        {
            texts.Add(PartOf(call, 2));
        }

        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0)
            {
                texts.Add(PartOf(call, 1));
            }

            texts.Add(call.Evaluator.Include(call.Evaluator.Print(parts[i].Value), call.Site with { Arguments = [] }, new()));
        }

        if (!call.IsNull(3))
        {
            texts.Add(PartOf(call, 3));
        }

        return call.Evaluator.Join(texts, call.Site);
    }

    /// <summary>A text, or a template named by <c>tpl:…</c>.</summary>
    private static TracedValue PartOf(Call call, int index)
    {
        const string mark = "tpl:";
        var text = call.Text(index);
        return text.StartsWith(mark, StringComparison.Ordinal)
            ? call.Evaluator.Include(text[mark.Length..], call.Site with { Arguments = [] }, new())
            : call[index];
    }
}
