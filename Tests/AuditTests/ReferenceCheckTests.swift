import ClaimModel
import Testing

/// Figures against a table: what is written, the verdict, the diagnosis and the ratio.
@Suite struct ReferenceCheckTests {
  static let table = """
    GPT-4,2023-03-15,,2.1e25,4.9e12,2280,25000,40586592.57,https://example.org/gpt-4
    GPT-3 175B (davinci),2020-05-28,175000000000,3.14e23,374000000000,355,10000,2056969.33,
    LLaMA-7B,2023-02-24,6700000000,,750000000000,,,,
    LLaMA-65B,2023-02-24,65200000000,5.5e23,1050000000000,,2048,,
    Llama 2-7B,2023-07-18,70000000000,,,,,,
    Llama 2-70B,2023-07-18,70000000000,,,1728,,,
    LaMDA,2022-02-10,137000000000,3.55e23,,,,,
    Codex,2021-07-07,12000000000,,,,,,
    Palmyra Large 20B,2023-03-01,20000000000,,750000000000,,,,
    Palmyra Large (20B),2023-03-02,20000000000,,600000000000,,,,
    ERNIE 3.0,2021-07-05,10000000000,,,,,,
    PaLM (540B),2022-04-04,540350000000,,,1536,6144,,
    """

  @Test(arguments: [
    // Tolerance: half a unit of the last digit, placeholders, about, nearly, bounds, orders, dates.
    ("GPT-3有1750亿参数。", "1750亿参数 supported"),
    ("PaLM有5400亿参数。", "5400亿参数 supported rounding"),
    ("GPT-3约有1700亿参数。", "1700亿参数 supported"),
    ("Codex has 12 billion parameters.", "12 billion parameters supported"),
    ("GPT-3的参数超过1700亿。", "1700亿 supported"),
    ("GPT-3的参数不到1700亿。", "1700亿 refuted comparatorLost ×1.029"),
    ("GPT-3是千亿级参数的模型。", "千亿级参数 supported"),
    ("OpenAI在2020年5月发布了GPT-3。", "2020年5月 supported"),
    ("OpenAI在2021年5月发布了GPT-3。", "2021年5月 refuted yearShift"),
    ("OpenAI在2020年7月发布了GPT-3。", "2020年7月 refuted dateShift"),
    // Diagnoses.
    ("GPT-3有17.5亿参数。", "17.5亿参数 refuted powerOfTen ×100"),
    ("LaMDA有1000亿参数。", "1000亿参数 refuted rounding ×1.37"),
    ("PaLM的训练持续了1536天。", "1536天 refuted unitMixup ×24"),
    ("PaLM的训练持续了64天。", "64天 supported"),
    ("GPT-4的训练成本约为4060万美元。", "4060万美元 supported"),
    // Names: sizes, families, Chinese names, what the table lacks.
    ("文心 ERNIE 3.0 有100亿参数。", "100亿参数 supported"),
    ("LLaMA使用了约10亿个数据点进行训练。", "10亿个数据点 refuted powerOfTen ×750"),
    ("LLaMA有130亿参数。", "130亿参数 notEnoughEvidence ambiguousName"),
    ("LLaMA-65B有652亿参数。", "652亿参数 supported"),
    ("GPT-4有1.8万亿参数。", "1.8万亿参数 notEnoughEvidence noCell"),
    ("Palmyra Large was trained on 750 billion words.", "750 billion words conflicting"),
    ("Llama 2-7B有70亿参数。", "70亿参数 conflicting powerOfTen"),
    ("同在2021年，智源研究院发布了Wu Dao 2.0，是GPT-3的后来者。", nil),
    ("Codex saw 5 faults within 54 days of training.", nil),
    ("Phi-9-tiny has 3 billion parameters.", nil),
    ("Wu Dao 2.0的参数达到1.75万亿，是GPT-3的10倍。", nil),
    ("# GPT-3的用法\n\n命令如下：\n\n```bash\npython3 tools/show.py --model GPT-3 --min-params 7000000000\n```\n", nil),
    // A server holds several of what the column counts.
    ("GPT-3用了96台A100服务器训练。", "96台 notEnoughEvidence incomparableUnit"),
    // Another definition, by somebody else.
    ("据OpenAI CEO Sam Altman透露，GPT-4的训练成本超过了1亿美元。", "1亿美元 notEnoughEvidence differentDefinition"),
  ]) func judges(text: String, expected: String?) throws {
    let told = try AuditBench().told(text, [AuditBench.reference(Self.table)])
    if let expected {
      #expect(told == [expected])
    } else {
      #expect(!told.contains { $0.contains("refuted") || $0.contains("supported") })
    }
  }

  @Test func anotherSnapshotTellsOfDrift() throws {
    let old = try AuditBench.reference("XLNet,2019-06-01,360268800,,,,,,", snapshot: "2023-12-20")
    let new = try AuditBench.reference("XLNet,2019-06-01,340000000,,,,,,", snapshot: "2025-02-24")
    let bench = try AuditBench()
    #expect(bench.told("XLNet的参数是3.6亿。", [new, old], judging: 0..<1) == ["3.6亿 refuted referenceDrift ×1.059"])
    #expect(bench.told("XLNet的参数是3.6亿。", [old, new], judging: 0..<1) == ["3.6亿 supported"])
  }

  @Test(arguments: [
    "GPT-4-like模型有1.8亿参数的版本。", "GPT-4的上下文长度为32000词元。", "2023年，第4章第30页提到了GPT-4。", "GPT-4每月20美元。",
    "70多年后，GPT-4问世，训练一次需要大量操作。",
  ]) func saysNothingWhereNoColumnSpeaks(text: String) throws {
    let told = try AuditBench().told(text, [AuditBench.reference(Self.table)])
    #expect(!told.contains { $0.contains("refuted") })
  }

  @Test func explanationsShowTheArithmetic() throws {
    let judgment = try #require(
      try AuditBench().judgments("LLaMA-65B使用了约10亿个数据点进行训练。", [AuditBench.reference(Self.table)]).first)
    #expect(
      judgment.explanation.english
        == "the page says ≈ 1e9 datapoint; LLaMA-65B has 1.05e12 datapoint in epoch-models 2025-02-24: off by a factor of 1050, about 10³ (十亿 / 万亿)"
    )
    #expect(
      judgment.explanation.chinese
        == "页面写 ≈ 1e9 datapoint；epoch-models（2025-02-24）中 LLaMA-65B 为 1.05e12 datapoint：相差 1050 倍，约 10³ (十亿 / 万亿)")
    #expect(judgment.evidence.map(\.row) == ["LLaMA-65B"])
    #expect(judgment.claim != nil)
  }
}
