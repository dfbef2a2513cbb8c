using System.Globalization;
using System.Numerics;
using System.Text;

namespace PiiDocs.Templating.Syntax;

/// <summary>Strings and numbers.</summary>
internal sealed partial class Lexer
{
    private void ReadStringToken(char c)
    {
        if (c == '$')
        {
            ReadInterpolated();
            return;
        }

        var start = _position++;
        var value = new StringBuilder();
        while (_position < _text.Length)
        {
            if (_text[_position] == c)
            {
                _position++;
                if (c != '`' || _position == _text.Length || _text[_position] != '`')
                {
                    Add(TokenKind.String, start, _position, value.ToString());
                    return;
                }
            }

            if (c != '`' && _text[_position] == '\\')
            {
                ReadEscape(value);
            }
            else
            {
                value.Append(_text[_position++]);
            }
        }

        ReportUnclosedString(start, c);
    }

    /// <summary>Goes back to the first line end or <c>}}</c> after the quote: what follows is not the string's.</summary>
    private void ReportUnclosedString(int start, char quote)
    {
        diagnostics.Add(TemplateErrors.Unclosed(At(start, start + 1), quote.ToString(), quote.ToString()));
        _position = start + 1;
        while (_position < _text.Length && _text[_position] is not ('\n' or '\r') && !IsCodeClose())
        {
            _position++;
        }

        Add(TokenKind.String, start, _position, _text[(start + 1).._position]);
    }

    private void ReadInterpolated()
    {
        var start = _position;
        var quote = _text[start + 1];
        _position += 2;
        Add(TokenKind.InterpolatedOpen, start, _position);
        var count = _tokens.Count;
        var errors = diagnostics.Items.Count;
        if (!ReadInterpolatedParts(quote))
        {
            _tokens.RemoveRange(count - 1, _tokens.Count - count + 1);
            if (diagnostics.Items.Count == errors)
            {
                ReportUnclosedString(start + 1, quote);
                return;
            }

            _position = _text.Length;
        }
    }

    private bool ReadInterpolatedParts(char quote)
    {
        var value = new StringBuilder();
        var start = _position;
        while (_position < _text.Length)
        {
            var c = _text[_position];
            if (c == quote || c == '{')
            {
                Add(TokenKind.InterpolatedText, start, _position, value.ToString());
                value.Clear();
                Add(c == quote ? TokenKind.InterpolatedClose : TokenKind.InterpolationOpen, _position, ++_position);
                if (c == quote)
                {
                    return true;
                }

                if (!ReadCode(closing: '}'))
                {
                    return false;
                }

                start = _position;
            }
            else if (c == '\\')
            {
                ReadEscape(value);
            }
            else
            {
                value.Append(c);
                _position++;
            }
        }

        return false;
    }

    private void ReadEscape(StringBuilder value)
    {
        var start = _position++;
        if (_position == _text.Length)
        {
            return;
        }

        var c = _text[_position++];
        switch (c)
        {
            case 'n': value.Append('\n'); break;
            case 'r': value.Append('\r'); break;
            case 't': value.Append('\t'); break;
            case 'b': value.Append('\b'); break;
            case 'f': value.Append('\f'); break;
            case 'v': value.Append('\v'); break;
            case '0': value.Append('\0'); break;
            case '\\' or '\'' or '"' or '{' or '}': value.Append(c); break;
            case '\r': SkipLineFeed(); break;
            case '\n': break;
            case 'u': ReadCodeUnit(value, start, 4); break;
            case 'x': ReadCodeUnit(value, start, 2); break;
            default: diagnostics.Add(TemplateErrors.BadEscape(At(start, _position))); break;
        }
    }

    private void SkipLineFeed()
    {
        if (_position < _text.Length && _text[_position] == '\n')
        {
            _position++;
        }
    }

    private void ReadCodeUnit(StringBuilder value, int start, int digits)
    {
        var end = Math.Min(_position + digits, _text.Length);
        if (end - _position == digits
            && ushort.TryParse(_text.AsSpan(_position, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit))
        {
            value.Append((char)unit);
            _position = end;
            return;
        }

        diagnostics.Add(TemplateErrors.BadEscape(At(start, _position)));
    }

    private void ReadNumber()
    {
        var start = _position;
        var value = _text[start] == '0' && start + 1 < _text.Length && _text[start + 1] is 'x' or 'b'
            ? ReadPowerOfTwo(start)
            : ReadDecimal(start);
        if (value is null)
        {
            diagnostics.Add(TemplateErrors.BadNumber(At(start, _position)));
        }

        Add(TokenKind.Number, start, _position, value ?? 0);
    }

    private object? ReadPowerOfTwo(int start)
    {
        var isHexadecimal = _text[start + 1] == 'x';
        _position = start + 2;
        var value = BigInteger.Zero;
        var digits = 0;
        for (; _position < _text.Length; _position++)
        {
            var c = _text[_position];
            if (c != '_' && !(isHexadecimal ? char.IsAsciiHexDigit(c) : c is '0' or '1'))
            {
                break;
            }

            if (c != '_')
            {
                value = (value * (isHexadecimal ? 16 : 2)) + Convert.ToInt32(c.ToString(), 16);
                digits++;
            }
        }

        var isUnsigned = _position < _text.Length && _text[_position] is 'u' or 'U';
        _position += isUnsigned ? 1 : 0;
        return digits == 0 ? null : FitBits(value, isUnsigned);
    }

    private static object? FitBits(BigInteger value, bool isUnsigned) => value switch
    {
        _ when value <= int.MaxValue => (int)value,
        _ when value <= uint.MaxValue => isUnsigned ? (long)value : unchecked((int)(uint)value),
        _ when value <= long.MaxValue => (long)value,
        _ when value <= ulong.MaxValue => isUnsigned ? value : unchecked((long)(ulong)value),
        _ => null,
    };

    private object? ReadDecimal(int start)
    {
        SkipDigits(withUnderscores: true);
        var isFloat = SkipFraction();
        SkipExponent();
        var digits = _text[start.._position].Replace("_", "", StringComparison.Ordinal);
        if (_position < _text.Length
            && _text[_position] is 'f' or 'F' or 'd' or 'D' or 'm' or 'M'
            && (_position + 1 == _text.Length || !IsNameCharacter(_text[_position + 1])))
        {
            return ParseWithSuffix(digits, char.ToLowerInvariant(_text[_position++]));
        }

        if (isFloat)
        {
            return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
        }

        return ParseInteger(digits);
    }

    private static object? ParseWithSuffix(string digits, char suffix) => suffix switch
    {
        'f' => float.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var single) ? single : null,
        'm' => decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) ? exact : null,
        _ => double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
    };

    private static object? ParseInteger(string digits)
    {
        const NumberStyles style = NumberStyles.AllowExponent;
        if (digits.Length > 4 && digits.Contains('e', StringComparison.OrdinalIgnoreCase) && ExponentOf(digits) > 1000)
        {
            return null;
        }

        return int.TryParse(digits, style, CultureInfo.InvariantCulture, out var number) ? number
            : long.TryParse(digits, style, CultureInfo.InvariantCulture, out var large) ? large
            : digits.Length <= 1000 && BigInteger.TryParse(digits, style, CultureInfo.InvariantCulture, out var big) ? big
            : null;
    }

    private static int ExponentOf(string digits) =>
        int.TryParse(digits.AsSpan(digits.IndexOfAny(['e', 'E']) + 1), out var exponent) ? exponent : int.MaxValue;

    private void SkipDigits(bool withUnderscores)
    {
        while (_position < _text.Length && (char.IsAsciiDigit(_text[_position]) || (withUnderscores && _text[_position] == '_')))
        {
            _position++;
        }

        // A digit of another script is no number; taking it along keeps the error on the whole word.
        while (_position < _text.Length && char.IsDigit(_text[_position]) && !char.IsAsciiDigit(_text[_position]))
        {
            _position++;
        }
    }

    /// <summary>A dot belongs to the number unless it begins a range or a member.</summary>
    private bool SkipFraction()
    {
        if (_position + 1 >= _text.Length || _text[_position] != '.' || !char.IsAsciiDigit(_text[_position + 1]))
        {
            return false;
        }

        _position++;
        SkipDigits(withUnderscores: false);
        return true;
    }

    private void SkipExponent()
    {
        if (_position >= _text.Length || _text[_position] is not ('e' or 'E'))
        {
            return;
        }

        var digits = _position + 1;
        if (digits < _text.Length && _text[digits] is '+' or '-')
        {
            digits++;
        }

        if (digits < _text.Length && char.IsAsciiDigit(_text[digits]))
        {
            _position = digits;
            SkipDigits(withUnderscores: false);
        }
    }
}
