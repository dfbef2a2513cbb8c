using PiiDocs.Core;

namespace PiiDocs.Templating.Evaluation;

/// <summary>Finds the shape of a field.</summary>
internal static class ShapePath
{
    public static FieldShape? Find(FieldShape root, FieldPath field)
    {
        FieldShape? shape = root;
        foreach (var step in field.Value.Split('.').Skip(1))
        {
            var name = step.Split('[')[0];
            shape = shape is ObjectShape known && known.Members.TryGetValue(name, out var member) ? member.Shape : null;
            if (step.Contains('[', StringComparison.Ordinal))
            {
                shape = (shape as ListShape)?.Item;
            }
        }

        return shape;
    }
}
