using PiiDocs.Core;
using PiiDocs.Typesetting.Fonts;

namespace PiiDocs.Typesetting.Shaping;

/// <summary>What neighbouring clusters of one inline and one face have in common.</summary>
/// <param name="Face">Null where no font has the characters.</param>
/// <param name="IsEmboldened">Bold, and the face has no bold sister.</param>
/// <param name="PageReference">Number of the page reference that made the text; -1 for ordinary text.</param>
internal readonly record struct ShapedRun(
    FontFace? Face,
    Origin Origin,
    bool IsEmboldened,
    bool IsUnderlined,
    int PageReference);
