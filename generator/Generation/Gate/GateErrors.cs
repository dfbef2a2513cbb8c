using PiiDocs.Core;

namespace PiiDocs.Generation.Gate;

/// <summary>Diagnostics of the rules for scans, one factory a code.</summary>
public static class GateErrors
{
    /// <summary>PD7601. Cause: a pattern of detection.yaml is no regular expression, or uses look-around. Fix: correct it.</summary>
    /// <remarks>
    /// 原因：<c>detection.yaml</c> 中的正则写错，或者用了环视、反向引用（不能保证按线性时间执行）。
    /// 处理：按提示改正该条的 <c>match</c>。
    /// </remarks>
    public static Diagnostic BadPattern(string id, string reason, SourceLocation? at) =>
        new("PD7601", Severity.Error, new($"规律“{id}”的正则不能用", $"the pattern of rule '{id}' cannot be used"), at) { Hint = new(reason, reason) };

    /// <summary>PD7602. Cause: a rule of detection.yaml names a kind that <c>kinds</c> does not list. Fix: one of those.</summary>
    /// <remarks>
    /// 原因：<c>detection.yaml</c> 的规则所写的信息种类没有列在 <c>kinds</c> 中。
    /// 处理：改用已有的种类，或者先在 <c>kinds</c> 中加上。
    /// </remarks>
    public static Diagnostic UnknownKind(string kind, string? nearest, SourceLocation? at) =>
        new("PD7602", Severity.Error, new($"没有信息种类“{kind}”", $"there is no kind '{kind}'"), at)
        {
            Hint = nearest is null ? null : new($"是否指“{nearest}”？", $"did you mean '{nearest}'?"),
        };
}
