using System.Buffers;
using PiiDocs.Documents;
using PiiDocs.Typesetting;

namespace PiiDocs.Pdf;

/// <summary>Writes the glyphs of a run at exactly the places they were set.</summary>
/// <remarks>
/// The commonest extra advance becomes the character spacing, so that an evenly set line is one plain string; what
/// deviates from it is moved with TJ. The pen is followed in millionths of a point, so that roundings never add up.
/// </remarks>
internal static class GlyphText
{
    private const long Micro = 1000;

    public static void Write(PdfBuffer output, GlyphRun run, in PdfFontForms forms, Action<Length> setSpacing)
    {
        var (font, vertical) = forms;
        if (run.Glyphs.IsDefaultOrEmpty || run.Size <= Length.Zero)
        {
            return;
        }

        var codes = ArrayPool<ushort>.Shared.Rent(run.Glyphs.Length);
        FindCodes(run, font, codes);
        for (var i = 0; vertical is not null && i < run.Glyphs.Length; i++)
        {
            vertical.Use(codes[i], run.Glyphs[i].Glyph);
        }

        // Readers of PDF do not agree on which way spacing moves in a column; moves by TJ they all understand.
        var spacing = vertical is null ? CommonSpacing(run, font, codes) : Length.Zero;
        setSpacing(spacing);
        Show(new Line(output, run.Size, spacing, vertical), run, font, codes);
        ArrayPool<ushort>.Shared.Return(codes);
    }

    private static void Show(Line line, GlyphRun run, PdfFont font, ReadOnlySpan<ushort> codes)
    {
        for (var start = 0; start < run.Glyphs.Length;)
        {
            var end = EndOfCluster(run, start);
            if (end - start == 1)
            {
                line.Show(run.Glyphs[start], font, codes[start]);
            }
            else
            {
                // Several glyphs for one text: the text is said once, and the glyphs only draw.
                line.BeginActualText(TextOf(run, start));
                for (var part = start; part < end; part++)
                {
                    line.Show(run.Glyphs[part], font, codes[part]);
                }

                line.EndActualText();
            }

            start = end;
        }

        line.End();
    }

    private static void FindCodes(GlyphRun run, PdfFont font, Span<ushort> codes)
    {
        for (var start = 0; start < run.Glyphs.Length;)
        {
            var end = EndOfCluster(run, start);
            var text = TextOf(run, start);
            for (; start < end; start++)
            {
                codes[start] = font.CodeOf(run.Glyphs[start].Glyph, text);
            }
        }
    }

    private static ReadOnlySpan<char> TextOf(GlyphRun run, int glyph) =>
        run.Text.AsSpan(run.Glyphs[glyph].TextStart, run.Glyphs[glyph].TextLength);

    private static int EndOfCluster(GlyphRun run, int start)
    {
        var end = start + 1;
        while (end < run.Glyphs.Length && run.Glyphs[end].TextLength == 0)
        {
            end++;
        }

        return end;
    }

    // A majority vote in one pass (Boyer and Moore): where no spacing has the majority, whichever is left does no harm.
    private static Length CommonSpacing(GlyphRun run, PdfFont font, ReadOnlySpan<ushort> codes)
    {
        var (candidate, votes) = (0L, 0);
        for (var i = 0; i + 1 < run.Glyphs.Length; i++)
        {
            var gap = ((run.Glyphs[i + 1].Offset - run.Glyphs[i].Offset).Millipoints * Micro)
                - (font.WidthOfCode(codes[i]) * (long)run.Size.Millipoints);
            if (votes == 0)
            {
                candidate = gap;
            }

            votes += gap == candidate ? 1 : -1;
        }

        return new((int)Rounded(candidate, Micro));
    }

    // To the nearest, halves to the even neighbour, as decimal rounds; every glyph of a file asks for it.
    private static long Rounded(long value, long divisor)
    {
        var (quotient, rest) = Math.DivRem(value, divisor);
        var twice = Math.Abs(rest) * 2;
        return twice > divisor || (twice == divisor && long.IsOddInteger(quotient)) ? quotient + Math.Sign(rest) : quotient;
    }

    /// <summary>The strings of one run, and where the pen stands after them.</summary>
    private ref struct Line(PdfBuffer output, Length size, Length spacing, PdfVerticalFont? vertical)
    {
        private long _pen;
        private bool _inArray;
        private bool _inString;

        public void Show(PlacedGlyph glyph, PdfFont font, ushort code)
        {
            var ahead = _pen - (glyph.Offset.Millipoints * Micro);
            var adjustment = (int)Rounded(ahead, size.Millipoints);
            if (adjustment != 0)
            {
                CloseString();
                OpenArray();

                // Taken from the place on the line, or from the height of the pen over the page, which falls as a column goes on.
                output.Integer(vertical is null ? adjustment : -adjustment);
                _pen -= adjustment * (long)size.Millipoints;
            }

            OpenString();
            WriteByte((byte)(code >> 8));
            WriteByte((byte)code);
            _pen += ((vertical?.HeightOfCode(code) ?? font.WidthOfCode(code)) * (long)size.Millipoints) + (spacing.Millipoints * Micro);
        }

        public void BeginActualText(ReadOnlySpan<char> text)
        {
            End();
            output.Text("/Span<</ActualText ");
            output.TextString(text);
            output.Text(">>BDC\n");
        }

        public void EndActualText()
        {
            End();
            output.Text("EMC\n");
        }

        public void End()
        {
            CloseString();
            if (_inArray)
            {
                output.Text("]TJ\n");
                _inArray = false;
            }
        }

        private void OpenArray()
        {
            if (!_inArray)
            {
                output.Byte((byte)'[');
                _inArray = true;
            }
        }

        private void OpenString()
        {
            OpenArray();
            if (!_inString)
            {
                output.Byte((byte)'(');
                _inString = true;
            }
        }

        private void CloseString()
        {
            if (_inString)
            {
                output.Byte((byte)')');
                _inString = false;
            }
        }

        // Bytes as they are; a carriage return would be read as a line feed (7.3.4.2).
        private readonly void WriteByte(byte value)
        {
            if (value is (byte)'(' or (byte)')' or (byte)'\\' or (byte)'\r')
            {
                output.Byte((byte)'\\');
            }

            output.Byte(value == (byte)'\r' ? (byte)'r' : value);
        }
    }
}
