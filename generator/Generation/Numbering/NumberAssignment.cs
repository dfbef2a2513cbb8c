using System.Globalization;
using PiiDocs.Core;
using PiiDocs.Registers;

namespace PiiDocs.Generation.Numbering;

/// <summary>Fills <c>number: auto</c> of a case from the register, and tells the register which document bears a number.</summary>
/// <param name="catalog">The document types.</param>
/// <param name="patterns">How they are numbered.</param>
/// <param name="clerk">The register, and who writes into it.</param>
/// <param name="clock">Gives the year of a document that has no date yet.</param>
public sealed class NumberAssignment(TemplateCatalog catalog, NumberPatterns patterns, RegisterClerk clerk, TimeProvider clock)
{
    public const string Open = "auto";

    /// <summary>Whether one of some documents waits for a number.</summary>
    public static bool HasOpen(CaseInput input, IReadOnlyCollection<string> types) => types.Any(type => input.NumberOf(type) == Open);

    /// <summary>A warning for each document that waits for a number where there is no register.</summary>
    public static IEnumerable<Diagnostic> WithoutRegister(CaseInput input, IEnumerable<string> types) =>
        from type in types where input.NumberOf(type) == Open select NumberingErrors.NoRegister(input, type);

    /// <summary>The case with its open numbers filled.</summary>
    /// <param name="input">The case.</param>
    /// <param name="made">Types about to be made: they are given a number. Others only show one they already have.</param>
    /// <param name="diagnostics">Takes why a number cannot be given.</param>
    public CaseInput Fill(CaseInput input, IReadOnlyCollection<string> made, DiagnosticBag diagnostics)
    {
        var numbers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in input.BorneDocuments.Where(IsOpen).Select(member => member.Name))
        {
            var isMade = made.Contains(id);
            var request = RequestFor(input, id, isMade ? diagnostics : new());
            var number = request is null ? null : isMade ? clerk.Store.Numbers.Reserve(request, clerk.By) : Living(request);
            if (number is not null)
            {
                numbers.Add(id, number.Number);
            }
        }

        return numbers.Count == 0 ? input : input with { Data = WithNumbers(input.Data, numbers) };
    }

    /// <summary>Says that a file made of a case bears its number; does nothing for a document that has none from the register.</summary>
    public void Confirm(CaseInput filled, string typeId, string hash, DiagnosticBag diagnostics)
    {
        if (filled.BorneDocuments.FirstOrDefault(member => member.Name == typeId)?.Value is DataObject document
            && document.Find("number") is DataText number && clerk.Store.Numbers.Find(number.Value) is { CaseId: var caseId } && caseId == filled.Id)
        {
            clerk.Store.Numbers.Use(number.Value, hash, clerk.By, diagnostics);
        }
    }

    /// <summary>What is asked of the register for a document; null where its type is not numbered, or, with diagnostics, where no number can be given.</summary>
    public NumberRequest? RequestFor(CaseInput input, string typeId, DiagnosticBag diagnostics)
    {
        if (catalog.Find(typeId, new())?.Numbering is not { } kind)
        {
            return null;
        }

        if (input.Data.Find("office") is not DataObject office || office.Find("short_name") is not DataText name)
        {
            diagnostics.Add(NumberingErrors.NoOfficeName(input.Data.Find("office")?.Location));
            return null;
        }

        var request = patterns.RequestFor(new(name.Value, kind, YearOf(input, typeId)), input.Id, typeId);
        if (request is null)
        {
            diagnostics.Add(NumberingErrors.NoPattern(kind, input.Data.Find("documents")?.Location));
        }

        return request;
    }

    /// <summary>The number that a document has in the register, reserved or used; null where it has none.</summary>
    public RegisteredNumber? Living(NumberRequest request) =>
        clerk.Store.Numbers.List(new(request.Series.Office, request.Series.Series, request.Series.Year, null, request.CaseId))
            .LastOrDefault(number => number.Type == request.Type && number.State != NumberState.Void);

    private int YearOf(CaseInput input, string typeId) =>
        DateOnly.TryParseExact(input.DocumentDate(typeId), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date.Year
            : clock.GetLocalNow().Year;

    private static bool IsOpen(DataMember document) =>
        document.Value is DataObject own && own.Find("number") is DataText { Value: Open };

    private static DataObject WithNumbers(DataObject data, Dictionary<string, string> numbers) =>
        Replace(data, "documents", documents => documents is not DataObject all ? documents : numbers.Aggregate(all, (changed, number) =>
            Replace(changed, number.Key, own => own is not DataObject document ? own : Replace(document, "number", open =>
                new DataText(number.Value) { Path = open.Path, Location = open.Location }))));

    private static DataObject Replace(DataObject value, string name, Func<DataNode, DataNode> change) => value with
    {
        Members = [.. value.Members.Select(member => member.Name == name ? member with { Value = change(member.Value) } : member)],
    };
}

/// <summary>Someone at the registers.</summary>
/// <param name="Store">The registers.</param>
/// <param name="By">The account that writes.</param>
public sealed record RegisterClerk(RegisterStore Store, string By);
