using Eligibility.Tests.RuleSets;
using Eligibility.Tests.Vocabulary;
using Eligibility.Vocabulary;
using NodaTime;

namespace Eligibility.Tests.Issues;

/// <summary>Facts read with the vocabulary of one book and decided by another, as around a reload: they were read by the place of their attributes, which need not be the same.</summary>
public class FactsOfAnotherBook
{
    private static readonly (string, string) Rules = Toy.Rules("000000/lending/2020-01-01.yaml", Toy.Pays("deposit"));

    private static RuleBook Book(string vocabulary)
    {
        var bag = new Eligibility.Diagnostics.DiagnosticBag();
        return RuleBook.TryLoad([.. Toy.Sources(Rules).Select(s => s.Name == "vocabulary.yaml" ? Toy.Source(s.Name, vocabulary) : s)], bag)!;
    }

    [Fact]
    public void They_are_read_again_in_the_books_own_words()
    {
        // The other book has one more attribute before the deposit.
        var other = Book(Vocabularies.LibraryYaml.Replace("      - { name: deposit,", "      - { name: chairs, label: { zh: 椅, en: chairs }, type: number }\n      - { name: deposit,", StringComparison.Ordinal));
        var facts = Facts.Parse("""{ "deposit": 7, "shelves": 3, "loans": [], "readers": [ { "number": "1" } ] }""", Vocabularies.Library);
        var decision = other.Assess(facts, new YearMonth(2024, 8), new LocalDate(2024, 12, 31), "000000")["lending"];
        Assert.Equal("7.00", decision.Says());
        Assert.Null(decision.Payments[0].Person);
    }

    [Fact]
    public void What_the_other_vocabulary_does_not_allow_is_refused()
    {
        var other = Book(Vocabularies.LibraryYaml.Replace("min: 0, max: 500", "min: 0, max: 5", StringComparison.Ordinal));
        var facts = Facts.Parse("""{ "deposit": 7, "loans": [], "readers": [ { "number": "1" } ] }""", Vocabularies.Library);
        Assert.Equal("F024", Assert.Single(Assert.Throws<FactsException>(() => other.Assess(facts, new YearMonth(2024, 8), new LocalDate(2024, 12, 31), "000000")).Diagnostics).Code);
    }
}
