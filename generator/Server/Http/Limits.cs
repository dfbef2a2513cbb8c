using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace PiiDocs.Server.Http;

/// <summary>How much a request may send, how long it may take, and how many are served at once.</summary>
internal static class Limits
{
    public const int Megabyte = 1024 * 1024;
    public const int LargestDocument = 32 * Megabyte;
    public const int LargestRequest = Megabyte;

    /// <summary>The policy of endpoints that do real work.</summary>
    public const string Work = "work";

    public static void Set(KestrelServerLimits limits)
    {
        limits.MaxRequestHeadersTotalSize = 32 * 1024;
        limits.MaxConcurrentConnections = 1000;
        limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
        limits.MinRequestBodyDataRate = new(bytesPerSecond: 1024, gracePeriod: TimeSpan.FromSeconds(10));
    }

    public static void AddLimits(this IServiceCollection services, ServerOptions options)
    {
        services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new()
        {
            Timeout = options.LongestWork,
            TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
            WriteTimeoutResponse = context => Problem.Write(context, StatusCodes.Status503ServiceUnavailable, ServerErrors.TookTooLong()),
        });
        services.AddRateLimiter(limiter =>
        {
            limiter.AddPolicy(Work, _ => RateLimitPartition.GetConcurrencyLimiter("", _ => new()
            {
                PermitLimit = options.Workers,
                QueueLimit = options.LongestQueue,
                QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
            }));
            limiter.OnRejected = async (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = "2";
                await Problem.Write(rejected.HttpContext, StatusCodes.Status503ServiceUnavailable, ServerErrors.Busy());
            };
        });
    }

    /// <summary>The endpoint takes a whole document.</summary>
    public static TBuilder TakesDocument<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new DocumentSize());

    /// <summary>How many bytes the request may carry.</summary>
    public static int LargestBody(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<DocumentSize>() is null ? LargestRequest : LargestDocument;

    private sealed class DocumentSize;
}
