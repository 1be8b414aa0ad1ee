using System.Text.RegularExpressions;

namespace Eligibility.Tests.Rules;

/// <summary>What the five seed places ask for stays listed until it works, is planned, or is out of scope with a reason: no row vanishes.</summary>
public partial class SystemsTests
{
    private static readonly string[] Titles =
    [
        "边民生活补助（陆地边境0—3公里，80→96元）",
        "边境0—3公里农村居民全部纳入低保（整体纳入）",
        "城市/农村低保月人均补助标准（185→205，74→84）",
        "新型农村养老保险月补贴120元；60岁以上全部享受",
        "农村五保供养、孤寡老人/儿童集中供养",
        "新农合个人缴费政府代缴",
        "大病医疗救助与“一站式”同时结算",
        "公共租赁住房、免学费与营养改善、五险五福利",
        "三议一定三公开",
        "下放15个单位75项到村；市镇村三级政务互联",
        "挂村包屯联户（216人、38村、267屯）",
        "农事集中办理日（上、下旬第一个圩日）",
        "金农便民保POS",
        "财权/人事权下移、警力下移",
        "城乡居民养老保险、老年证、低保权限审批办理下放（35项）",
        "老年证",
        "公共服务事项清单、限时办结、流程公示",
        "民生服务中心一站式",
        "首问首办责任制",
        "五级联通、民政综合服务管理平台对接",
        "困难职工精准建档、入户核查",
        "村集体经济分红（2118万元）",
        "乡镇预算“包干制”、村集体收入5～10万元奖励",
        "诉求反馈、百姓百件事",
        "综合执法、人才年限、志愿者",
        "窗口办理、中心督办、限期办结",
        "一册通：分类、交办、催办、查询、归档",
        "网格包组包片包户，每周3天以上",
        "代办员",
        "一办一中心、五个服务岗",
        "办结时限提速4倍",
        "群众评议占80 %、同吃4餐、餐票",
        "土地确权、农村产权、三农保险",
        "城乡低保自2019年1月起委托乡镇审批",
        "一次测算、全额预算、优先拨付",
        "民政资金3.9→4.7→5.5亿元，占比7 %→13 %",
        "民政对象11万/95万人",
        "三直达：责任（示意图）、联系（电话卡）、服务",
        "四查四帮（吃穿住医／照顾生活、购买日常用品、与亲人通讯、落实政策）",
        "一站式受理、一口式办结",
        "队伍配备：部门2名、乡镇≥4、村≥3",
        "留守老人、留守儿童关爱服务",
        "基层没有建立数据库、易出纰漏受处分",
        "殡葬、骨灰堂、幸福食堂、组合险、绩效4分、四个给",
        "琥珀与小说两段",
        "乡镇撤并（第一批青川、利州、昭化、朝天；第二批苍溪、旺苍、剑阁）",
        "村级建制调整",
        "当期利益不受损、长远利益有增长",
        "审批权限下放、一枚印章管审批",
        "被撤乡镇留守、公共服务机构继续办事",
        "帮办、代办、错时、延时、节假日服务",
        "农村留守老年人巡访与关爱",
        "县级失能照护机构、乡镇敬老院、村级互助",
        "财政转移支付挂钩机制",
        "社区基本公共服务清单动态调整",
        "一支队伍管执法、场镇道路、产业规划",
    ];

    [Fact]
    public void Every_row_is_there_with_its_state()
    {
        var lines = File.ReadAllLines(Repository.PathOf("seeds/SYSTEMS.md")).Where(l => l.StartsWith("| ", StringComparison.Ordinal)).ToArray();
        foreach (var title in Titles)
        {
            var line = Assert.Single(lines, l => l.Split('|')[1].Trim() == title);
            Assert.Matches(@"works: `?|planned|out of scope", line);
        }
    }

    /// <summary>A row that works names a command that answers: with its paths led to the repository, it ends with 0.</summary>
    [Fact]
    public void Every_command_that_is_said_to_work_works()
    {
        using var gate = new Gate.Gate();
        var commands = File.ReadAllLines(Repository.PathOf("seeds/SYSTEMS.md")).Where(l => l.StartsWith("| ", StringComparison.Ordinal))
            .Select(l => WorkingCommand().Match(l)).Where(m => m.Success).Select(m => m.Groups[1].Value).Distinct().ToArray();
        Assert.True(commands.Length >= 4);
        foreach (var command in commands)
        {
            var words = command.Split(' ').Select(w => w.Contains('/', StringComparison.Ordinal) && Path.Exists(Repository.PathOf(w)) ? Repository.PathOf(w) : w).ToList();
            if (words[0] is not ("check" or "test" or "schema" or "feel")) words.AddRange(["--rules", Repository.PathOf("rules")]);
            var (exit, printed) = gate.Run([.. words]);
            Assert.True(exit == 0, $"{command}: {printed}");
        }
    }

    [GeneratedRegex("works: `dotnet run --project src/Eligibility.Cli -- ([^`]+)`")]
    private static partial Regex WorkingCommand();

    [Fact]
    public void Every_example_is_described_in_the_README_of_its_folder()
    {
        var files = Directory.GetFiles(Repository.PathOf("seeds"), "*.json", SearchOption.AllDirectories);
        Assert.True(files.Length >= 7);
        foreach (var file in files) Assert.Contains(Path.GetFileName(file), File.ReadAllText(Path.Combine(Path.GetDirectoryName(file)!, "README.md")), StringComparison.Ordinal);
    }
}
