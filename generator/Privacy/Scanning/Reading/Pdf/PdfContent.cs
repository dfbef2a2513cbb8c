namespace PiiDocs.Privacy.Scanning.Reading.Pdf;

/// <summary>Runs the text operators of a content stream and gathers what they show, and where.</summary>
internal sealed class PdfContent(IPdfResources resources, PdfPageText page)
{
    private const int MostOperands = 512;
    private const int MostStates = 64;

    private readonly Stack<State> _saved = new();
    private State _state = State.Initial;
    private PdfMatrix _line = PdfMatrix.Identity;
    private PdfMatrix _text = PdfMatrix.Identity;

    /// <summary>Runs a stream.</summary>
    /// <param name="content">Its bytes.</param>
    /// <param name="outer">Where a form stands on its page.</param>
    public void Run(ReadOnlyMemory<byte> content, PdfMatrix outer)
    {
        _state = _state with { Page = outer };
        var lexer = new PdfLexer(content, 0);
        var operands = new List<PdfValue>();
        while (!lexer.IsAtEnd && !page.IsFull)
        {
            var value = lexer.Read(withReferences: false);
            if (value is not PdfWord word || word.Value is "true" or "false")
            {
                if (value is not null && operands.Count < MostOperands)
                {
                    operands.Add(value);
                }

                continue;
            }

            if (word.Value == "ID")
            {
                SkipPicture(content, lexer);
            }

            Do(word.Value, operands);
            operands.Clear();
        }
    }

    private static void SkipPicture(ReadOnlyMemory<byte> content, PdfLexer lexer)
    {
        var at = lexer.Position;
        while (at < content.Length)
        {
            var found = content.Span[at..].IndexOf("EI"u8);
            if (found < 0)
            {
                lexer.Position = content.Length;
                return;
            }

            at += found + 2;
            if (PdfLexer.IsSpace(content.Span[at - 3]) && (at == content.Length || PdfLexer.IsSpace(content.Span[at])))
            {
                lexer.Position = at;
                return;
            }
        }
    }

    private void Do(string word, List<PdfValue> operands)
    {
        switch (word)
        {
            case "q" when _saved.Count < MostStates:
                _saved.Push(_state);
                break;
            case "Q" when _saved.Count > 0:
                _state = _saved.Pop();
                break;
            case "cm" when Matrix(operands) is { } matrix:
                _state = _state with { Page = matrix.Then(_state.Page) };
                break;
            case "BT":
                _line = _text = PdfMatrix.Identity;
                break;
            case "Tf":
                _state = _state with
                {
                    Font = operands is [PdfName name, ..] ? resources.Font(name.Value) : null,
                    Size = Number(operands, 1),
                };
                break;
            case "Tr":
                _state = _state with { IsHidden = Number(operands, 0) is 3 or 7 };
                break;
            case "Do" when operands is [PdfName form]:
                resources.Draw(form.Value, _state.Page, page);
                break;
            case "BDC" or "DP":
                Mark(operands);
                break;
            default:
                DoSpacing(word, operands);
                break;
        }
    }

    private void DoSpacing(string word, List<PdfValue> operands)
    {
        switch (word)
        {
            case "Tc":
                _state = _state with { Letter = Number(operands, 0) };
                break;
            case "Tw":
                _state = _state with { Word = Number(operands, 0) };
                break;
            case "Tz":
                _state = _state with { Scale = Number(operands, 0) / 100 };
                break;
            case "TL":
                _state = _state with { Leading = Number(operands, 0) };
                break;
            case "Td":
                Move(Number(operands, 0), Number(operands, 1));
                break;
            case "TD":
                _state = _state with { Leading = -Number(operands, 1) };
                Move(Number(operands, 0), Number(operands, 1));
                break;
            case "Tm" when Matrix(operands) is { } matrix:
                _line = _text = matrix;
                break;
            case "T*":
                Move(0, -_state.Leading);
                break;
            default:
                DoShow(word, operands);
                break;
        }
    }

    private void DoShow(string word, List<PdfValue> operands)
    {
        switch (word)
        {
            case "Tj" when operands is [.., PdfString text]:
                Show(text);
                break;
            case "'" when operands is [.., PdfString text]:
                Move(0, -_state.Leading);
                Show(text);
                break;
            case "\"" when operands is [.., PdfString text]:
                _state = _state with { Word = Number(operands, 0), Letter = Number(operands, 1) };
                Move(0, -_state.Leading);
                Show(text);
                break;
            case "TJ" when operands is [PdfArray array]:
                foreach (var item in array.Items)
                {
                    if (item is PdfString text)
                    {
                        Show(text);
                    }
                    else if (item is PdfNumber shift)
                    {
                        Advance(-shift.Value / 1000 * _state.Size * _state.Scale);
                    }
                }

                break;
            default:
                break;
        }
    }

    private void Show(PdfString shown)
    {
        var place = _text.Then(_state.Page);
        var size = Math.Abs(_state.Size) * place.Height;
        var text = new System.Text.StringBuilder();
        var unknown = 0;
        var glyphs = _state.Font?.Decode(shown.Bytes.Span) ?? PdfFont.Read(PdfDictionary.Empty, resources.Objects, 0).Decode(shown.Bytes.Span);
        foreach (var glyph in glyphs)
        {
            text.Append(glyph.Text);
            unknown += glyph.IsKnown ? 0 : 1;
            Advance(((glyph.Width / 1000 * _state.Size) + _state.Letter + (glyph.IsSpace ? _state.Word : 0)) * _state.Scale);
        }

        var end = _text.Then(_state.Page);
        page.Add(new(text.ToString(), place.X, place.Y, end.X) { Size = size, IsHidden = _state.IsHidden }, unknown);
    }

    private void Mark(List<PdfValue> operands)
    {
        var properties = operands is [.., PdfDictionary inline] ? inline : operands is [.., PdfName name] ? resources.Properties(name.Value) : null;
        if (properties?.Find("ActualText") is PdfString actual)
        {
            page.AddActual(actual.Text);
        }
    }

    private void Move(double x, double y) => _line = _text = new PdfMatrix(1, 0, 0, 1, x, y).Then(_line);

    private void Advance(double x) => _text = new PdfMatrix(1, 0, 0, 1, x, 0).Then(_text);

    private static double Number(List<PdfValue> operands, int index) => index < operands.Count && operands[index] is PdfNumber number ? number.Value : 0;

    private static PdfMatrix? Matrix(List<PdfValue> operands) =>
        operands.Count == 6
            ? new(Number(operands, 0), Number(operands, 1), Number(operands, 2), Number(operands, 3), Number(operands, 4), Number(operands, 5))
            : null;

    private sealed record State(PdfMatrix Page, PdfFont? Font, double Size, bool IsHidden)
    {
        public static readonly State Initial = new(PdfMatrix.Identity, null, 1, IsHidden: false);

        public double Letter { get; init; }

        public double Word { get; init; }

        public double Scale { get; init; } = 1;

        public double Leading { get; init; }
    }
}

/// <summary>What a content stream may name.</summary>
internal interface IPdfResources
{
    PdfObjects Objects { get; }

    PdfFont? Font(string name);

    PdfDictionary? Properties(string name);

    /// <summary>Runs a form where it is drawn; notes a picture.</summary>
    void Draw(string name, PdfMatrix place, PdfPageText page);
}

/// <summary>A matrix of PDF: (a b c d e f).</summary>
internal readonly record struct PdfMatrix(double A, double B, double C, double D, double X, double Y)
{
    public static readonly PdfMatrix Identity = new(1, 0, 0, 1, 0, 0);

    /// <summary>How much larger text becomes.</summary>
    public double Height => Math.Sqrt((C * C) + (D * D));

    public PdfMatrix Then(PdfMatrix next) =>
        new(
            (A * next.A) + (B * next.C),
            (A * next.B) + (B * next.D),
            (C * next.A) + (D * next.C),
            (C * next.B) + (D * next.D),
            (X * next.A) + (Y * next.C) + next.X,
            (X * next.B) + (Y * next.D) + next.Y);
}
