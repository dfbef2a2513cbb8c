using PiiDocs.Core;

namespace PiiDocs.Generation.Publication;

/// <summary>What is wrong with a sealed list of pseudonyms, one factory a code.</summary>
public static class MappingErrors
{
    /// <summary>PD7711. Cause: a sealed list was asked for without a password. Fix: --password-file, or PIIDOCS_MAPPING_PASSWORD.</summary>
    /// <remarks>原因：要写隐名对照表而没有给口令。处理：用 <c>--password-file</c> 或环境变量 PIIDOCS_MAPPING_PASSWORD 给出口令。</remarks>
    public static Diagnostic NoPassword() =>
        new("PD7711", Severity.Error, new("没有隐名对照表的口令", "there is no password for the list of pseudonyms"))
        {
            Hint = new("用 --password-file 或环境变量 PIIDOCS_MAPPING_PASSWORD 给出", "give one with --password-file or PIIDOCS_MAPPING_PASSWORD"),
        };

    /// <summary>PD7712. Cause: the password is wrong, or the sealed list was changed. Fix: the right password, or a backup of the file.</summary>
    /// <remarks>原因：口令不对，或者对照表文件被改动。处理：核对口令；文件损坏的，用备份。</remarks>
    public static Diagnostic CannotOpen() =>
        new("PD7712", Severity.Error, new("打不开隐名对照表：口令不对，或者文件被改动", "the list of pseudonyms cannot be opened: wrong password, or the file was changed"))
        {
            Hint = new("核对口令；文件损坏的，用备份", "check the password, or use a backup of the file"),
        };
}
