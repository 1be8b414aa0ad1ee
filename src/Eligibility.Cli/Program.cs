using System.CommandLine;
using System.Runtime.InteropServices;
using Eligibility.Cli;

Console.OutputEncoding = System.Text.Encoding.UTF8;
// A file that reaches the limit on the size of files would end the process without a word; so it is a write that fails, and is told.
const int fileSizeExceeded = 25;
using var limit = OperatingSystem.IsWindows() ? null : PosixSignalRegistration.Create((PosixSignal)fileSizeExceeded, c => c.Cancel = true);
return Tool.Run(args, Console.Out, Console.Error, TimeProvider.System);
