using PiiDocs.Core;

namespace PiiDocs.Server.Http;

internal static class RequestLanguage
{
    /// <summary>The language the answer is in: Chinese, unless English comes first in <c>Accept-Language</c>.</summary>
    public static Language Language(this HttpContext context)
    {
        var wanted = context.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(each => each.Quality ?? 1)
            .Select(each => each.Value.Value ?? "")
            .FirstOrDefault(each => each.StartsWith("zh", StringComparison.OrdinalIgnoreCase) || each.StartsWith("en", StringComparison.OrdinalIgnoreCase));
        return wanted?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? Core.Language.English : Core.Language.Chinese;
    }
}
