using System.Text;
using PiiDocs.Server.Hosting;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

return await ServerProgram.Run(args, new(Console.Out, Console.Error, Console.In, TimeProvider.System));
