using System.Globalization;

namespace PiiDocs.Typesetting.Shaping;

/// <summary>The page numbers a document's own text shows: a guess going in, the truth coming out.</summary>
/// <remarks>A document that shows none is set once; one that does is set again until guess and truth agree.</remarks>
internal sealed class PageReferences(IReadOnlyList<int> guess, int totalGuess)
{
    private readonly List<int> _shown = [];
    private readonly List<bool> _isTotal = [];
    private readonly List<int> _pages = [];

    public static PageReferences FirstGuess => new([], 1);

    /// <summary>The text of the next page number.</summary>
    /// <returns>Its index, by which <see cref="Place"/> tells where it landed.</returns>
    public int Next(bool isTotal, out string text)
    {
        var index = _shown.Count;
        var number = isTotal ? totalGuess : index < guess.Count ? guess[index] : 1;
        _shown.Add(number);
        _isTotal.Add(isTotal);
        _pages.Add(number);
        text = number.ToString(CultureInfo.InvariantCulture);
        return index;
    }

    public void Place(int index, int page)
    {
        if (!_isTotal[index])
        {
            _pages[index] = page;
        }
    }

    /// <summary>What to set the document with next; null where it showed the truth.</summary>
    public PageReferences? Correction(int totalPages)
    {
        for (var i = 0; i < _shown.Count; i++)
        {
            if (_shown[i] != (_isTotal[i] ? totalPages : _pages[i]))
            {
                return new(_pages, totalPages);
            }
        }

        return null;
    }
}
