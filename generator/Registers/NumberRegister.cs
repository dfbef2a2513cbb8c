using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using Dapper;
using PiiDocs.Core;

namespace PiiDocs.Registers;

/// <summary>文号: given out one after the other, and every one accounted for ever after.</summary>
public sealed class NumberRegister
{
    private const string SameSeries = "office = @Office and series = @Series and year = @Year";

    private const string NextOf = $"select coalesce(max(serial), 0) + 1 from numbers where {SameSeries}";

    private readonly RegisterStore _store;

    internal NumberRegister(RegisterStore store) => _store = store;

    /// <summary>The next number of a series, reserved; where this document of this case has a living one already, that one.</summary>
    /// <remarks>Whoever dies after this has lost nothing: the next run for the same document is given the same number.</remarks>
    public RegisteredNumber Reserve(NumberRequest request, string by) => _store.Write((entry, transaction) =>
    {
        var connection = transaction.Connection!;
        if (request.CaseId.Length > 0 && Living(transaction, request) is { } living)
        {
            return living;
        }

        var (series, serial) = (request.Series, NextSerial(transaction, request.Series));
        var number = Spell(request, serial);
        connection.Execute(
            """
            insert into numbers (office, series, year, serial, number, state, case_id, type, reserved_at, reserved_by)
            values (@Office, @Series, @Year, @serial, @number, 'reserved', @CaseId, @Type, @Now, @by)
            """,
            new { series.Office, series.Series, Year = (long)series.Year, serial, number, request.CaseId, request.Type, entry.Now, by },
            transaction);
        entry.Log(by, NumberLog.Reserve, number, NumberLog.Owner(request.CaseId, request.Type));
        return Find(transaction, number)!;
    });

    /// <summary>The number that would be given next; none is reserved, and who asks for one later may find it gone.</summary>
    public string Next(NumberRequest request) => _store.Read(connection => Spell(request, connection.ExecuteScalar<long>(
        NextOf, new { request.Series.Office, request.Series.Series, Year = (long)request.Series.Year })));

    /// <summary>A number by its text; null where the register does not know it.</summary>
    public RegisteredNumber? Find(string number) => _store.Read(connection =>
        connection.QuerySingleOrDefault<NumberRow>($"select {NumberRow.Columns} from numbers where number = @number", new { number })?.ToNumber());

    /// <summary>Says that a document bears a reserved number. Said again of the same document it changes nothing.</summary>
    /// <param name="number">The number.</param>
    /// <param name="documentHash">SHA-256 of the file, lower-case hex.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="diagnostics">Takes why it cannot be.</param>
    public RegisteredNumber? Use(string number, string documentHash, string by, DiagnosticBag diagnostics) => _store.Write((entry, transaction) =>
    {
        if (NotVoid(transaction, number, diagnostics) is not { } known)
        {
            return null;
        }

        if (known.State == NumberState.Used && known.DocumentHash == documentHash)
        {
            return known;
        }

        transaction.Connection!.Execute(
            "update numbers set state = 'used', used_at = @Now, used_by = @by, document_hash = @documentHash where number = @number",
            new { entry.Now, by, documentHash, number },
            transaction);
        entry.Log(by, NumberLog.Use, number, NumberLog.Document(documentHash));
        return Find(transaction, number);
    });

    /// <summary>Says why a number is used for nothing any more. The number stays in the register and is never given out again.</summary>
    public RegisteredNumber? Void(string number, string reason, string by, DiagnosticBag diagnostics) => _store.Write((entry, transaction) =>
    {
        if (NotVoid(transaction, number, diagnostics) is null)
        {
            return null;
        }

        transaction.Connection!.Execute(
            "update numbers set state = 'void', voided_at = @Now, voided_by = @by, void_reason = @reason where number = @number",
            new { entry.Now, by, reason, number },
            transaction);
        entry.Log(by, NumberLog.Void, number, $"reason={reason}");
        return Find(transaction, number);
    });

    /// <summary>Takes over numbers given out elsewhere, all or none; the register goes on after the highest of them.</summary>
    /// <returns>How many were taken over.</returns>
    public int Import(IReadOnlyList<ImportedNumber> numbers, string by, DiagnosticBag diagnostics) => _store.Write((entry, transaction) =>
    {
        var twice = numbers.GroupBy(each => each.Number, StringComparer.Ordinal).SelectMany(same => same.Skip(1));
        var refused = numbers.Where(each => IsTaken(transaction, each)).Concat(twice).Distinct().ToList();
        diagnostics.AddRange(refused.Select(each => RegisterErrors.AlreadyRegistered(each.Number, each.Location)));
        if (refused.Count > 0)
        {
            return 0;
        }

        foreach (var each in numbers)
        {
            Insert(transaction, each, entry, by);
        }

        return numbers.Count;
    });

    /// <summary>Numbers in order of office, kind, year and serial.</summary>
    public ImmutableArray<RegisteredNumber> List(NumberFilter filter) => _store.Read(connection => connection.Query<NumberRow>(
        $"""
        select {NumberRow.Columns} from numbers
        where (@Office is null or office = @Office) and (@Series is null or series = @Series) and (@Year is null or year = @Year)
            and (@State is null or state = @State) and (@CaseId is null or case_id = @CaseId)
        order by office, series, year, serial
        """,
        Parameters(filter)).Select(row => row.ToNumber()).ToImmutableArray());

    private static DynamicParameters Parameters(NumberFilter filter)
    {
        // Typed one by one: PostgreSQL asks for the type of a parameter that is null.
        var parameters = new DynamicParameters();
        parameters.Add("Office", filter.Office, System.Data.DbType.String);
        parameters.Add("Series", filter.Series, System.Data.DbType.String);
        parameters.Add("Year", (long?)filter.Year, System.Data.DbType.Int64);
        parameters.Add("State", filter.State?.ToString().ToLowerInvariant(), System.Data.DbType.String);
        parameters.Add("CaseId", filter.CaseId, System.Data.DbType.String);
        return parameters;
    }

    private static RegisteredNumber? Living(DbTransaction transaction, NumberRequest request) =>
        transaction.Connection!.QuerySingleOrDefault<NumberRow>(
            $"select {NumberRow.Columns} from numbers where case_id = @CaseId and type = @Type and {SameSeries} and state <> 'void'",
            new { request.CaseId, request.Type, request.Series.Office, request.Series.Series, Year = (long)request.Series.Year },
            transaction)?.ToNumber();

    private static long NextSerial(DbTransaction transaction, NumberSeries series) =>
        transaction.Connection!.ExecuteScalar<long>(NextOf, new { series.Office, series.Series, Year = (long)series.Year }, transaction);

    private static string Spell(NumberRequest request, long serial) =>
        request.Pattern.Replace("{serial}", serial.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static RegisteredNumber? Find(DbTransaction transaction, string number) =>
        transaction.Connection!.QuerySingleOrDefault<NumberRow>(
            $"select {NumberRow.Columns} from numbers where number = @number", new { number }, transaction)?.ToNumber();

    /// <summary>The number, where something can still become of it.</summary>
    private static RegisteredNumber? NotVoid(DbTransaction transaction, string number, DiagnosticBag diagnostics)
    {
        var known = Find(transaction, number);
        if (known is { State: not NumberState.Void })
        {
            return known;
        }

        diagnostics.Add(known is null ? RegisterErrors.UnknownNumber(number) : RegisterErrors.AlreadyVoid(number));
        return null;
    }

    private static bool IsTaken(DbTransaction transaction, ImportedNumber each) =>
        transaction.Connection!.ExecuteScalar<long>(
            $"select count(*) from numbers where ({SameSeries} and serial = @Serial) or number = @Number",
            new { each.Series.Office, each.Series.Series, Year = (long)each.Series.Year, Serial = (long)each.Serial, each.Number },
            transaction) > 0;

    private static void Insert(DbTransaction transaction, ImportedNumber each, Entry entry, string by)
    {
        transaction.Connection!.Execute(
            """
            insert into numbers (office, series, year, serial, number, state, case_id, type, reserved_at, reserved_by, used_at, used_by, imported)
            values (@Office, @Series, @Year, @Serial, @Number, 'used', @CaseId, @Type, @Now, @by, @Now, @by, 1)
            """,
            new
            {
                each.Series.Office,
                each.Series.Series,
                Year = (long)each.Series.Year,
                Serial = (long)each.Serial,
                each.Number,
                each.CaseId,
                each.Type,
                entry.Now,
                by,
            },
            transaction);
        entry.Log(by, NumberLog.Import, each.Number, NumberLog.Owner(each.CaseId, each.Type));
    }
}
