using System.Collections.Immutable;

namespace PiiDocs.Core;

/// <summary>A schema as templates see it: which members a value has, before any data is there.</summary>
public abstract record FieldShape
{
    private protected FieldShape()
    {
    }

    /// <summary>The Chinese label a form or a message shows; null where the schema gives none.</summary>
    public string? Label { get; init; }

    /// <summary>The personal-information class (<c>x-pii</c>) of the value; null where it is none.</summary>
    public string? PersonalInformation { get; init; }
}

public sealed record TextShape : FieldShape;

public sealed record NumberShape : FieldShape;

public sealed record FlagShape : FieldShape;

public sealed record ListShape(FieldShape Item) : FieldShape;

/// <param name="Members">Known members by name.</param>
/// <param name="Open">Members beside the known ones are allowed (a map keyed by data).</param>
public sealed record ObjectShape(ImmutableSortedDictionary<string, MemberShape> Members, bool Open) : FieldShape
{
    /// <summary>The shape of the cases that have a field, and so everything on the way to it.</summary>
    public ObjectShape Requiring(FieldPath field) => Requiring(field.Value.Split('.').AsSpan(1));

    private ObjectShape Requiring(ReadOnlySpan<string> names)
    {
        if (names.IsEmpty || !Members.TryGetValue(names[0], out var member))
        {
            return this;
        }

        var shape = member.Shape is ObjectShape inner ? inner.Requiring(names[1..]) : member.Shape;
        return this with { Members = Members.SetItem(names[0], new(shape, Required: true)) };
    }
}

/// <summary>Anything: a place the schema leaves free; nothing is checked below it.</summary>
public sealed record AnyShape : FieldShape;

/// <param name="Shape">What the member holds.</param>
/// <param name="Required">The schema demands it, so a template may read it without asking.</param>
public sealed record MemberShape(FieldShape Shape, bool Required);
