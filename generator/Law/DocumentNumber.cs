namespace PiiDocs.Law;

/// <summary>A 文号 taken apart: 沪静检 · 刑附民公诉 · 2024 · 12.</summary>
/// <param name="Office">The office's short name; for a court, the court's code.</param>
/// <param name="Division">Department or case code between the two; often empty.</param>
/// <param name="Kind">文种字, or the court's type code.</param>
/// <param name="Year">Four digits.</param>
/// <param name="Serial">Without padding; may begin with Z.</param>
public sealed record DocumentNumber(string Office, string Division, string Kind, int Year, string Serial)
{
    /// <summary>A court's number: （2019）鄂0302刑初614号.</summary>
    public bool IsCourt { get; init; }

    public override string ToString() =>
        IsCourt ? $"（{Year}）{Office}{Kind}{Serial}号" : $"{Office}{Division}{Kind}〔{Year}〕{Serial}号";
}
