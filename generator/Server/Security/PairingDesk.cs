using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PiiDocs.Core;
using PiiDocs.Server.Hosting;

namespace PiiDocs.Server.Security;

/// <summary>Where a pane proves that a person at this server lets it in: by the code shown here, or by a user's name and secret.</summary>
/// <remarks>
/// A code is good once. Five wrong ones close the desk for a while, longer each time, and change the code; with users the desk is
/// closed for that name only. So a program that guesses has no hope, and a person who errs has to wait half a minute.
/// </remarks>
internal sealed class PairingDesk(ServerConsole console, Language language, UserList? users)
{
    private const int CodeDigits = 8;
    private const int MostTries = 5;
    private const int MostNames = 10_000;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Tries> _tries = new(StringComparer.Ordinal);
    private string _code = NewCode();

    /// <summary>The code that is good now.</summary>
    public string Code
    {
        get
        {
            lock (_gate)
            {
                return _code;
            }
        }
    }

    /// <summary>Tries a code, or a user's secret.</summary>
    public PairingOutcome Try(string? user, string code)
    {
        var name = users is null ? "" : user ?? "";
        if (WaitFor(name) is { } wait)
        {
            return new(null, wait);
        }

        // Outside the gate: to try a secret takes long on purpose.
        var caller = users is null ? ByCode(code) : users.Find(name, code);
        Count(name, succeeded: caller is not null);
        return new(caller, null);
    }

    /// <summary>Shows the code to whoever sits at the server.</summary>
    public void Announce()
    {
        if (users is null)
        {
            console.Say(new($"配对码：{Code}（在窗格中输入一次）", $"pairing code: {Code} (type it once into the pane)"), language);
        }
    }

    private int? WaitFor(string name)
    {
        lock (_gate)
        {
            return _tries.TryGetValue(name, out var tries) && tries.ClosedUntil - console.Clock.GetUtcNow() is var left && left > TimeSpan.Zero
                ? (int)Math.Ceiling(left.TotalSeconds)
                : null;
        }
    }

    private Caller? ByCode(string code)
    {
        var typed = Encoding.ASCII.GetBytes([.. code.Where(char.IsAsciiDigit)]);
        lock (_gate)
        {
            var expected = Encoding.ASCII.GetBytes(_code.Replace("-", "", StringComparison.Ordinal));
            if (!CryptographicOperations.FixedTimeEquals(typed, expected))
            {
                return null;
            }

            _code = NewCode();
        }

        Announce();
        return new(Environment.UserName, Role.Admin);
    }

    private void Count(string name, bool succeeded)
    {
        lock (_gate)
        {
            if (succeeded)
            {
                _tries.Remove(name);
                return;
            }

            if (_tries.Count > MostNames)
            {
                _tries.Clear();
            }

            var tries = _tries.GetValueOrDefault(name, new(0, FirstPause, default));
            var isLast = tries.Wrong + 1 >= MostTries;
            var longer = tries.Pause * 2 < LongestPause ? tries.Pause * 2 : LongestPause;
            _tries[name] = isLast ? new(0, longer, console.Clock.GetUtcNow() + tries.Pause) : tries with { Wrong = tries.Wrong + 1 };
            if (!isLast)
            {
                return;
            }

            _code = NewCode();
        }

        Announce();
    }

    private static string NewCode()
    {
        var number = RandomNumberGenerator.GetInt32(0, 100_000_000).ToString($"D{CodeDigits}", CultureInfo.InvariantCulture);
        return $"{number[..4]}-{number[4..]}";
    }

    /// <param name="Wrong">Since the last success or pause.</param>
    /// <param name="Pause">How long the next one is.</param>
    /// <param name="ClosedUntil">The end of the last one.</param>
    private sealed record Tries(int Wrong, TimeSpan Pause, DateTimeOffset ClosedUntil);
}

/// <param name="Caller">Who was let in; null for nobody.</param>
/// <param name="WaitSeconds">How long the desk is closed; null where it is open.</param>
internal readonly record struct PairingOutcome(Caller? Caller, int? WaitSeconds);
