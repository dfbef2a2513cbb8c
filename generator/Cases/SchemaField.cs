using System.Collections.Immutable;
using PiiDocs.Core;

namespace PiiDocs.Cases;

/// <summary>One simple value that a case may hold, as a form shows it.</summary>
/// <param name="Path">Items of a list as <c>[]</c>.</param>
/// <param name="Label">What a person calls it.</param>
/// <param name="Kind">What it holds.</param>
public sealed record SchemaField(FieldPath Path, Message Label, SchemaFieldKind Kind)
{
    /// <summary>Labels of the groups and lists it stands in, outermost first.</summary>
    public ImmutableArray<Message> Within { get; init; } = [];

    /// <summary>The name of its format (<c>date</c>, <c>money</c>, <c>id-card</c>); null for none.</summary>
    public string? Format { get; init; }

    /// <summary>How a value of that format is written.</summary>
    public Message? Form { get; init; }

    /// <summary>What the schema says of it.</summary>
    public string? Description { get; init; }

    public string? Example { get; init; }

    public string? PersonalInformation { get; init; }

    /// <summary>Whatever holds it must hold it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The values it may have; empty where any is allowed.</summary>
    public ImmutableArray<SchemaChoice> Choices { get; init; } = [];
}

/// <param name="Value">As the case file has it.</param>
/// <param name="Label">What a person calls it: from the field's description (<c>criminal 刑事公诉，civil 民事公益诉讼</c>), else the value itself.</param>
public sealed record SchemaChoice(string Value, string Label);

public enum SchemaFieldKind
{
    Text,
    Number,
    Flag,
}
