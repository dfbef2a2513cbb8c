using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace PiiDocs.Benchmarks;

/// <summary>Eight people at once at a running server: how long one of them waits for a document.</summary>
internal static class ServerLoad
{
    private const int Clients = 8;
    private const string Case = "003-maternity-nanny";

    public static async Task<int> Run(Uri server, string code, int count)
    {
        using var client = new HttpClient(new SocketsHttpHandler
        {
            SslOptions = { RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate!.Subject.Contains("O=PiiDocs", StringComparison.Ordinal) },
        }) { BaseAddress = server };
        var paired = await client.PostAsJsonAsync("/api/v1/pair", new { code });
        paired.EnsureSuccessStatusCode();
        client.DefaultRequestHeaders.Authorization = new("Bearer", (string?)JsonNode.Parse(await paired.Content.ReadAsStringAsync())!["token"]);
        foreach (var formats in new string[][] { ["docx"], ["docx", "pdf"] })
        {
            await Measure(client, formats, count / 4);
            var waits = await Measure(client, formats, count);
            Console.WriteLine(
                $$"""{"formats":"{{string.Join(',', formats)}}","clients":{{Clients}},"documents":{{waits.Length}},"p50":{{At(waits, 0.5)}},"p99":{{At(waits, 0.99)}},"max":{{At(waits, 1)}}}""");
        }

        return 0;
    }

    private static async Task<double[]> Measure(HttpClient client, string[] formats, int count)
    {
        var waits = await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            var own = new List<double>(count / Clients);
            for (var i = 0; i < count / Clients; i++)
            {
                var start = Stopwatch.GetTimestamp();
                using var answer = await client.PostAsJsonAsync($"/api/v1/cases/{Case}/make", new { type = "pre-suit-notice", formats });
                answer.EnsureSuccessStatusCode();
                await answer.Content.ReadAsByteArrayAsync();
                own.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            return own;
        })));
        return [.. waits.SelectMany(own => own).Order()];
    }

    private static string At(double[] sorted, double share) =>
        sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))].ToString("F1", System.Globalization.CultureInfo.InvariantCulture);
}
