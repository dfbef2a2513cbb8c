using PiiDocs.Core;

namespace PiiDocs.Privacy.Scanning;

/// <summary>Hits and obstacles as diagnostics, one factory a code. No message holds a value: only its kind, first character and length.</summary>
public static class ScanErrors
{
    /// <summary>Everything a scan found, as diagnostics; hits below the threshold are information.</summary>
    public static IEnumerable<Diagnostic> Of(ScanResult result, Confidence threshold)
    {
        var file = new SourceLocation(new(result.FileName, ""), default);
        return result.Hits.Select(hit => Of(hit, hit.Confidence >= threshold ? Severity.Error : Severity.Information, file))
            .Concat(result.Obstacles.Select(obstacle => Of(obstacle, file)));
    }

    /// <summary>PD9501. Cause: an identifier of the case stands in the file. Fix: make the file again from masked data.</summary>
    /// <remarks>
    /// 原因：待公开的文件中有本案当事人等的姓名、号码、住址等信息，位置见提示；正文看不见的部分（批注、修订、属性、旧版本等）也算。
    /// 处理：不要在成品上涂改，用 <c>piidocs publish</c> 由隐名后的数据重新生成；他处来的文件在原软件中删除该处后另存。
    /// </remarks>
    public static Diagnostic CaseIdentifier(Hit hit, Severity severity, SourceLocation file) =>
        new("PD9501", severity, Describe(hit, new("案件信息", "case identifier")), file, hit.Field) { Hint = Basis(hit) };

    /// <summary>PD9502. Cause: something in the file has the form, and where it has one the check digit, of personal information. Fix: remove it.</summary>
    /// <remarks>
    /// 原因：文件中有合乎证件号、卡号、电话、住址等规律（含校验位）的内容。
    /// 处理：核对后删除或者打码；确属必须公开的，在 <c>templates/_redaction/detection.yaml</c> 的 <c>allowed</c> 中列出。
    /// </remarks>
    public static Diagnostic Pattern(Hit hit, Severity severity, SourceLocation file) =>
        new("PD9502", severity, Describe(hit, new("疑似个人信息", "likely personal information")), file) { Hint = Basis(hit) };

    /// <summary>PD9503. Cause: a masked number still tells whose it is. Fix: mask more, or leave it out.</summary>
    /// <remarks>
    /// 原因：打了码的号码露出的位数仍能认出本案的人，尤其同处还有姓名时。
    /// 处理：公开版一律删去该号码，或者按 <c>templates/_redaction</c> 的样式多遮几位。
    /// </remarks>
    public static Diagnostic PartlyMasked(Hit hit, Severity severity, SourceLocation file) =>
        new("PD9503", severity, Describe(hit, new("打码不足", "masked too little")), file, hit.Field) { Hint = Basis(hit) };

    /// <summary>PD9511. Cause: the file or a part of it is protected by a password. Fix: scan it without protection.</summary>
    /// <remarks>
    /// 原因：文件或者其中一部分设有密码，无法检查。
    /// 处理：取消密码后再检查；没有查过的文件不得公开。
    /// </remarks>
    public static Diagnostic Encrypted(Obstacle obstacle, SourceLocation file) =>
        new("PD9511", Severity.Error, Describe(obstacle, new("有密码保护，不能检查", "protected by a password, not searched")), file);

    /// <summary>PD9512. Cause: the file or a part of it is broken. Fix: make it again.</summary>
    /// <remarks>
    /// 原因：文件或者其中一部分已损坏，或者与其扩展名不符；能读出的部分已经检查。
    /// 处理：重新生成或者在原软件中另存后再检查。
    /// </remarks>
    public static Diagnostic Corrupt(Obstacle obstacle, SourceLocation file) =>
        new("PD9512", Severity.Error, Describe(obstacle, new("已损坏，只检查了能读出的部分", "broken; only what can be read was searched")), file);

    /// <summary>PD9513. Cause: a page or a file is a picture. Fix: a person must look at it.</summary>
    /// <remarks>
    /// 原因：该页或者该文件只有图片，图片上的文字不能自动检查。
    /// 处理：由人逐一查看图片后再公开。
    /// </remarks>
    public static Diagnostic Picture(Obstacle obstacle, SourceLocation file) =>
        new("PD9513", Severity.Warning, Describe(obstacle, new("是图片，须由人查看", "is a picture; a person must look at it")), file);

    /// <summary>PD9514. Cause: text in a font that does not say which characters its glyphs are. Fix: a person must look, or make the file again.</summary>
    /// <remarks>
    /// 原因：该页文字所用的字体没有说明字形对应哪些字，无法还原成文字。
    /// 处理：用能复制文字的方式重新生成 PDF，或者由人查看。
    /// </remarks>
    public static Diagnostic UnknownGlyphs(Obstacle obstacle, SourceLocation file) =>
        new("PD9514", Severity.Error, Describe(obstacle, new("的文字无法还原，须由人查看", "has text that cannot be told; a person must look at it")), file);

    /// <summary>PD9515. Cause: a kind of file that is not known here. Fix: turn it into one that is.</summary>
    /// <remarks>
    /// 原因：不认识的文件种类；已按字节查找文字，但不保证查全。
    /// 处理：另存为 docx、xlsx、pdf、html 或者文本后再检查。
    /// </remarks>
    public static Diagnostic UnknownKind(Obstacle obstacle, SourceLocation file) =>
        new("PD9515", Severity.Error, Describe(obstacle, new("不是能检查的文件种类", "is of a kind that is not known here")), file);

    /// <summary>PD9516. Cause: the file is too large, nested too deep, or has too many hits. Fix: take it apart.</summary>
    /// <remarks>
    /// 原因：文件过大、嵌套过深或者命中过多，其余部分没有检查。
    /// 处理：拆开后分别检查。
    /// </remarks>
    public static Diagnostic Limit(Obstacle obstacle, SourceLocation file) =>
        new("PD9516", Severity.Error, Describe(obstacle, new("超出限度，其余部分没有检查", "exceeds the limits; the rest was not searched")), file);

    private static Diagnostic Of(Hit hit, Severity severity, SourceLocation file) =>
        hit.Form == HitForm.PartlyMasked ? PartlyMasked(hit, severity, file)
        : hit.Field is null ? Pattern(hit, severity, file)
        : CaseIdentifier(hit, severity, file);

    private static Diagnostic Of(Obstacle obstacle, SourceLocation file) => obstacle.Reason switch
    {
        ObstacleReason.Encrypted => Encrypted(obstacle, file),
        ObstacleReason.Corrupt => Corrupt(obstacle, file),
        ObstacleReason.Picture => Picture(obstacle, file),
        ObstacleReason.UnknownGlyphs => UnknownGlyphs(obstacle, file),
        ObstacleReason.UnknownKind => UnknownKind(obstacle, file),
        _ => Limit(obstacle, file),
    };

    private static Message Describe(Hit hit, Message what)
    {
        var place = hit.Place.Text;
        return new(
            $"{place.Chinese}：{what.Chinese}——{hit.Kind.Label.Chinese}“{hit.Masked}”{FormOf(hit).Chinese}",
            $"{place.English}: {what.English}, {hit.Kind.Label.English} '{hit.Masked}'{FormOf(hit).English}");
    }

    private static Message Describe(Obstacle obstacle, Message what)
    {
        var place = obstacle.Place.Text;
        return new($"{place.Chinese}{what.Chinese}", $"{place.English} {what.English}");
    }

    private static Message FormOf(Hit hit) => hit.Form switch
    {
        HitForm.Disguised => new("（变形书写）", " (in disguise)"),
        HitForm.Romanised => new("（拼音）", " (in pinyin)"),
        HitForm.Reversed => new("（名在姓前）", " (given name first)"),
        _ => new("", ""),
    };

    private static Message Basis(Hit hit)
    {
        var sensitive = hit.Kind.IsSensitive ? new Message("个保法第二十八条敏感个人信息，", "sensitive under PIPL Art. 28, ") : new("", "");
        return new(
            $"{sensitive.Chinese}国标类别：{hit.Kind.Category}；把握：{WordOf(hit.Confidence).Chinese}；规则 {hit.Rule}；编号 {hit.Fingerprint}",
            $"{sensitive.English}GB/T 35273: {hit.Kind.Category}; confidence {WordOf(hit.Confidence).English}; rule {hit.Rule}; id {hit.Fingerprint}");
    }

    /// <summary>What a confidence is called.</summary>
    public static Message WordOf(Confidence confidence) => confidence switch
    {
        Confidence.High => new("高", "high"),
        Confidence.Medium => new("中", "medium"),
        _ => new("低", "low"),
    };
}
