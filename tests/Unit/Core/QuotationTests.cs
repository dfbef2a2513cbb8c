using PiiDocs.Core;

namespace PiiDocs.Unit.Core;

public sealed class QuotationTests
{
    [Theory]
    [InlineData("公告期为二十九日。", 4, 4, "公告期为⟦二十九日⟧。")]
    [InlineData("甲乙", 0, 2, "⟦甲乙⟧")]
    public void The_words_meant_are_marked(string text, int start, int length, string marked) =>
        Assert.Equal(marked, new Quotation(text, [new(start, length)]).ToString());

    [Fact]
    public void Several_places_are_marked_in_order() =>
        Assert.Equal("⟦甲⟧和⟦乙⟧", new Quotation("甲和乙", [new(0, 1), new(2, 1)]).ToString());

    [Fact]
    public void Errors_and_warnings_are_counted_in_one_place()
    {
        Diagnostic Of(Severity severity) => new("PD0000", severity, new("", ""));

        Assert.Equal(new(1, 2), DiagnosticCount.Of([Of(Severity.Error), Of(Severity.Warning), Of(Severity.Information), Of(Severity.Warning)]));
        Assert.True(DiagnosticCount.Of([Of(Severity.Information)]).IsNone);
    }
}
