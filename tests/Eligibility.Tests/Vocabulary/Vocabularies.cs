using System.Text;
using Eligibility.Diagnostics;
using Eligibility.Vocabulary;
using Words = Eligibility.Vocabulary.Vocabulary;

namespace Eligibility.Tests.Vocabulary;

/// <summary>The vocabularies that tests read facts with.</summary>
internal static class Vocabularies
{
    /// <summary>Library cards: a domain that has nothing to do with the law, to show that the engine knows only what a file tells it.</summary>
    public const string LibraryYaml = """
        roles:
          root: card
          person: reader
          roll: { entity: loan, programme: service, persons: readers, from: since, to: until, route: via, amount: fee }
        entities:
          - name: card
            label: { zh: 借书证, en: library card }
            attributes:
              - { name: readers, label: { zh: 读者, en: readers }, type: list, of: reader }
              - name: branch
                label: { zh: 分馆, en: branch }
                type: code
                values: [ { name: centre, label: { zh: 总馆, en: the main library } }, { name: harbour, label: { zh: 港口, en: the harbour } } ]
                attestedBy: { zh: 馆员, en: the librarian }
              - { name: deposit, label: { zh: 押金, en: deposit }, type: number, unit: CNY, min: 0, max: 500, obtainFrom: office }
              - { name: shelves, label: { zh: 架数, en: shelves }, type: number, min: 1 }
              - { name: weight, label: { zh: 重量, en: weight }, type: number, unit: kg, decimals: 3 }
              - { name: blocked, label: { zh: 停用, en: blocked }, type: boolean, absent: false, absentReason: { zh: 停用必有记录, en: a block is always recorded } }
              - { name: tier, label: { zh: 等级, en: tier }, type: code, values: [ { name: basic, label: { zh: 普通, en: basic } } ], absent: basic, absentReason: 人人都有 }
              - { name: fines, label: { zh: 罚款, en: fines }, type: list, of: fine, absent: [], absentReason: { zh: 没有记录就没有罚款, en: no record means no fine } }
              - { name: closedOn, label: { zh: 注销日期, en: closed on }, type: date, absent: none }
              - { name: locker, label: { zh: 储物柜, en: locker }, type: entity, of: locker }
              - { name: loans, label: { zh: 借阅, en: loans }, type: list, of: loan }
              - { name: tags, label: { zh: 标签, en: tags }, type: list, of: string, absent: none }
          - name: reader
            label: { zh: 读者, en: reader }
            key: number
            display: called
            attributes:
              - { name: number, label: { zh: 证号, en: number }, type: string }
              - { name: called, label: { zh: 称呼, en: name }, type: string, absent: none }
              - { name: born, label: { zh: 出生日期, en: date of birth }, type: date, obtainFrom: ownStatement }
              - { name: student, label: { zh: 学生, en: student }, type: boolean, attestedBy: { zh: 学校, en: the school } }
              - { name: visits, label: { zh: 到馆, en: visits }, type: list, of: visit }
          - name: visit
            label: { zh: 到馆, en: visit }
            attributes:
              - { name: minutes, label: { zh: 分钟, en: minutes }, type: number, min: 0 }
          - name: fine
            label: { zh: 罚款, en: fine }
            attributes:
              - { name: amount, label: { zh: 金额, en: amount }, type: number, unit: CNY }
          - name: locker
            label: { zh: 储物柜, en: locker }
            attributes:
              - { name: place, label: { zh: 位置, en: place }, type: string }
          - name: loan
            label: { zh: 借阅, en: loan }
            attributes:
              - { name: service, label: { zh: 服务, en: service }, type: string }
              - { name: readers, label: { zh: 读者证号, en: numbers of the readers }, type: list, of: string }
              - { name: since, label: { zh: 起, en: since }, type: date }
              - { name: until, label: { zh: 止, en: until }, type: date, absent: none, mayLieAhead: true }
              - { name: via, label: { zh: 途径, en: via }, type: string }
              - { name: fee, label: { zh: 金额, en: fee }, type: number, unit: CNY/month }

        """;

    private static readonly Lazy<Words> RealOnce = new(() => Load("rules/vocabulary.yaml", Repository.Bytes("rules/vocabulary.yaml")));
    private static readonly Lazy<Words> LibraryOnce = new(() => Load("library.yaml", Encoding.UTF8.GetBytes(LibraryYaml)));

    /// <summary>The vocabulary in <c>rules/</c>.</summary>
    public static Words Real => RealOnce.Value;

    public static Words Library => LibraryOnce.Value;

    private static Words Load(string name, byte[] bytes)
    {
        var bag = new DiagnosticBag();
        var words = VocabularyLoader.Load(name, bytes, bag);
        Assert.Empty(bag);
        return words!;
    }
}
