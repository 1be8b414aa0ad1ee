using BenchmarkDotNet.Running;
using Eligibility.Benchmarks;

// Run with: dotnet run -c Release --project tests/Eligibility.Benchmarks -- --filter '*'
// and, for whole caseloads: … -- ten 1000000 [files], or … -- caseload <folder> <place> <month>
if (args is ["ten", ..]) TenFormulas.Run(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 1_000_000, onlyFiles: args.Contains("files"));
else if (args is ["caseload", var folder, var place, var month]) CaseloadRun.Run(folder, place, month);
else BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
