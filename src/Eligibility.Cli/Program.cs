using System.CommandLine;
using Eligibility.Cli;

Console.OutputEncoding = System.Text.Encoding.UTF8;
return Tool.Run(args, Console.Out, Console.Error, TimeProvider.System);
