import Testing

/// Figures against the others of their page.
@Suite struct ArithmeticTests {
  @Test(arguments: [
    ("公司营收从32亿元增至40亿元，增长25%。", ["25% supported"]),
    ("公司营收从32亿元增至40亿元，增长20%。", ["20% refuted arithmetic ×1.25"]),
    ("机组从60台增加到180台，增长了3倍。", ["3倍 refuted arithmetic increaseByTo ×1.5"]),
    ("失业率从5.0%降到4.0%，下降了1%。", ["1% refuted arithmetic percentVsPoints ×20"]),
    ("准确率从78.2%升到82.7%，提高了4.5个百分点。", ["4.5个百分点 supported"]),
    ("The workforce grew from 200 people to 250 people, an increase of 25%.", ["25% supported"]),
    ("全年共发生10次故障，其中硬件6次、软件4次。", ["10次 supported"]),
    ("Of the 640 patients enrolled, 208 dropped out (23.5%).", ["23.5% refuted arithmetic ×1.383"]),
    ("项目预算3000万元，其中设备1800万元；余下的1200万元用于人员。", ["1200万元 supported"]),
    ("这座水塔建于1931年，到2021年已有80年历史。", ["80年 refuted arithmetic ×1.125"]),
    ("公司员工2400人，研发人员占35%，也就是960人。", ["960人 refuted arithmetic ×1.143"]),
    ("The fund took in $1.9 billion and paid out $1.2 billion, so that net inflows came to $700 million.", ["$700 million supported"]),
    ("Q1 report\n\n| Quarter | Units |\n| - | - |\n| Q1 | 410 |\n| Q2 | 385 |\n| Total | 795 |\n", ["795 supported"]),
    ("Q1 report\n\n| Quarter | Units |\n| - | - |\n| Q1 | 410 |\n| Q2 | 385 |\n| Total | 895 |\n", ["895 refuted arithmetic ×1.126"]),
    ("Chinchilla有700亿个参数。\n\nGopher有2800亿个参数，是Chinchilla的4倍。", ["4倍 supported"]),
    ("Chinchilla有700亿个参数。\n\nGopher有2800亿个参数，是Chinchilla的8倍。", ["8倍 refuted arithmetic ×2"]),
    (
      "Training BLOOM took 433 megawatt-hours. By comparison, GPT-3 used 1,287 megawatt-hours, about 3 times as much as BLOOM.",
      ["3 times supported"]
    ),
    ("Revenue at Nvidia reached $26.0 billion, up 262% from $7.19 billion a year earlier.", ["262% supported"]),
    (
      "Revenue at Nvidia reached $26.0 billion, up 362% from $7.19 billion a year earlier.", ["362% refuted arithmetic increaseByTo ×1.382"]
    ),
    ("The company raised its revenue to $10 million from $4 million, an increase of 150%.", ["150% supported"]),
    ("台積電的營收為新台幣2兆1617億元，比民國111年的2兆2639億元減少4.5%。", ["4.5% supported"]),
    ("台積電的營收為新台幣2兆1617億元，比民國111年的2兆2639億元減少9.5%。", ["9.5% refuted arithmetic ×2.105"]),
    ("GPT-3的用电量是1287兆瓦时。\n\nBLOOM的用电量是433兆瓦时，GPT-3的用电量约为BLOOM的3倍。", ["3倍 supported"]),
    // Nothing to check.
    ("PaLM 2的参数据说是3400亿，比上一代PaLM的5400亿还少，但训练词元增加到了3.6万亿。", []),
    ("Chinchilla有700亿个参数。\n\nGopher有2800亿个参数，速度却只是Chinchilla的一半，能耗是Chinchilla的8倍。", []),
    ("Chinchilla有700亿个参数，也有人说Chinchilla有1400亿个参数。\n\nGopher有2800亿个参数，是Chinchilla的8倍。", []),
    ("训练语料包括45%的网页、15%的图书和8%的代码。", []),
    ("67%的受访者用过语音助手，54%用过翻译软件，21%两样都没用过。", []),
    ("Sales were up 12% in Europe and 30% in Asia; worldwide they grew 18%.", []),
    ("这次活动有12所学校的360名学生报名，持续5天，共举办讲座18场。", []),
  ]) func judges(text: String, expected: [String]) throws {
    #expect(try AuditBench().told(text) == expected)
  }

  /// What follows from a refuted figure is refuted with it.
  @Test func errorsAreInherited() throws {
    let reference = try AuditBench.reference(
      "Perceptron Mark I,1957-01-01,1000,694894.94,6,,,,\nLLaMA-65B,2023-02-24,65200000000,,1050000000000,,,,")
    let text = "Perceptron Mark I仅使用了六个数据点进行训练。\n\nLLaMA-65B则使用了约10亿个数据点进行训练——比Perceptron Mark I增加了超过1.6亿倍。"
    let told = try AuditBench().told(text, [reference])
    #expect(told.contains("10亿个数据点 refuted powerOfTen ×1050"))
    #expect(told.contains { $0.hasPrefix("1.6亿倍 refuted inheritsError") })
    #expect(try AuditBench().told(text).contains("1.6亿倍 supported"))
  }
}
