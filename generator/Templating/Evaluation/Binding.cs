using System.Globalization;
using System.Numerics;

namespace PiiDocs.Templating.Evaluation;

/// <summary>The arguments of a call on their way to the parameters of a function.</summary>
internal sealed class Binding(Callable function)
{
    private readonly TracedValue[] _values = new TracedValue[function.Parameters.Length];
    private ulong _filled;
    private int _next;

    public Callable Function => function;

    /// <summary>Every parameter that has no default is filled, and no argument is left over.</summary>
    public bool IsComplete
    {
        get
        {
            var isFilled = true;
            for (var i = 0; i < _values.Length; i++)
            {
                isFilled &= function.Parameters[i].IsOptional || IsFilled(i);
            }

            return isFilled && (_next <= _values.Length || function.IsVariadic);
        }
    }

    /// <summary>How many arguments there were.</summary>
    public int Count => Math.Max(_next, BitOperations.PopCount(_filled));

    /// <summary>The next argument by place; one too many is counted and dropped.</summary>
    public void Add(TracedValue value) => Set(_next++, value);

    public void Set(int index, TracedValue value)
    {
        if (function.IsVariadic && index >= _values.Length - 1)
        {
            index = _values.Length - 1;
            var rest = IsFilled(index) ? (ScriptArray)_values[index].Value! : new ScriptArray();
            rest.Add(value);
            value = new(rest);
        }

        if (index < _values.Length)
        {
            _values[index] = value;
            _filled |= 1UL << index;
        }
    }

    /// <summary>One value per parameter, defaults where nothing was given.</summary>
    public TracedValue[] Complete()
    {
        for (var i = 0; i < _values.Length; i++)
        {
            if (!IsFilled(i))
            {
                _values[i] = new(function.Parameters[i].IsVariadic ? new ScriptArray() : function.Parameters[i].Default);
            }
        }

        return _values;
    }

    private bool IsFilled(int index) => (_filled & (1UL << index)) != 0;
}

/// <summary>How many arguments a function takes, in words.</summary>
internal static class Arity
{
    public static string Describe(Callable function)
    {
        var required = function.Required.ToString(CultureInfo.InvariantCulture);
        var most = function.Parameters.Length.ToString(CultureInfo.InvariantCulture);
        return function.IsVariadic ? $"{required}+" : required == most ? required : $"{required}–{most}";
    }
}
