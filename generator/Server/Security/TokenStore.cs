using System.Collections.Concurrent;
using System.Security.Cryptography;
using PiiDocs.Core;

namespace PiiDocs.Server.Security;

/// <summary>The tokens given out: kept in memory only, and only as hashes; gone when their time is up or the server ends.</summary>
internal sealed class TokenStore(TimeProvider clock)
{
    private const int TokenLength = 32;
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private readonly ConcurrentDictionary<string, Ticket> _tickets = new(StringComparer.Ordinal);

    /// <summary>A new token for a person.</summary>
    public (string Token, DateTimeOffset Expires) Give(Caller caller)
    {
        var now = clock.GetUtcNow();
        foreach (var (hash, ticket) in _tickets)
        {
            if (ticket.Expires <= now)
            {
                _tickets.TryRemove(hash, out _);
            }
        }

        var token = Convert.ToBase64String(RandomNumberGenerator.GetBytes(TokenLength)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        var expires = now + Lifetime;
        _tickets[HashOf(token)] = new(caller, expires);
        return (token, expires);
    }

    /// <summary>Whose token it is; null for one unknown or expired.</summary>
    /// <remarks>What is looked up is the hash: how long that takes says nothing of the token.</remarks>
    public Caller? Find(string token) =>
        _tickets.TryGetValue(HashOf(token), out var ticket) && ticket.Expires > clock.GetUtcNow() ? ticket.Caller : null;

    private static string HashOf(string token) => ContentHash.Of(token);

    private sealed record Ticket(Caller Caller, DateTimeOffset Expires);
}
