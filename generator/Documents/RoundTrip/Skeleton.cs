using System.Text;

namespace PiiDocs.Documents.RoundTrip;

/// <summary>Builds the skeletons of paragraphs: fixed text, and marks where controls stand, whatever those show.</summary>
/// <remarks>Marks are control characters, which cannot stand in a document's text: no text looks like a control.</remarks>
public sealed class Skeleton
{
    private const char ControlBegins = '\u0001';
    private const char ControlEnds = '\u0002';
    private const char Number = '\u0003';

    private readonly StringBuilder _text = new();

    public void AddText(string text) => _text.Append(text);

    public void AddPageNumber() => _text.Append(Number);

    /// <param name="key">What stands in the control: see <see cref="WrittenControl.Key"/>.</param>
    public void AddControl(string key) => _text.Append(ControlBegins).Append(key).Append(ControlEnds);

    /// <summary>The hash of the paragraph that ends here; null where it shows nothing.</summary>
    public string? End()
    {
        if (_text.Length == 0)
        {
            return null;
        }

        var hash = Fingerprint.OfSkeleton(_text.ToString());
        _text.Clear();
        return hash;
    }
}
