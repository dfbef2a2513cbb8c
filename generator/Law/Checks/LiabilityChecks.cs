using PiiDocs.Core;

namespace PiiDocs.Law.Checks;

/// <summary>V15, liability: shares, caps, form and ground of damages fit each other and the claims.</summary>
internal static class LiabilityChecks
{
    public static IEnumerable<Finding> All(CheckInput input) =>
        input.Case.Has("liability") ? [.. Twice(input), .. Shares(input), .. Form(input), .. Ground(input), .. Claimed(input), .. Gain(input)] : [];

    private static IEnumerable<DataObject> SharesOf(CheckInput input) => input.Case.List("liability.shares").OfType<DataObject>();

    private static string Id(DataObject share) => CaseFacts.TextOf(share.Find("party")) ?? "";

    private static IEnumerable<Finding> Twice(CheckInput input) =>
        from same in SharesOf(input).GroupBy(Id, StringComparer.Ordinal)
        where same.Count() > 1
        select Finding.Of(same.Last().Find("party"), "同一被告的赔偿责任写了两次", "one defendant has two shares");

    /// <summary>Shares add up to the total, or none of several caps exceeds it.</summary>
    private static IEnumerable<Finding> Shares(CheckInput input)
    {
        if (input.Case.Find("liability.total") is not DataNumber total)
        {
            return [];
        }

        var shares = SharesOf(input).DistinctBy(Id, StringComparer.Ordinal).ToList();
        return input.Case.Text("liability.mode") == "joint" ? Joint(total, shares) : Several(total, shares);
    }

    private static IEnumerable<Finding> Joint(DataNumber total, List<DataObject> shares)
    {
        foreach (var share in shares.Where(share => CaseFacts.NumberOf(share.Find("cap")) > total.Value))
        {
            yield return Finding.Of(share.Find("cap"), "限额超过赔偿总额", "a cap exceeds the whole debt");
        }

        var joint = shares.ConvertAll(share => new JointShare(Id(share), CaseFacts.NumberOf(share.Find("cap"))));
        if (joint.Count > 0 && Liability.Joint(total.Value, joint) != total.Value)
        {
            yield return Finding.Of(total, "没有一名被告对总额负责：各人限额都低于总额", "nobody answers for the whole: every cap is below it");
        }
    }

    private static IEnumerable<Finding> Several(DataNumber total, List<DataObject> shares)
    {
        var (sum, isWhole) = (0m, shares.Count > 0);
        foreach (var share in shares)
        {
            if (share.Find("amount") is DataNumber amount)
            {
                sum += amount.Value;
            }
            else
            {
                isWhole = false;
                yield return Finding.Of(share, "不是连带责任的，各人应写赔偿数额", "where liability is not joint, each share needs an amount");
            }
        }

        if (isWhole && sum != total.Value)
        {
            yield return Finding.Of(
                total,
                $"各人赔偿数额合计{CountText.Figures(sum)}元，与总额{CountText.Figures(total.Value)}元不符",
                $"the amounts add up to {sum}, not to the total");
        }
    }

    /// <summary>One defendant alone is neither joint nor several; two are not alone.</summary>
    private static IEnumerable<Finding> Form(CheckInput input)
    {
        var mode = input.Case.Find("liability.mode");
        var shares = SharesOf(input).ToList();
        if ((CaseFacts.TextOf(mode) == "single") != (shares.Count == 1) && mode is not null && shares.Count > 0)
        {
            yield return Finding.Of(
                mode,
                shares.Count == 1 ? "只有一名被告负赔偿责任，没有连带、按份之分" : "有数名被告负赔偿责任，应写明连带或者按份",
                "the form of liability does not fit the number of defendants");
        }

        var words = string.Concat(input.Case.List("reasoning.civil.liability").Select(CaseFacts.TextOf));
        if (CaseFacts.TextOf(mode) == "several" && words.Contains("连带", StringComparison.Ordinal))
        {
            yield return Finding.Of(mode, "论述中写了连带责任，责任形态却是按份", "the reasoning speaks of joint liability, the form is several");
        }
    }

    private static IEnumerable<Finding> Ground(CheckInput input)
    {
        var ground = input.Case.Find("liability.basis");
        var words = string.Concat(input.Case.List("reasoning.civil.liability").Select(CaseFacts.TextOf));
        if (CaseFacts.TextOf(ground) == "loss" && input.Law.Words("gain").Any(word => words.Contains(word, StringComparison.Ordinal)))
        {
            yield return Finding.Of(ground, "论述以获利计算赔偿，数额依据却是损失", "the reasoning reckons by gain, the ground is loss");
        }

        if (CaseFacts.TextOf(ground) is "gain" or "loss" && !input.Case.Has("liability.total"))
        {
            yield return Finding.Of(ground, "以获利、损失为依据的，应写赔偿总额", "damages by gain or loss need a total").AsWarning();
        }

        if (CaseFacts.TextOf(ground) == "gain" && !input.Case.Has("proceeds.total"))
        {
            yield return Finding.Of(ground, "以获利为依据的，应写违法所得总额", "damages by gain need the illegal income").AsWarning();
        }
    }

    /// <summary>Those sued for damages are those who have a share.</summary>
    private static IEnumerable<Finding> Claimed(CheckInput input)
    {
        var shares = SharesOf(input).Select(Id).Order(StringComparer.Ordinal).ToList();
        var claims = input.Case.List("claims").OfType<DataObject>().ToList();
        var damages = claims.FindAll(claim => CaseFacts.TextOf(claim.Find("kind")) == "compensate");
        foreach (var claim in damages)
        {
            var against = CaseFacts.ListOf(claim.Find("against")).Select(CaseFacts.TextOf).OfType<string>().Order(StringComparer.Ordinal);
            if (shares.Count > 0 && !shares.SequenceEqual(against))
            {
                yield return Finding.Of(claim.Find("against"), "赔偿请求的被告与赔偿责任中的被告不一致", "the claim for damages and the liability name different defendants");
            }
        }

        if (claims.Count > 0 && damages.Count == 0)
        {
            yield return Finding.Of(input.Case.Find("liability"), "写了赔偿责任，诉讼请求中却没有赔偿损失", "there is a liability for damages and no claim for them");
        }
    }

    /// <summary>Damages by gain are the gain.</summary>
    private static IEnumerable<Finding> Gain(CheckInput input)
    {
        if (input.Case.Text("liability.basis") == "gain"
            && input.Case.Find("liability.total") is DataNumber total
            && input.Case.Number("proceeds.total.value") is { } gain
            && total.Value != gain)
        {
            yield return Finding.Of(total, "赔偿以获利为依据，总额与违法所得不符", "damages follow the gain, but the total is another")
                .AsWarning();
        }
    }
}
