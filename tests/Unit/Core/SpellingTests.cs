using PiiDocs.Core;

namespace PiiDocs.Unit.Core;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("nmae", "name")]
    [InlineData("signatur", "signature")]
    [InlineData("Title", "title")]
    [InlineData("zzz", null)]
    [InlineData("", null)]
    public void A_misspelt_word_finds_its_neighbour(string word, string? expected) =>
        Assert.Equal(expected, Spelling.Nearest(word, ["name", "title", "signature"]));
}
