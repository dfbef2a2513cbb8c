namespace PiiDocs.Privacy.Scanning.Matching;

/// <summary>Finds many words in one pass over a text (Aho and Corasick, 1975): time grows with text and matches, not with words.</summary>
internal sealed class KeywordAutomaton<T>
{
    private readonly Dictionary<long, int> _next = [];
    private readonly List<int> _fallback = [0];
    private readonly List<int> _shorter = [0];
    private readonly List<List<(int Length, T Value)>?> _words = [null];

    public KeywordAutomaton(IEnumerable<(string Word, T Value)> words)
    {
        var children = new List<List<(char Letter, int State)>> { new() };
        foreach (var (word, value) in words)
        {
            Add(word, value, children);
        }

        Link(children);
    }

    /// <summary>Every occurrence of every word, also such as overlap.</summary>
    public List<(int Start, int Length, T Value)> Find(ReadOnlySpan<char> text)
    {
        var found = new List<(int, int, T)>();
        if (_fallback.Count == 1)
        {
            return found;
        }

        var state = 0;
        for (var i = 0; i < text.Length; i++)
        {
            state = Step(state, text[i]);
            for (var each = _words[state] is null ? _shorter[state] : state; each != 0; each = _shorter[each])
            {
                foreach (var (length, value) in _words[each]!)
                {
                    found.Add((i + 1 - length, length, value));
                }
            }
        }

        return found;
    }

    private static long Key(int state, char letter) => ((long)state << 16) | letter;

    private void Add(string word, T value, List<List<(char, int)>> children)
    {
        if (word.Length == 0)
        {
            return;
        }

        var state = 0;
        foreach (var letter in word)
        {
            if (!_next.TryGetValue(Key(state, letter), out var next))
            {
                next = _fallback.Count;
                _next.Add(Key(state, letter), next);
                children[state].Add((letter, next));
                children.Add([]);
                _fallback.Add(0);
                _shorter.Add(0);
                _words.Add(null);
            }

            state = next;
        }

        (_words[state] ??= []).Add((word.Length, value));
    }

    /// <summary>For each state, the longest proper suffix that is a state, and the next shorter one that ends a word.</summary>
    private void Link(List<List<(char Letter, int State)>> children)
    {
        var queue = new Queue<int>([0]);
        while (queue.TryDequeue(out var state))
        {
            foreach (var (letter, child) in children[state])
            {
                var fallback = state == 0 ? 0 : Step(_fallback[state], letter);
                _fallback[child] = fallback;
                _shorter[child] = _words[fallback] is null ? _shorter[fallback] : fallback;
                queue.Enqueue(child);
            }
        }
    }

    private int Step(int state, char letter)
    {
        int next;
        while (!_next.TryGetValue(Key(state, letter), out next) && state != 0)
        {
            state = _fallback[state];
        }

        return next;
    }
}
