using System.Net;
using PiiDocs.Server.Http;

namespace PiiDocs.Server.Security;

/// <summary>Knows who asks, lets in who may, and has it written down.</summary>
internal sealed class Doorkeeper(ServerOptions options, TokenStore tokens, UserList? users, AuditLog audit)
{
    private const string Scheme = "Bearer ";

    /// <summary>Every endpoint of the group asks for a known caller with the right the endpoint needs, and is audited.</summary>
    public void Guard(RouteGroupBuilder group) => group.AddEndpointFilter(async (invocation, next) =>
    {
        var context = invocation.HttpContext;
        var endpoint = context.GetEndpoint()!;
        var caller = CallerOf(context);
        var right = endpoint.Metadata.GetMetadata<NeededRight>()?.Right ?? Right.Read;
        var answer = caller is null ? Problem.Of(context, StatusCodes.Status401Unauthorized, ServerErrors.NotPaired()).Result()
            : !caller.Role.May(right) ? Problem.Of(context, StatusCodes.Status403Forbidden, ServerErrors.NotAllowed(caller.Role.Name())).Result()
            : null;
        if (caller is not null)
        {
            context.Features.Set(caller);
        }

        if (answer is null)
        {
            answer = (IResult?)await next(invocation) ?? Results.Ok();
        }

        Note(context, caller, answer);
        return answer;
    });

    /// <summary>Writes down what is about to be answered.</summary>
    public void Note(HttpContext context, Caller? caller, IResult answer)
    {
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "";
        var status = (answer as IStatusCodeHttpResult)?.StatusCode ?? StatusCodes.Status200OK;
        audit.Write(new(caller?.User ?? "", caller?.Role.Name() ?? "", $"{context.Request.Method} {route}", status) { Details = AuditNote.Of(context).Details });
    }

    private Caller? CallerOf(HttpContext context) => ByToken(context.Request) ?? ByProxy(context);

    private Caller? ByToken(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? tokens.Find(header[Scheme.Length..].Trim()) : null;
    }

    /// <summary>The user a server in front names: believed only from this machine or a trusted address.</summary>
    private Caller? ByProxy(HttpContext context)
    {
        if (options.ProxyUserHeader is not { } name
            || context.Request.Headers[name] is not [{ Length: > 0 } user]
            || !IsTrusted(context.Connection.RemoteIpAddress))
        {
            return null;
        }

        return users is null ? new(user, Role.Drafter) : users.Find(user);
    }

    private bool IsTrusted(IPAddress? address)
    {
        var plain = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        return plain is not null && (IPAddress.IsLoopback(plain) || options.TrustedProxies.Contains(plain));
    }
}

/// <summary>The right an endpoint needs.</summary>
internal sealed record NeededRight(Right Right);
