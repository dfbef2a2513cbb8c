using System.Text.RegularExpressions;

namespace PiiDocs.Core;

/// <summary>A regular expression that stands in a data file: interpreted at first, compiled once it has read much.</summary>
/// <remarks>
/// Compiling takes milliseconds, for which one document must not wait; a batch gains them back many times over. The change
/// comes when reading has cost as much as compiling will. Both forms find the same. For several threads.
/// </remarks>
public sealed class DataPattern
{
    private const long Much = 1_000_000;
    private const RegexOptions Always = RegexOptions.CultureInvariant;

    private Regex _regex;
    private long _read;

    /// <param name="pattern">The expression.</param>
    /// <param name="options">How it is meant.</param>
    /// <param name="timeout">The longest it may take over one text; null where the file is the house's own.</param>
    /// <exception cref="RegexParseException">It is none.</exception>
    public DataPattern(string pattern, RegexOptions options = RegexOptions.None, TimeSpan? timeout = null) =>
        _regex = new(pattern, Always | options, timeout ?? Regex.InfiniteMatchTimeout);

    /// <summary>Matches nothing at all.</summary>
    public static DataPattern Nothing { get; } = new("^(?!)");

    public bool IsMatch(string text) => For(text).IsMatch(text);

    public Match Match(string text) => For(text).Match(text);

    public MatchCollection Matches(string text) => For(text).Matches(text);

    public override string ToString() => _regex.ToString();

    private Regex For(string text)
    {
        if (Volatile.Read(ref _read) < Much
            && Interlocked.Add(ref _read, text.Length) is var read
            && read >= Much
            && read - text.Length < Much)
        {
            _regex = new(_regex.ToString(), _regex.Options | RegexOptions.Compiled, _regex.MatchTimeout);
        }

        return _regex;
    }
}
