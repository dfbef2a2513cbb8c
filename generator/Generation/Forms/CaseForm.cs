using System.Collections.Immutable;
using PiiDocs.Cases;
using PiiDocs.Core;

namespace PiiDocs.Generation.Forms;

/// <summary>What a person fills in for one document of a case.</summary>
/// <param name="Type">The document type's id.</param>
/// <param name="Title">What the document is called.</param>
/// <param name="Groups">In the order of the schema.</param>
public sealed record CaseForm(string Type, Message Title, ImmutableArray<FormGroup> Groups);

/// <param name="Label">What the fields belong to: the office, the second party.</param>
/// <param name="Fields">At least one.</param>
public sealed record FormGroup(Message Label, ImmutableArray<FormField> Fields);

/// <param name="Field">Its place in the case.</param>
/// <param name="Schema">What the schema says of it.</param>
/// <param name="Value">What the case has; null where it has nothing.</param>
public sealed record FormField(FieldPath Field, SchemaField Schema, DataNode? Value)
{
    /// <summary>The document cannot do without it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>It is empty, and the document asks for it.</summary>
    public bool IsMissing { get; init; }

    /// <summary>The labels on the way from its group to it: <c>联系人 · 电话</c>.</summary>
    public Message Label
    {
        get
        {
            var inner = Schema.Within.Length > 1 ? Schema.Within[OwnDepth..] : [];
            return new(
                string.Join(" · ", inner.Select(each => each.Chinese).Append(Schema.Label.Chinese).Where(each => each is { Length: > 0 })),
                string.Join(" · ", inner.Select(each => each.English).Append(Schema.Label.English).Where(each => each is { Length: > 0 })));
        }
    }

    private int OwnDepth => Schema.Path.Value.StartsWith("$.documents.", StringComparison.Ordinal) ? Math.Min(2, Schema.Within.Length) : 1;
}
