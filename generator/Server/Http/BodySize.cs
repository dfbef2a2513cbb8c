using Microsoft.AspNetCore.Http.Features;

namespace PiiDocs.Server.Http;

/// <summary>Refuses a body that is too large, in words, and lets the rest of it run out.</summary>
/// <remarks>
/// Kestrel's own limit ends the connection while the client still sends: over HTTP/1.1 many clients then see a broken pipe and never the
/// answer. A request that was merely not read is read to its end by Kestrel, within seconds, and the connection goes on.
/// </remarks>
internal static class BodySize
{
    public static void UseBodySize(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }

        var largest = Limits.LargestBody(context);
        if (context.Request.ContentLength > largest)
        {
            return Problem.Write(context, StatusCodes.Status413PayloadTooLarge, ServerErrors.BodyTooLarge(largest / Limits.Megabyte));
        }

        if (context.Request.ContentLength is null)
        {
            context.Request.Body = new CountedBody(context.Request.Body, largest);
        }

        return next(context);
    });

    /// <summary>A body that does not say how long it is.</summary>
    private sealed class CountedBody(Stream body, int largest) : Stream
    {
        private long _read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => _read;
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = await body.ReadAsync(buffer, cancellationToken);
            _read += count;
            return _read <= largest ? count : throw new BadHttpRequestException("The body is too large.", StatusCodes.Status413PayloadTooLarge);
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
        }
    }
}
