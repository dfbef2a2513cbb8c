using PiiDocs.EndToEnd;
using PiiDocs.EndToEnd.Server;

namespace PiiDocs.Pane;

/// <summary>文号 in the form: taken from the register of the office, where the server has one.</summary>
[Collection(PaneTests.Name)]
public sealed class NumberTests(Chromium chromium) : Workplace
{
    private const string Type = "criminal-indictment";
    private const string Field = $"[name='$.documents.{Type}.number']";

    [Fact]
    public async Task A_number_is_taken_into_the_form_and_saved_with_it()
    {
        await using var server = await RunningServer.Paired(options => options with { Store = Path.Combine(Folder, "registers.db") });
        var path = Path.Combine(server.Cases, $"{RunningServer.Case}.yaml");
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path)).Replace("number: 沪静检刑诉〔2024〕12号", "number: auto", StringComparison.Ordinal));
        var pane = await PanePage.Open(chromium, server, new());
        await pane.Choose(RunningServer.Case, Type);

        Assert.Contains("沪静检刑诉〔2024〕1号", await pane.Page.InnerTextAsync("[name=take-number]"), StringComparison.Ordinal);
        await pane.Click("take-number");
        await pane.Page.WaitForFunctionAsync("field => document.querySelector(field).value === '沪静检刑诉〔2024〕1号'", Field);
        Assert.Equal(0, await pane.Page.Locator("[name=take-number]").CountAsync());
        await pane.Click("save");
        await pane.Notice("success");

        Assert.Contains("number: 沪静检刑诉〔2024〕1号", await File.ReadAllTextAsync(path), StringComparison.Ordinal);
        await pane.Show("make");
        await pane.Click("make");
        await pane.Page.WaitForSelectorAsync(".files li");
        Assert.Equal("used", (string?)(await server.Get($"/api/v1/numbers?case={RunningServer.Case}&type={Type}"))["numbers"]![0]!["state"]);
    }

    [Fact]
    public async Task A_server_without_a_register_offers_no_number()
    {
        await using var server = await RunningServer.Paired();
        var pane = await PanePage.Open(chromium, server, new());
        await pane.Choose(RunningServer.Case, Type);
        await pane.Page.FillAsync("#field-search", "文号");

        await pane.Page.WaitForSelectorAsync(Field);
        Assert.Equal(0, await pane.Page.Locator("[name=take-number]").CountAsync());
    }
}
