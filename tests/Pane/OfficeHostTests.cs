using System.Text.Json;
using Microsoft.Playwright;

namespace PiiDocs.Pane;

/// <summary>host/office.mjs against the strict stand-in: round trips, reading back, locks, failures, five hundred controls.</summary>
[Collection(PaneTests.Name)]
public sealed class OfficeHostTests(Chromium chromium, Samples samples)
{
    private const string Office = "pii:office.name";

    // The scripts of these tests run in the page; `host` is the module under test, started as the pane starts it.
    private const string Start = "const { startOffice } = await import('/src/host/office.mjs'); const host = await startOffice(2000);";

    [Fact]
    public async Task Controls_are_read_in_one_round_trip_however_many_there_are()
    {
        var page = await Open(Documents.WithControls(Sample(), 500));

        var seen = await Run(page, """
            const before = fakeWord.seen.syncs;
            const fields = await host.listFields();
            return { count: fields.length, syncs: fakeWord.seen.syncs - before, tags: new Set(fields.map(each => each.tag)).size };
            """);

        Assert.True(seen.GetProperty("count").GetInt32() >= 500);
        Assert.Equal(2, seen.GetProperty("syncs").GetInt32()); // ours, and the one Word.run ends with
        Assert.True(seen.GetProperty("tags").GetInt32() > 1);
    }

    [Fact]
    public async Task Five_hundred_controls_are_written_and_read_back_in_three_round_trips()
    {
        var page = await Open(Documents.WithControls(Sample(), 500));

        var seen = await Run(page, """
            const fields = await host.listFields();
            const before = fakeWord.seen.syncs;
            const writes = fields.map(each => ({ tag: each.tag, occurrence: each.occurrence, text: each.text + '改' }));
            const outcomes = await host.setFields(writes, { track: false });
            const after = await host.listFields();
            return {
                syncs: fakeWord.seen.syncs - before - 2,
                written: outcomes.filter(each => each.written).length,
                wanted: writes.length,
                agree: after.every((each, i) => each.text === fields[i].text + '改'),
            };
            """);

        Assert.Equal(seen.GetProperty("wanted").GetInt32(), seen.GetProperty("written").GetInt32());
        Assert.True(seen.GetProperty("agree").GetBoolean());
        Assert.Equal(4, seen.GetProperty("syncs").GetInt32());
        Documents.Validate(await FakeWord.Save(page));
    }

    [Fact]
    public async Task Text_that_Word_does_not_take_is_said_not_to_be_written()
    {
        var page = await Open(Sample());

        var seen = await Run(page, $$"""
            fakeWord.document.silent.add('{{Office}}');
            return host.setFields([{ tag: '{{Office}}', occurrence: 0, text: '某院' }, { tag: 'pii:none', occurrence: 0, text: '无' }], { track: false });
            """);

        Assert.All(seen.EnumerateArray(), outcome => Assert.False(outcome.GetProperty("written").GetBoolean()));
        Assert.NotEqual("", seen[0].GetProperty("before").GetString());
    }

    [Fact]
    public async Task A_locked_control_is_opened_for_the_write_and_locked_again()
    {
        var page = await Open(Sample());

        var seen = await Run(page, $$"""
            fakeWord.document.lock(fakeWord.document.controls().find(each => fakeWord.document.tagOf(each) === '{{Office}}'), true);
            const [outcome] = await host.setFields([{ tag: '{{Office}}', occurrence: 0, text: '某院' }], { track: false });
            const [field] = (await host.listFields()).filter(each => each.tag === '{{Office}}');
            return { written: outcome.written, locked: field.locked, text: field.text };
            """);

        Assert.True(seen.GetProperty("written").GetBoolean());
        Assert.True(seen.GetProperty("locked").GetBoolean());
        Assert.Equal("某院", seen.GetProperty("text").GetString());
        Documents.Validate(await FakeWord.Save(page));
    }

    [Fact]
    public async Task One_control_that_fails_costs_only_itself()
    {
        var page = await Open(Documents.WithControls(Sample(), 60));

        var seen = await Run(page, """
            const fields = (await host.listFields()).slice(0, 40);
            fakeWord.seen.failures.insertText = '坏';
            const writes = fields.map((each, i) => ({ tag: each.tag, occurrence: each.occurrence, text: i === 17 ? '坏' : '好' }));
            const outcomes = await host.setFields(writes, { track: false });
            return outcomes.map(each => each.written);
            """);

        Assert.Equal([17], seen.EnumerateArray().Select((each, i) => (each.GetBoolean(), i)).Where(each => !each.Item1).Select(each => each.i));
    }

    [Fact]
    public async Task Lines_are_lines_and_empty_is_empty()
    {
        var page = await Open(Sample());

        var seen = await Run(page, $$"""
            const tag = '{{Office}}';
            const [lines] = await host.setFields([{ tag, occurrence: 0, text: '一\n二' }], { track: false });
            const [empty] = await host.setFields([{ tag, occurrence: 0, text: '' }], { track: false });
            return [lines.written, lines.after, empty.written, empty.after];
            """);

        Assert.Equal("[true,\"一\\n二\",true,\"\"]", seen.GetRawText());
        Documents.Validate(await FakeWord.Save(page));
    }

    [Fact]
    public async Task Changes_are_tracked_where_Word_can_and_the_mode_is_put_back()
    {
        var page = await Open(Sample(), new() { WordApi = "1.4" });

        var seen = await Run(page, $$"""
            const [outcome] = await host.setFields([{ tag: '{{Office}}', occurrence: 0, text: '某院' }], { track: true });
            return { written: outcome.written, mode: fakeWord.document.tracking, can: host.can.track };
            """);

        Assert.Equal("""{"written":true,"mode":"Off","can":true}""", seen.GetRawText());
        var saved = await FakeWord.Save(page);
        Documents.Validate(saved);
        Assert.Contains("某院", Documents.TextOf(saved), StringComparison.Ordinal);
        Assert.Contains("w:del ", DocumentXml(saved), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_Word_2019_nothing_above_the_baseline_is_touched()
    {
        var page = await Open(Sample());

        var seen = await Run(page, $$"""
            await host.setFields([{ tag: '{{Office}}', occurrence: 0, text: '某院' }], { track: true });
            await host.selectField('{{Office}}', 0);
            await host.fieldAtCursor();
            await host.selectText('检察院');
            await host.showBoxes(true);
            await host.openWithDocument(true);
            return { can: host.can.track, opens: await host.opensWithDocument(), saved: fakeWord.seen.settings, used: fakeWord.used() };
            """);

        Assert.False(seen.GetProperty("can").GetBoolean());
        Assert.True(seen.GetProperty("opens").GetBoolean());
        Assert.Equal("""{"Office.AutoShowTaskpaneWithDocument":true}""", seen.GetProperty("saved").GetRawText());
        Assert.DoesNotContain("Document.changeTrackingMode", seen.GetProperty("used").EnumerateArray().Select(each => each.GetString()));
    }

    [Fact]
    public async Task A_protected_document_says_so()
    {
        var page = await Open(Sample(), new() { Protected = true });

        Assert.Equal("protected", (await Run(page, $$"""
            return host.setFields([{ tag: '{{Office}}', occurrence: 0, text: '某院' }], { track: false }).then(() => 'written', error => error.trouble);
            """)).GetString());
        Assert.Equal("readOnly", (await Run(await Open(Sample(), new() { ReadOnly = true }), "return (await host.state()).readOnly ? 'readOnly' : 'open';")).GetString());
    }

    [Fact]
    public async Task The_whole_file_comes_over_whole_after_a_busy_moment()
    {
        var page = await Open(Sample());

        var seen = await Run(page, """
            fakeWord.seen.failures.getFile = 1;
            fakeWord.seen.failures.shortFile = 1;
            const files = await Promise.all([host.getFile(), host.getFile()]);
            const saved = fakeWord.document.save();
            return { same: files.every(file => file.length === saved.length && file.every((byte, i) => byte === saved[i])), open: fakeWord.seen.openFile };
            """);

        Assert.Equal("""{"same":true,"open":false}""", seen.GetRawText());
    }

    [Fact]
    public async Task The_part_of_a_document_is_replaced_and_the_file_stays_valid()
    {
        var page = await Open(Sample());

        var seen = await Run(page, """
            const namespace = 'urn:piidocs:document:1';
            const xml = await host.getXml(namespace);
            await host.setXml(namespace, xml.replace(/caseHash="[^"]*"/, 'caseHash="changed"'));
            return { before: xml.includes('changed'), after: (await host.getXml(namespace)).includes('caseHash="changed"'), parts: fakeWord.document.customParts(namespace).length };
            """);

        Assert.Equal("""{"before":false,"after":true,"parts":1}""", seen.GetRawText());
        Documents.Validate(await FakeWord.Save(page));
    }

    [Fact]
    public async Task A_place_is_found_by_tag_by_words_and_by_where_the_cursor_is()
    {
        var page = await Open(Sample());

        var seen = await Run(page, $$"""
            const byTag = await host.selectField('{{Office}}', 0);
            const at = await host.fieldAtCursor();
            const byWords = await host.selectText('^没有');
            const found = await host.selectText('公益诉讼');
            return { byTag, tag: at.tag, byWords, found };
            """);

        Assert.Equal($$"""{"byTag":true,"tag":"{{Office}}","byWords":false,"found":true}""", seen.GetRawText());
    }

    [Fact]
    public async Task A_document_is_inserted_with_its_tags_and_opened_as_another()
    {
        var page = await Open(Sample());

        var seen = await Run(page, """
            const before = (await host.listFields()).length;
            await host.insertDocument(fakeWord.document.save());
            await host.open(new Uint8Array([80, 75]), 'x.docx');
            return { before, after: (await host.listFields()).length, opened: fakeWord.seen.opened };
            """);

        Assert.Equal(2 * seen.GetProperty("before").GetInt32(), seen.GetProperty("after").GetInt32());
        Assert.Equal("UEs=", seen.GetProperty("opened")[0].GetString());
        Documents.Validate(await FakeWord.Save(page));
    }

    [Fact]
    public async Task The_stand_in_is_strict()
    {
        var page = await Open(Sample());

        var seen = await Run(page, """
            const said = async work => Word.run(work).then(() => 'nothing', error => error.code ?? error.constructor.name);
            let stray;
            return [
                await said(async context => void context.document.contentControls.items),
                await said(async context => { const all = context.document.contentControls; all.load('items/tag'); void all.items; }),
                await said(async context => { const all = context.document.contentControls; all.load('items/tag'); await context.sync(); void all.items[0].text; }),
                await said(async context => { context.document.load('changeTrackingMode'); await context.sync(); }),
                await said(async context => { context.document.contentControls.getByTag('PII:OFFICE.NAME').load('items/tag'); await context.sync(); }),
                await said(async context => { const all = context.document.contentControls; all.load('items/tag'); await context.sync(); all.items[0].tag = 'x'.repeat(65); await context.sync(); }),
                await said(async context => { void context.document.customXmlParts; }),
                await said(async context => { stray = context.document.contentControls; }) + await said(async () => stray.load('items/tag')),
            ];
            """);

        Assert.Equal(
            ["PropertyNotLoaded", "PropertyNotLoaded", "PropertyNotLoaded", "InvalidArgument", "nothing", "Error", "TypeError", "nothingInvalidRequestContext"],
            seen.EnumerateArray().Select(each => each.GetString()));
    }

    [Fact]
    public async Task Without_a_bridge_or_with_an_old_Word_the_start_says_why()
    {
        Assert.Equal("noBridge", await StartFailure(new() { NoBridge = true }));
        Assert.Equal("tooOld", await StartFailure(new() { WordApi = "1.1" }));
    }

    private static string DocumentXml(byte[] docx)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(docx));
        using var reader = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
        return reader.ReadToEnd();
    }

    private byte[] Sample() => samples.Document("003-maternity-nanny", "pre-suit-notice");

    private async Task<IPage> Open(byte[] docx, WordTraits? traits = null)
    {
        var page = await chromium.NewPage(new());
        await PaneFiles.Serve(page);
        await FakeWord.Install(page, docx, traits);
        await page.GotoAsync($"{PaneFiles.Origin}/wps/index.html");
        await page.AddScriptTagAsync(new() { Url = "/office/office.js" });
        return page;
    }

    private async Task<string?> StartFailure(WordTraits traits)
    {
        var page = await Open(Sample(), traits);
        return await page.EvaluateAsync<string>("async () => { const { startOffice } = await import('/src/host/office.mjs'); return startOffice(50).then(() => 'started', error => error.trouble); }");
    }

    private static async Task<JsonElement> Run(IPage page, string script)
    {
        var answer = await page.EvaluateAsync<string>($"async () => {{ {Start} return JSON.stringify(await (async () => {{ {script} }})()); }}");
        return JsonDocument.Parse(answer).RootElement;
    }
}
