using System.Text;
using PiiDocs.Core;
using PiiDocs.Documents;
using PiiDocs.Typesetting.Fonts;
using PiiDocs.Typesetting.Lines;
using static PiiDocs.Typesetting.Shaping.CharacterClass;

namespace PiiDocs.Typesetting.Shaping;

/// <summary>Turns the clusters of a paragraph into those of vertical text: which stand, which lie, and how high each is.</summary>
/// <remarks>CLREQ, "Vertical Writing Mode": Han and their marks stand; of the rest, one or two signs stand side by side, more lie.</remarks>
internal sealed class VerticalShaper(ShapedText text, DiagnosticBag diagnostics)
{
    private const int MostSideBySide = 2;

    // Drawn in a corner of their place, which in columns is another (CLREQ, "Positions of Punctuation Marks").
    private const string CornerMarks = "、，。．：；";

    private readonly HashSet<FontFace> _reported = new(ReferenceEqualityComparer.Instance);

    public void Turn(Range range, ParagraphFormat format)
    {
        var clusters = text.Clusters[range];
        for (var start = 0; start < clusters.Length;)
        {
            var end = start + 1;
            if (IsStanding(clusters[start]))
            {
                Stand(ref clusters[start], format);
            }
            else
            {
                while (end < clusters.Length && IsOfWord(clusters[start]) && IsOfWord(clusters[end]))
                {
                    end++;
                }

                if (end - start == MostSideBySide && clusters[start].Run != clusters[end - 1].Run)
                {
                    end--; // Of two faces or two origins: one below the other.
                }

                SetWord(clusters[start..end], format);
            }

            start = end;
        }
    }

    private bool IsStanding(in Cluster cluster) =>
        cluster.Class != LineEnd && CharacterClasses.IsChinese(CharacterOf(cluster));

    private bool IsOfWord(in Cluster cluster) => cluster.Class is not (LineEnd or Space or NoBreakSpace) && !IsStanding(cluster);

    private void Stand(ref Cluster cluster, ParagraphFormat format)
    {
        if (text.Runs[cluster.Run].Face is not { } face)
        {
            return;
        }

        Report(face);
        var form = face.VerticalFormOf(cluster.Glyph);
        if (form == cluster.Glyph && MustTurn(cluster))
        {
            cluster.Posture = Posture.Turned;
            return;
        }

        var height = face.VerticalAdvanceOf(form);
        var fillsEm = Math.Abs(height - face.UnitsPerEm) <= face.UnitsPerEm / 20;
        var isInCorner = form == cluster.Glyph && CornerMarks.Contains(text.Characters[cluster.TextStart], StringComparison.Ordinal);
        (cluster.Glyph, cluster.Posture) = (form, isInCorner ? Posture.Moved : Posture.Upright);
        cluster.Advance = fillsEm ? format.Character : format.Size * ((decimal)height / face.UnitsPerEm);
    }

    // Marks that follow the line lie with it where their face has no form for columns.
    private bool MustTurn(in Cluster cluster) =>
        cluster.Class is Opening or Closing or Dash or Ellipsis or Connector || CharacterOf(cluster).Value == '—';

    private static void SetWord(Span<Cluster> word, ParagraphFormat format)
    {
        var isShort = word.Length <= MostSideBySide && WidthOf(word) <= format.Size * 1.2m && HasSign(word);
        for (var i = 0; i < word.Length; i++)
        {
            word[i].Posture = isShort ? Posture.SideBySide : Posture.Turned;
            if (isShort)
            {
                // To line breaking the two are one character of an em.
                word[i].Class = i == 0 ? Ideograph : CombiningMark;
                word[i].Advance = i == 0 ? format.Character : Length.Zero;
            }
        }
    }

    private static bool HasSign(Span<Cluster> word)
    {
        foreach (ref readonly var cluster in word)
        {
            if (cluster.Class is Letter or Digit)
            {
                return true;
            }
        }

        return false;
    }

    private static Length WidthOf(Span<Cluster> word)
    {
        var width = Length.Zero;
        foreach (ref readonly var cluster in word)
        {
            width += cluster.Advance;
        }

        return width;
    }

    private Rune CharacterOf(in Cluster cluster) =>
        Rune.DecodeFromUtf16(text.Characters[cluster.TextStart..], out var character, out _) == System.Buffers.OperationStatus.Done
            ? character
            : Rune.ReplacementChar;

    private void Report(FontFace face)
    {
        if (_reported.Add(face) && face.VerticalProblem is { } problem)
        {
            diagnostics.Add(FontErrors.BrokenVertical(face.Name, problem));
        }
    }
}
