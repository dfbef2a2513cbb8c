using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using PiiDocs.Server.Http;
using PiiDocs.Server.Hosting;

namespace PiiDocs.EndToEnd.Server;

/// <summary>More than the server can do, and what nobody foresaw.</summary>
public sealed class LoadTests
{
    [Fact]
    public async Task Two_hundred_requests_at_once_are_all_answered()
    {
        await using var server = await RunningServer.Paired();
        var expected = await server.Docx();

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Make(server)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        foreach (var answer in answers)
        {
            Assert.Equal(expected, Convert.FromBase64String((string)(await RunningServer.Json(answer))["files"]![0]!["content"]!));
        }
    }

    [Fact]
    public async Task More_requests_than_can_wait_are_told_to_come_again()
    {
        await using var server = await RunningServer.Paired(options => options with { Workers = 1, LongestQueue = 2 });

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Make(server)));
        var turnedAway = answers.Where(answer => answer.StatusCode == HttpStatusCode.ServiceUnavailable).ToList();

        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.NotEmpty(turnedAway);
        Assert.All(turnedAway, answer => Assert.NotNull(answer.Headers.RetryAfter));
        Assert.Equal("PD7828", await RunningServer.CodeOf(turnedAway[0]));
    }

    [Fact]
    public async Task What_takes_too_long_is_stopped()
    {
        await using var server = await RunningServer.Paired(options => options with { LongestWork = TimeSpan.FromMilliseconds(300) });
        await using var connection = await RawConnection.Open(server);

        // Half a document, and then nothing for longer than anyone waits.
        var answer = await connection.Send(
            $"POST /api/v1/documents/pdf HTTP/1.1\r\nHost: localhost\r\nAuthorization: {server.Client.DefaultRequestHeaders.Authorization}\r\n"
            + "Content-Type: application/octet-stream\r\nContent-Length: 100000\r\n\r\nPK");

        Assert.StartsWith("HTTP/1.1 503", answer, StringComparison.Ordinal);
        Assert.Contains("PD7829", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_in_the_program_is_told_by_number_and_without_its_text()
    {
        var console = new StringWriter();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.UseFaults(new(console, console, TextReader.Null, TimeProvider.System));
        app.MapGet("/", string () => throw new InvalidOperationException("王某某"));
        await app.StartAsync();
        using var client = new HttpClient();

        var answer = await client.GetAsync(new Uri(app.Urls.First()));
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("PD7835", await RunningServer.CodeOf(answer));
        Assert.DoesNotContain("王某某", text + console, StringComparison.Ordinal);
        Assert.DoesNotContain("InvalidOperationException", text, StringComparison.Ordinal);
        Assert.Contains(nameof(InvalidOperationException), console.ToString(), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> Make(RunningServer server) =>
        server.Post($"/api/v1/cases/{RunningServer.Case}/make", new { type = RunningServer.Type });
}
