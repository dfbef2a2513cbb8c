using System.Text;
using PiiDocs.Core;

namespace PiiDocs.Cases.Tables;

/// <summary>A hash over the values of a case: the same values, the same hash, wherever they stand.</summary>
public static class CaseHash
{
    /// <summary>Lower-case hex SHA-256.</summary>
    public static string Of(DataObject data)
    {
        var text = new StringBuilder();
        Append(data, text);
        return ContentHash.Of(text.ToString());
    }

    // Lengths go before texts, so that no two cases can be written alike.
    private static void Append(DataNode node, StringBuilder text)
    {
        switch (node)
        {
            case DataText value:
                text.Append('t').Append(value.Value.Length).Append(':').Append(value.Value);
                break;
            case DataNumber value:
                text.Append('n').Append(value.Written.Length).Append(':').Append(value.Written);
                break;
            case DataFlag value:
                text.Append(value.Value ? "+" : "-");
                break;
            case DataList list:
                text.Append('[').Append(list.Items.Length).Append(':');
                foreach (var item in list.Items)
                {
                    Append(item, text);
                }

                break;
            case DataObject map:
                text.Append('{').Append(map.Members.Length).Append(':');
                foreach (var member in map.Members)
                {
                    text.Append(member.Name.Length).Append(':').Append(member.Name);
                    Append(member.Value, text);
                }

                break;
            default:
                text.Append('0');
                break;
        }
    }
}
