using System.Globalization;
using Eligibility.Values;
using Eligibility.Vocabulary;
using NodaTime;
using Words = Eligibility.Vocabulary.Vocabulary;

namespace Eligibility.Caseload.Population;

/// <summary>Draws the households of a synthetic caseload, each by itself: the same profile, seed and number give the same household.</summary>
internal sealed class PopulationGenerator(Profile profile, Words words, ulong seed)
{
    private readonly AttributeDeclaration _persons = Columns.Holder(words.Person);

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A household with everything below it.</summary>
    /// <param name="index">Its number, from one.</param>
    public Instance Household(long index)
    {
        var chance = new Chance(seed, index);
        var type = Pick(profile.Types, t => t.Weight, chance);
        var root = new Instance(words.Root, null) { [ProfileReader.Type] = type.Name, [ProfileReader.Size] = Text(type.Persons.Count) };
        var ages = new List<int>();
        foreach (var plan in type.Persons)
        {
            var person = new Instance(words.Person, root) { [words.Person.Key!.Name] = Text(ages.Count + 1), [ProfileReader.Kind] = plan.Kind.Name };
            ages.Add(AgeOf(plan, ages, chance));
            person[ProfileReader.Age] = Text(ages[^1]);
            foreach (var (name, value) in plan.Set) person[name] = value;
            root.Children.Add(person);
        }
        Fill(root, chance);
        foreach (var person in root.Children.Where(c => c.Entity == words.Person).ToList()) Fill(person, chance);
        return root;
    }

    private static int AgeOf(PersonPlan plan, List<int> before, Chance chance)
    {
        if (plan.AgeOf is { } of)
        {
            var (low, high) = (Math.Max(plan.Kind.Youngest, before[of] - plan.Younger.High), Math.Min(plan.Kind.Oldest, before[of] - plan.Younger.Low));
            return chance.Between(low, high);
        }
        var span = Pick(plan.Kind.Ages, a => a.Weight, chance).Range!.Value;
        return chance.Between(span.Low, span.High);
    }

    /// <summary>Draws the attributes of an instance in the order of the profile, so that a condition may ask for what stands before it.</summary>
    private void Fill(Instance instance, Chance chance)
    {
        foreach (var draw in profile.Draws.GetValueOrDefault(instance.Entity) ?? [])
        {
            var name = draw.Attribute.Name;
            if (instance.Has(name) || !draw.When.Holds(instance)) continue;
            var share = Pick(draw.Shares, s => s.Weight, chance);
            instance[name] = Value(draw, share, instance, chance);
            if (share.Text == Share.Unknown || ElementOf(draw.Attribute) is not { } element) continue;
            for (var i = 0; i < int.Parse(instance[name]!, CultureInfo.InvariantCulture); i++)
            {
                var child = new Instance(element, instance);
                if (element.Key is { } key) child[key.Name] = Text(i + 1);
                instance.Children.Add(child);
                Fill(child, chance);
            }
        }
    }

    private string Value(Draw draw, Share share, Instance instance, Chance chance)
    {
        var text = share.Range is { } r ? Text(r.Low + (draw.Step * chance.Below(((r.High - r.Low) / draw.Step) + 1))) : share.Text;
        if (text == Draw.AllPersons)
        {
            var root = instance;
            while (root.Outer is { } outer) root = outer;
            return string.Join(';', root.Children.Where(c => c.Entity == words.Person).Select(c => c[words.Person.Key!.Name]));
        }
        if (!draw.Attribute.Type.Equals(FeelType.Date) || text is Share.Unknown or "none") return text;
        if (text != Draw.OfAge) return FeelDate.Format(profile.AsOf.PlusDays(-int.Parse(text, CultureInfo.InvariantCulture)));
        var age = int.Parse(instance.Find(ProfileReader.Age)!, CultureInfo.InvariantCulture);
        var (latest, earliest) = (profile.AsOf.PlusYears(-age), profile.AsOf.PlusYears(-age - 1).PlusDays(1));
        return FeelDate.Format(earliest.PlusDays(chance.Below(Period.DaysBetween(earliest, latest) + 1)));
    }

    private EntityDeclaration? ElementOf(AttributeDeclaration attribute) => attribute == _persons ? null : attribute.Type switch
    {
        ListType { Element: EntityType e } => e.Declaration,
        EntityType e => e.Declaration,
        _ => null,
    };

    private static T Pick<T>(IReadOnlyList<T> choices, Func<T, int> weight, Chance chance)
    {
        var left = chance.Below(Share.Whole);
        foreach (var choice in choices)
        {
            left -= weight(choice);
            if (left < 0) return choice;
        }
        throw new InvalidOperationException("shares that were checked do not add up");
    }
}
