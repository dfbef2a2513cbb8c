namespace PiiDocs.Unit.Registers;

/// <summary>A clock that a test sets.</summary>
internal sealed class Clock : TimeProvider
{
    public DateTimeOffset Time { get; set; } = new(2024, 10, 28, 6, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Time;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;
}
