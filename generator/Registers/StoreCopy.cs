using System.Data.Common;
using Dapper;

namespace PiiDocs.Registers;

/// <summary>Copies all tables from one database into another, empty one.</summary>
internal static class StoreCopy
{
    private static readonly string[] Tables = ["numbers", "publications", "services", "audit"];

    public static long Copy(DbTransaction source, DbTransaction target, string shown)
    {
        if (Tables.Any(table => target.Connection!.ExecuteScalar<long>($"select count(*) from {table}", null, target) > 0))
        {
            throw new RegisterUnavailableException(RegisterErrors.NotEmpty(shown));
        }

        return Tables.Sum(table => CopyTable(source, target, table));
    }

    private static long CopyTable(DbTransaction source, DbTransaction target, string table)
    {
        var copied = 0L;
        using var reader = source.Connection!.ExecuteReader($"select * from {table}", null, source);
        var columns = Enumerable.Range(0, reader.FieldCount).Select(reader.GetName).ToArray();
        var insert = $"insert into {table} ({string.Join(", ", columns)}) values ({string.Join(", ", columns.Select(column => $"@{column}"))})";
        while (reader.Read())
        {
            var row = new DynamicParameters();
            for (var i = 0; i < columns.Length; i++)
            {
                row.Add(columns[i], reader.IsDBNull(i) ? null : reader.GetValue(i));
            }

            copied += target.Connection!.Execute(insert, row, target);
        }

        return copied;
    }
}
