using Eligibility.Cli;

namespace Eligibility.Tests.Simulation;

/// <summary>A folder with a small caseload of border families, and the tool over it.</summary>
public sealed class SmallRoll : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("simulate").FullName;

    public SmallRoll()
    {
        Directory.CreateDirectory(In("roll"));
        // Two persons in the zone, one of them 73; three in the zone; one outside; one of whom it is not known; and a row that cannot be used.
        Write("household", "household,area,borderZone", "1,rural,true", "2,rural,true", "3,urban,false", "4,rural,", "5,city,true");
        Write("member", "household,id,birthDate", "1,1,1970-01-01", "1,2,1940-01-01", "2,1,1980-01-01", "2,2,1982-01-01", "2,3,2010-01-01", "3,1,1990-01-01", "4,1,1990-01-01", "5,1,1990-01-01");
    }

    public void Dispose() => Directory.Delete(_folder, true);

    public string In(string name) => Path.Combine(_folder, name);

    /// <summary>Puts other lines into a table of the caseload.</summary>
    public void Write(string table, params string[] lines) => File.WriteAllText(In($"roll/{table}.csv"), string.Join('\n', lines) + "\n");

    public (int Code, string Out, string Error) Simulate(string target, params string[] more) =>
        Run(["simulate", In("roll"), "--rules", Repository.PathOf("rules"), "--place", "451481", "--month", "2013-12", "--known-at", "2013-12-31", "--out", In(target), .. more]);

    public static (int Code, string Out, string Error) Run(string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        return (Tool.Run(args, output, error, TimeProvider.System), output.ToString(), error.ToString());
    }
}
