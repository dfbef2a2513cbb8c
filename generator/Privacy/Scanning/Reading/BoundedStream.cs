namespace PiiDocs.Privacy.Scanning.Reading;

/// <summary>Unpacks no more than the session allows.</summary>
internal static class BoundedStream
{
    /// <returns>What could be read; null where nothing more may be.</returns>
    public static ReadOnlyMemory<byte>? ReadAll(Stream stream, string part, ScanSession session)
    {
        var allowance = session.Allowance;
        using var content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            content.Write(buffer, 0, read);
            if (content.Length > allowance)
            {
                break;
            }
        }

        return session.Takes(part, content.Length) ? content.GetBuffer().AsMemory(0, (int)content.Length) : null;
    }
}
