using System.Reflection;

namespace Eligibility.Tests.Architecture;

/// <summary>Money is exact because no type that could make it inexact occurs anywhere, not even privately.</summary>
public class NoFloatingPointTests
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly HashSet<Type> Inexact = [typeof(float), typeof(double), typeof(decimal), typeof(Half)];

    [Theory]
    [InlineData("Eligibility", 300)]
    [InlineData("Eligibility.Caseload", 200)]
    [InlineData("Eligibility.Hosting", 0)]
    [InlineData("Eligibility.Simulation", 100)]
    [InlineData("elig", 1)]
    public void No_member_of_the_product_has_a_floating_point_type(string assembly, int atLeast)
    {
        var members = Assembly.Load(assembly).GetTypes().SelectMany(TypedMembers).ToList();
        Assert.Empty(members.Where(m => Mentions(m.Type)).Select(m => m.Name));
        Assert.True(members.Count >= atLeast, $"only {members.Count} members of {assembly} were looked at");
    }

    [Fact]
    public void The_search_finds_each_place_where_such_a_type_can_stand()
    {
        var found = TypedMembers(typeof(Offender)).Where(m => Mentions(m.Type)).Select(m => m.Name.Split(' ')[0]).ToHashSet();
        Assert.Equal(["field", "parameter", "property", "return"], found.Order());
    }

    private static IEnumerable<(string Name, Type Type)> TypedMembers(Type type)
    {
        foreach (var field in type.GetFields(Declared)) yield return ($"field {type}.{field.Name}", field.FieldType);
        foreach (var property in type.GetProperties(Declared)) yield return ($"property {type}.{property.Name}", property.PropertyType);
        foreach (var method in type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared)))
        {
            if (method is MethodInfo info) yield return ($"return {type}.{method.Name}", info.ReturnType);
            foreach (var parameter in method.GetParameters()) yield return ($"parameter {type}.{method.Name}({parameter.Name})", parameter.ParameterType);
        }
    }

    private static bool Mentions(Type type) =>
        Inexact.Contains(type)
        || (type.HasElementType && Mentions(type.GetElementType()!))
        || (type.IsGenericType && type.GetGenericArguments().Any(Mentions));

    private sealed class Offender
    {
        private readonly double[] _field = [];

        public float? Property { get; init; }

        public Task<decimal> Method(ref double parameter) => Task.FromResult((decimal)(parameter + _field.Length));
    }
}
