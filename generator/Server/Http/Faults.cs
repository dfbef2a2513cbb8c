using PiiDocs.Core;
using PiiDocs.Registers;
using PiiDocs.Server.Hosting;

namespace PiiDocs.Server.Http;

/// <summary>The edge of a request, where exceptions of the world become an answer.</summary>
internal static class Faults
{
    public static void UseFaults(this WebApplication app, ServerConsole console) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
            await Fill(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone; nobody listens.
        }
        catch (BadHttpRequestException exception)
        {
            await Problem.Write(context, exception.StatusCode, Explain(exception.StatusCode, context));
        }
        catch (RegisterUnavailableException exception)
        {
            await Problem.Write(context, StatusCodes.Status503ServiceUnavailable, exception.Diagnostic);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A client that goes away while it sends looks like this too; it hears no answer.
            console.Error.WriteLine($"piidocs: {context.Request.Method} {context.GetEndpoint()?.DisplayName}: {exception.GetType().Name}");
            await Problem.Write(context, StatusCodes.Status507InsufficientStorage, ServerErrors.CannotWrite());
        }
        catch (Exception exception)
        {
            // The message may hold what a case says; type and places cannot.
            console.Error.WriteLine($"piidocs: {context.TraceIdentifier} {exception.GetType().FullName}\n{exception.StackTrace}");
            await Problem.Write(context, StatusCodes.Status500InternalServerError, ServerErrors.Unexpected(context.TraceIdentifier));
        }
    });

    /// <summary>What the framework refuses by itself gets its problem too.</summary>
    private static Task Fill(HttpContext context) => context.Response switch
    {
        { HasStarted: true } or { ContentType: not null } => Task.CompletedTask,
        { StatusCode: var status and (StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed) } =>
            Problem.Write(context, status, ServerErrors.NoSuchAddress()),
        { StatusCode: var status and (StatusCodes.Status413PayloadTooLarge or StatusCodes.Status415UnsupportedMediaType) } =>
            Problem.Write(context, status, Explain(status, context)),
        _ => Task.CompletedTask,
    };

    private static Diagnostic Explain(int status, HttpContext context) => status switch
    {
        StatusCodes.Status413PayloadTooLarge => ServerErrors.BodyTooLarge(Limits.LargestBody(context) / Limits.Megabyte),
        StatusCodes.Status408RequestTimeout => ServerErrors.TookTooLong(),
        StatusCodes.Status415UnsupportedMediaType => ServerErrors.BadRequest(new("内容类型不对", "the content type is not the one expected")),
        _ => ServerErrors.BadRequest(new("内容不合接口的要求", "the content is not what the endpoint takes")),
    };
}
