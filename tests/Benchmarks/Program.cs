using BenchmarkDotNet.Running;
using PiiDocs.Benchmarks;

// micro [filter…]      BenchmarkDotNet over the stages: parse, render, docx, layout, pdf
// road  FOLDER COUNT   the whole road, COUNT variations of case 000, one worker; prints one line of JSON
// peers FOLDER COUNT   templates and records with which other generators do the same work
// ratios RESULTS       medians of such lines, and each against ours
return args switch
{
    ["road", var folder, var count] => WholeRoad.Run(folder, int.Parse(count)),
    ["peers", var folder, var count] => Peers.Write(folder, int.Parse(count)),
    ["ratios", var results] => Ratios.Print(results),
    _ => BenchmarkSwitcher.FromAssembly(typeof(Variations).Assembly).Run(args is ["micro", .. var rest] ? rest : args).Any() ? 0 : 2,
};
