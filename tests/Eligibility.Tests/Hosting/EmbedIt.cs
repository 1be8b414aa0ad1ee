using Eligibility.Explanation;
using Eligibility.Hosting;
using Eligibility.Text;
using Eligibility.Values;
using Eligibility.Vocabulary;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace Eligibility.Tests.Hosting;

/// <summary>The lines that the README shows, as they are compiled and run.</summary>
internal static class EmbedIt
{
    /// <summary>What the lines printed.</summary>
    public static async Task<string> Run(string[] args, string path)
    {
        using var Console = new StringWriter();

        // embed-begin
        var builder = Host.CreateApplicationBuilder(args);
        builder.Services.AddEligibility(o => o.RulesDirectory = "rules");
        using var host = builder.Build();
        await host.StartAsync(); // throws, with every diagnostic, when the rules are bad
        var book = host.Services.GetRequiredService<RuleBookSource>().Current;
        var facts = Facts.Parse(File.ReadAllText(path), book.Vocabulary);
        var answer = book.Assess(facts, new YearMonth(2024, 8), knownAt: new LocalDate(2024, 8, 31));
        Money due = answer["minimumLiving"].Payable; // throws when the amount is not known; TryPayable and Missing say more
        Console.WriteLine($"{due} yuan a month");
        Console.Write(TextAnswer.Write(answer, Language.Chinese));
        // embed-end

        return Console.ToString();
    }
}
