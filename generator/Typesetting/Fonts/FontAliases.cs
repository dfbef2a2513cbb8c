using System.Collections.Frozen;

namespace PiiDocs.Typesetting.Fonts;

/// <summary>One typeface, many names: Chinese and English, with and without a standard's number, free equals.</summary>
internal static class FontAliases
{
    // A line is one typeface, or several drawn to the same measures; the order does not matter.
    private static readonly string[][] Groups =
    [
        ["FangSong", "仿宋", "FangSong_GB2312", "仿宋_GB2312", "SimFang"],
        ["FZFangSong-Z02", "方正仿宋_GBK", "方正仿宋简体", "FZFSK", "FZFSJW", "FZFangSong-Z02S"],
        ["STFangsong", "华文仿宋"],
        ["FandolFang", "FandolFang R", "FandolFang Regular"],
        ["FZXiaoBiaoSong-B05", "方正小标宋_GBK", "方正小标宋简体", "FZXiaoBiaoSong-B05S", "FZXBSK", "FZXBSJW"],
        ["KaiTi", "楷体", "KaiTi_GB2312", "楷体_GB2312", "SimKai"],
        ["FZKai-Z03", "方正楷体_GBK", "方正楷体简体", "FZKTK", "FZKai-Z03S"],
        ["STKaiti", "华文楷体"],
        ["LXGW WenKai", "霞鹜文楷", "霞鶩文楷"],
        ["SimHei", "黑体"],
        ["FZHei-B01", "方正黑体_GBK", "方正黑体简体", "FZHTK", "FZHei-B01S"],
        ["STHeiti", "华文黑体"],
        ["WenQuanYi Zen Hei", "文泉驿正黑", "文泉驛正黑"],
        ["SimSun", "宋体", "NSimSun", "新宋体"],
        ["SimSun-ExtB", "宋体-ExtB"],
        ["FZShuSong-Z01", "方正书宋_GBK", "方正书宋简体"],
        ["STSong", "华文宋体"],
        ["STZhongsong", "华文中宋"],
        ["Noto Serif CJK SC", "Source Han Serif SC", "思源宋体", "Noto Serif SC", "Source Han Serif CN", "思源宋体 CN"],
        ["Noto Sans CJK SC", "Source Han Sans SC", "思源黑体", "Noto Sans SC", "Source Han Sans CN", "思源黑体 CN"],
        ["Times New Roman", "Liberation Serif", "Tinos"],
        ["Arial", "Liberation Sans", "Arimo"],
    ];

    private static readonly FrozenDictionary<string, string[]> GroupOf =
        (from names in Groups from name in names select (Key: Normalise(name), names))
        .ToFrozenDictionary(each => each.Key, each => each.names, StringComparer.Ordinal);

    /// <summary>The name itself, then the other names of the typeface.</summary>
    public static IEnumerable<string> Of(string name) =>
        GroupOf.TryGetValue(Normalise(name), out var names) ? names.Prepend(name) : [name];

    /// <summary>Whether two names mean one typeface.</summary>
    public static bool AreSame(string left, string right) =>
        Of(left).Any(name => Normalise(name) == Normalise(right));

    /// <summary>Names are compared without case, spaces, hyphens and underlines: files, Word and people differ in them.</summary>
    public static string Normalise(string name) =>
        string.Concat(name.Where(c => c is not (' ' or '-' or '_'))).ToUpperInvariant();
}
