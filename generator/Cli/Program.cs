using System.Globalization;
using System.Text;
using PiiDocs.Cli;
using PiiDocs.Cli.Commands;
using PiiDocs.Cli.Terminal;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

// The parser's own texts (help, usage errors) follow the interface language; ours carry both languages.
CultureInfo.DefaultThreadCurrentUICulture = GlobalOptions.WantsEnglish(args) ? CultureInfo.InvariantCulture : new("zh-Hans");

return await Edge.Run(Desk.Real(), args);
