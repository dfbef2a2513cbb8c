namespace PiiDocs.Privacy.Scanning.Reading.Pdf;

/// <summary>Undoes the predictors of PNG and TIFF (ISO 32000-1, 7.4.4.4).</summary>
internal static class PdfPredictor
{
    public static byte[] Undo(byte[] content, PdfDictionary parameters)
    {
        var colors = Math.Clamp(parameters.Whole("Colors", 1), 1, 32);
        var depth = Math.Clamp(parameters.Whole("BitsPerComponent", 8), 1, 16);
        var columns = Math.Clamp(parameters.Whole("Columns", 1), 1, 1 << 20);
        var pixel = Math.Max(1, colors * depth / 8);
        var row = ((colors * depth * columns) + 7) / 8;
        return parameters.Whole("Predictor", 1) >= 10 ? Png(content, row, pixel) : Tiff(content, row, depth == 8 ? pixel : 0);
    }

    private static byte[] Png(byte[] content, int row, int pixel)
    {
        var rows = (content.Length + row) / (row + 1);
        var output = new byte[rows * row];
        for (var y = 0; y < rows; y++)
        {
            var from = y * (row + 1);
            var kind = content[from];
            var count = Math.Min(row, content.Length - from - 1);
            for (var x = 0; x < count; x++)
            {
                var at = (y * row) + x;
                var left = x >= pixel ? output[at - pixel] : 0;
                var up = y > 0 ? output[at - row] : 0;
                var corner = x >= pixel && y > 0 ? output[at - row - pixel] : 0;
                output[at] = (byte)(content[from + 1 + x] + kind switch
                {
                    1 => left,
                    2 => up,
                    3 => (left + up) / 2,
                    4 => Paeth(left, up, corner),
                    _ => 0,
                });
            }
        }

        return output;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var estimate = left + up - corner;
        var (byLeft, byUp, byCorner) = (Math.Abs(estimate - left), Math.Abs(estimate - up), Math.Abs(estimate - corner));
        return byLeft <= byUp && byLeft <= byCorner ? left : byUp <= byCorner ? up : corner;
    }

    private static byte[] Tiff(byte[] content, int row, int pixel)
    {
        for (var at = 0; pixel > 0 && at < content.Length; at++)
        {
            if (at % row >= pixel)
            {
                content[at] += content[at - pixel];
            }
        }

        return content;
    }
}
