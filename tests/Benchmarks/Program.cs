using BenchmarkDotNet.Running;
using PiiDocs.Benchmarks;
using PiiDocs.Core;

// micro [filter…]      BenchmarkDotNet over the stages: parse, render, docx, layout, pdf
// stages [filter]      the same in a minute: the best of many short batches, and allocations
// road  FOLDER COUNT [yaml|json|parsed|finished] [docx|pdf|docx,pdf] [short]
//                      the whole road, COUNT variations of case 000 or of the short case, one worker; prints one line of JSON
// peers FOLDER COUNT   templates and records with which other generators do the same work
// pdf-peers FOLDER COUNT [short]
//                      finished documents as plain blocks, for other makers of PDF
// rows SHEET.csv COUNT the same variations as the sheet of a batch over case 000
// load URL CODE COUNT  eight clients at a running server (./piidocs serve --cases templates/_cases): milliseconds a document
// memory COUNT         the working set while COUNT documents are made as Word and PDF
// ratios RESULTS       medians of such lines, and each against ours
// both OURS WORD PDF   our lines, and what a Word peer and a PDF peer one after the other come to, for `ratios`
return args switch
{
    ["road", var folder, var count, .. var rest] =>
        WholeRoad.Run(folder, int.Parse(count), rest is [var files, ..] ? files : "json", rest is [_, var formats, ..] ? formats : "docx", SampleOf(rest.Skip(2))),
    ["load", var url, var code, var count] => await ServerLoad.Run(new(url), code, int.Parse(count)),
    ["stages", .. var filter] => Stages.Run(string.Concat(filter)),
    ["peers", var folder, var count] => Peers.Write(folder, int.Parse(count)),
    ["pdf-peers", var folder, var count, .. var sample] => PdfPeers.Write(folder, int.Parse(count), SampleOf(sample)),
    ["rows", var sheet, var count] => SheetRows.Write(sheet, int.Parse(count)),
    ["memory", var count] => MemoryRun.Run(int.Parse(count)),
    ["ratios", var results] => Ratios.Print(results),
    ["both", var ours, var word, var pdf] => BothFiles.Print(ours, word, pdf),
    _ => BenchmarkSwitcher.FromAssembly(typeof(Variations).Assembly).Run(args is ["micro", .. var rest] ? rest : args).Any() ? 0 : 2,
};

static SourceText SampleOf(IEnumerable<string> words) => words.Contains("short") ? Variations.Short : Variations.Sample;
