namespace PiiDocs.Typesetting.Fonts;

/// <summary>Writes a Type 2 charstring without its subroutines (Adobe Technical Note 5177).</summary>
/// <remarks>
/// A subset of flat charstrings needs no subroutine lists, and each can be kept for the next document as it is. What
/// has to be understood for that: where a number ends, how many stand on the stack when hints are declared, and
/// whether the first of them is the width.
/// </remarks>
internal sealed class CharStringFlattener(CffIndex globalSubroutines, CffIndex localSubroutines)
{
    // Note 5177, appendix B: subroutines call each other ten deep at most. The stack holds 48; some makers take more.
    private const int DeepestCall = 10;
    private const int StackSize = 513;
    private const int LongestOutput = 0xFFFF;
    private const int MostSteps = 500_000;

    private readonly (int Start, int Value)[] _stack = new (int Start, int Value)[StackSize];
    private readonly List<byte> _output = [];
    private int _depth;
    private int _stems;
    private int _steps;
    private bool _widthIsKnown;
    private bool _ended;

    /// <param name="charString">As it stands in the font.</param>
    /// <param name="width">Put in front in place of the charstring's own; null for none.</param>
    /// <exception cref="FontFormatException">The charstring is broken, or draws in a way no font in use does.</exception>
    public byte[] Flatten(ReadOnlySpan<byte> charString, int? width)
    {
        Run(charString, 0);
        if (!_ended)
        {
            EndGlyph();
        }

        return [.. width is { } number ? Encode(number) : [], .. _output];
    }

    private void Run(ReadOnlySpan<byte> charString, int calls)
    {
        var reader = new FontReader(charString);
        for (var at = 0; at < charString.Length && !_ended;)
        {
            if (++_steps > MostSteps || _output.Count > LongestOutput)
            {
                throw new FontFormatException("a charstring that does not end");
            }

            var first = reader.UInt8(at);
            if (first is 28 or >= 32)
            {
                at += Push(reader, at);
                continue;
            }

            if (first == CharStringOperator.Return)
            {
                return;
            }

            at += Operate(reader, at, calls);
        }
    }

    private int Push(FontReader reader, int at)
    {
        int first = reader.UInt8(at);
        var (value, length) = first switch
        {
            28 => (reader.Int16(at + 1), 3),
            <= 246 => (first - 139, 1),
            <= 250 => (((first - 247) * 256) + reader.UInt8(at + 1) + 108, 2),
            <= 254 => ((-(first - 251) * 256) - reader.UInt8(at + 1) - 108, 2),
            _ => ((int)reader.UInt32(at + 1) >> 16, 5),
        };
        if (_depth == StackSize)
        {
            throw new FontFormatException("a charstring with too many operands");
        }

        _stack[_depth++] = (_output.Count, value);
        _output.AddRange(reader.Slice(at, length));
        return length;
    }

    private int Operate(FontReader reader, int at, int calls)
    {
        var code = reader.UInt8(at);
        switch (code)
        {
            case CharStringOperator.CallLocal:
                Call(localSubroutines, calls);
                return 1;
            case CharStringOperator.CallGlobal:
                Call(globalSubroutines, calls);
                return 1;
            case CharStringOperator.HorizontalMask or CharStringOperator.CounterMask:
                CountStems();
                var mask = reader.Slice(at, 1 + ((_stems + 7) / 8));
                _output.AddRange(mask);
                return mask.Length;
            case CharStringOperator.EndGlyph:
                EndGlyph();
                return 1;
            case CharStringOperator.Escape:
                OperateEscaped(reader.UInt8(at + 1));
                return 2;
            default:
                Draw(code);
                return 1;
        }
    }

    private void Draw(byte code)
    {
        if (code is CharStringOperator.HorizontalStem or CharStringOperator.VerticalStem
            or CharStringOperator.HorizontalStemMasked or CharStringOperator.VerticalStemMasked)
        {
            CountStems();
        }
        else if (code is CharStringOperator.Move)
        {
            TakeWidth(_depth > 2);
        }
        else if (code is CharStringOperator.HorizontalMove or CharStringOperator.VerticalMove)
        {
            TakeWidth(_depth > 1);
        }
        else if (!CharStringOperator.IsPath(code))
        {
            throw new FontFormatException($"unknown charstring operator {code}");
        }

        _output.Add(code);
        _widthIsKnown = true;
        _depth = 0;
    }

    private void CountStems()
    {
        TakeWidth(_depth % 2 == 1);
        _stems += _depth / 2;
        _depth = 0;
    }

    private void EndGlyph()
    {
        TakeWidth(_depth is 1 or 5);
        if (_depth >= 4)
        {
            throw new FontFormatException("an accented character made of two others by an endchar of old");
        }

        _output.Add(CharStringOperator.EndGlyph);
        _ended = true;
    }

    // The width comes first, before the operands of the first operator that clears the stack.
    private void TakeWidth(bool isThere)
    {
        if (isThere && !_widthIsKnown)
        {
            var next = _depth > 1 ? _stack[1].Start : _output.Count;
            if (_stack[0].Start != 0 || next < 0)
            {
                throw new FontFormatException("a width that is computed");
            }

            _output.RemoveRange(0, next);
            _depth--;
        }

        _widthIsKnown = true;
    }

    private void Call(CffIndex subroutines, int calls)
    {
        if (_depth == 0 || calls == DeepestCall)
        {
            throw new FontFormatException("a subroutine call without number, or too deep");
        }

        var (start, number) = _stack[--_depth];
        if (start < 0)
        {
            throw new FontFormatException("a subroutine number that is computed");
        }

        _output.RemoveRange(start, _output.Count - start);
        var bias = subroutines.Count < 1240 ? 107 : subroutines.Count < 33900 ? 1131 : 32768;
        Run(subroutines[number + bias].Span, calls + 1);
    }

    private void OperateEscaped(byte code)
    {
        _output.Add(CharStringOperator.Escape);
        _output.Add(code);
        if (CharStringOperator.IsFlex(code))
        {
            _depth = 0;
            _widthIsKnown = true;
            return;
        }

        if (!CharStringOperator.TryGetStackEffect(code, out var takes, out var gives) || takes > _depth)
        {
            throw new FontFormatException($"unknown charstring operator 12 {code}, or too few operands");
        }

        // What is computed has no place of its own in the output; nor have the numbers it was made of any longer.
        _depth = _depth - takes + gives;
        Array.Fill(_stack, (-1, 0), 0, _depth);
    }

    private static byte[] Encode(int number) => number switch
    {
        >= -107 and <= 107 => [(byte)(number + 139)],
        >= 108 and <= 1131 => [(byte)(247 + ((number - 108) >> 8)), (byte)(number - 108)],
        _ => [28, (byte)(number >> 8), (byte)number],
    };
}
