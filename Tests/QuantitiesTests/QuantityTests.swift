import ClaimModel
import Knowledge
import Quantities
import SourceText
import Testing

/// A text whose one figure is marked, and what it must come to: `约⟦10亿个数据点⟧ => ≈ 1e9 datapoint`.
struct MarkedText: Sendable, CustomTestStringConvertible {
  let text: [UInt8]
  let marked: TextSpan
  let expectation: String
  let testDescription: String

  init(_ line: String) {
    let sides = line.split(separator: " => ", maxSplits: 1)
    let source = Array(String(sides[0]).utf8)
    expectation = sides.count > 1 ? String(sides[1]) : ""
    testDescription = line
    let open = Array("⟦".utf8)
    let close = Array("⟧".utf8)
    var plain: [UInt8] = []
    var start = 0
    var end = 0
    var index = 0
    while index < source.count {
      if source.hasBytes(open, at: index) {
        start = plain.count
        index += open.count
      } else if source.hasBytes(close, at: index) {
        end = plain.count
        index += close.count
      } else {
        plain.append(source[index])
        index += 1
      }
    }
    text = plain
    marked = TextSpan(start: start, end: end)
  }
}

let reader = QuantityReader(knowledge: TestKnowledge.knowledge)

func read(_ text: String, on day: String? = nil) -> Reading {
  let bytes = Array(text.utf8)
  return reader(bytes, in: 0..<bytes.count, reference: day.flatMap { CalendarDay($0) })
}

@Suite struct QuantityTests {
  private func check(_ line: MarkedText) {
    let reading = reader(line.text, in: 0..<line.text.count)
    let found = reading.quantities.first { $0.span == line.marked }
    #expect(
      found.map { ExampleCheck.matches($0.quantity, line.expectation) } == true,
      "\(reading.quantities.map(\.quantity)) \(reading.leftAlone)")
  }

  @Test(
    arguments: [
      "共⟦一万五千亿元⟧ => = 1.5e12 cny", "约⟦3万5⟧ => ≈ 35000 ", "⟦16万8千人⟧ => 168000 person", "⟦两三百人⟧ => 200..300 person",
      "⟦三五千人⟧ => 3000..5000 person", "投入⟦数十亿美元⟧ => order 1e9..1e10 usd", "⟦几百人⟧ => order 100..1000 person",
      "⟦十几个⟧人 => order 10..20 person", "⟦二〇二三个⟧ => 2023 item", "⟦三点五亿用户⟧ => 3.5e8 person", "⟦贰佰零伍元⟧ => 205 cny",
      "⟦30多万人⟧ => > 300000 person", "⟦一百多家⟧ => > 100 company", "⟦百余名⟧ => > 100 person", "⟦百亿级别参数⟧ => order 1e10..1e11 parameter",
      "⟦1千零1个⟧ => 1001 item", "⟦三千 九百人⟧ => 3900 person", "⟦百把人⟧ => ≈ 100 person", "⟦三十两⟧ => 1.5 kilogram", "⟦两万两千元⟧ => 22000 cny",
      "身高⟦一米七五⟧ => 1.75 meter", "身高⟦米八⟧ => 1.8 meter", "⟦六斤八两⟧ => 3.4 kilogram", "⟦两毛五⟧ => 0.25 cny",
      "⟦六个加仑⟧ => 0.022712470704 cubic_meter",
      "⟦37摄氏°⟧ => 37 celsius", "年过⟦半百⟧ => > 50 ", "⟦零下3度⟧ => -3 degree", "亏损⟦-22.48亿元⟧ => -2.248e9 cny", "⟦负 3.5度⟧ => -3.5 degree",
    ].map(MarkedText.init)) func chineseNumerals(line: MarkedText)
  { check(line) }

  /// What a word means where its kind of figures is asked for.
  @Test(
    arguments: [
      ("找零⟦5分⟧ => 0.05 cny", .currency), ("得了⟦5分⟧ => 5 point", .count), ("⟦1.2G⟧ => 1.2e9 ", .number), ("⟦1.2G⟧ => 1.2e9 byte", .dimension),
      ("屏幕⟦6\"⟧ => 0.1524 meter", .dimension), ("最多⟦5公里⟧ => ≤ 5000 meter", .dimension), ("不是⟦一⟧ => 1 ", .number),
    ] as [(String, QuantityKind)]) func asked(text: String, kind: QuantityKind)
  {
    let line = MarkedText(text)
    let reading = reader(line.text, in: 0..<line.text.count, asked: [kind])
    let found = reading.quantities.first { $0.span == line.marked }
    #expect(found.map { ExampleCheck.matches($0.quantity, line.expectation) } == true, "\(reading.quantities.map(\.quantity))")
  }

  @Test(
    arguments: [
      "⟦三分之二⟧的人 => 0.6666666666666666666666666667 ratio", "⟦百分之零点五⟧ => 0.005 ratio", "⟦万分之三⟧ => 0.0003 ratio",
      "⟦三成五⟧ => 0.35 ratio", "打⟦七折⟧ => 0.7 ratio", "⟦翻两番⟧ => 4 ratio", "⟦翻倍⟧ => 2 ratio", "超过⟦一半⟧ => > 0.5 ratio",
      "⟦一又二分之一小时⟧ => 1.5 hour", "⟦7 out of 10⟧ tasks => 0.7 ratio", "⟦two-thirds⟧ of them => 0.6666666666666666666666666667 ratio",
      "⟦四千二分之三⟧ => 0.0007142857142857142857142857143 ratio", "⟦三分之负二⟧ => -0.6666666666666666666666666667 ratio",
      "⟦3/4⟧ of them => 0.75 ratio", "⟦½⟧ of them => 0.5 ratio", "more than ⟦doubled⟧ => > 2 ratio",
    ].map(MarkedText.init)) func fractionsAndMultiples(line: MarkedText)
  { check(line) }

  @Test(
    arguments: [
      "⟦7x10^5次操作⟧ => 7e5 flop", "about ⟦6.67×10²² FLOPs⟧ => ≈ 6.67e22 flop", "⟦2.1e25 FLOP⟧ => 2.1e25 flop", "⟦1E-4⟧ => 0.0001 ",
      "⟦6.67x10<sup>22</sup> FLOPs⟧ => 6.67e22 flop", "⟦10^{-8}⟧ => 1e-8 ", "⟦12,34,567 rupees⟧ => 1234567 inr",
      "⟦1 234 567 people⟧ => 1234567 person",
      "⟦16,500倍⟧ => 16500 ratio", "⟦.5 kg⟧ => 0.5 kilogram",
    ].map(MarkedText.init)) func figures(line: MarkedText)
  { check(line) }

  @Test(
    arguments: [
      "⟦twelve hundred people⟧ => 1200 person", "⟦half a million people⟧ => 500000 person", "⟦two and a half billion⟧ => 2.5e9 ",
      "⟦tens of billions of parameters⟧ => order 1e10..1e11 parameter", "⟦a couple of hundred⟧ => 200 ", "⟦one hundred and five⟧ => 105 ",
      "⟦twenty-one languages⟧ => 21 language", "⟦1.3T tokens⟧ => 1.3e12 token", "⟦$1.5B⟧ => 1.5e9 usd", "⟦30 languages⟧ => 30 language",
      "⟦three thousand millions⟧ => 3e9 ", "⟦two dozen companies⟧ => 24 company",
    ].map(MarkedText.init)) func english(line: MarkedText)
  { check(line) }

  @Test(
    arguments: [
      "⟦3–5亿⟧ => 3e8..5e8 ", "⟦3-5亿元⟧ => 3e8..5e8 cny", "between ⟦2 and 3 million⟧ => 2e6..3e6 ", "raised ⟦$10-15m⟧ => 1e7..1.5e7 usd",
      "从⟦3万到5万⟧ => 30000..50000 ", "⟦兩到三年⟧ => 2..3 year", "⟦10%~20%⟧ => 0.1..0.2 ratio", "⟦two or three years⟧ => 2..3 year",
      "⟦710亿美元到940亿美元⟧ => 7.1e10..9.4e10 usd", "rose from ⟦1K⟧ to 8K => 1000 ", "人数大于⟦20的同时小于等于35⟧ => 20..35 ",
      "more than ⟦$3 million but less than $5 million⟧ => 3e6..5e6 usd",
      "在⟦第十和第十五⟧之间 => 10..15 ordinal", "⟦-10000与20000⟧间 => -10000..20000 ",
    ].map(MarkedText.init)) func ranges(line: MarkedText)
  { check(line) }

  @Test(
    arguments: [
      "超过了⟦1亿美元⟧ => > 1e8 usd", "不超过⟦7%⟧ => ≤ 0.07 ratio", "⟦三年⟧以上 => ≥ 3 year", "⟦20家⟧左右 => ≈ 20 company",
      "大概需要 ⟦13GB⟧ 内存 => ≈ 1.3e10 byte", "at least ⟦$20⟧ => ≥ 20 usd", "a maximum of ⟦3 days⟧ => ≤ 3 day", "近⟦百亿元⟧ => ≈ 1e10 cny",
      "⟦100⟧+ => ≥ 100 ", "⟦70多年⟧后 => > 70 year", "比⟦四分之一⟧大 => > 0.25 ratio", "doubled every ⟦3.4 months⟧ => 3.4 month",
    ].map(MarkedText.init)) func bounds(line: MarkedText)
  { check(line) }

  @Test(
    arguments: [
      "售价⟦840-850元/吨⟧ => 840..850 cny", "每月⟦20美元⟧ => 20 usd", "⟦$20⟧ per month => 20 usd", "⟦29 tokens/s⟧ => 29 token",
      "⟦2小时30分⟧ => 9000 second", "⟦5 feet 3 inches⟧ => 1.6002 meter", "⟦50元6角三分⟧ => 50.63 cny", "⟦一年半⟧ => 1.5 year",
      "⟦摄氏37度⟧ => 37 celsius", "⟦32张⟧A100 => 32 gpu",
    ].map(MarkedText.init)) func units(line: MarkedText)
  { check(line) }

  @Test(arguments: [
    ("每月20美元", "1 month"), ("$20 per month", "1 month"), ("29 tokens/s", "1 second"), ("10元/吨", "1 ton"),
    ("$3 per million tokens", "1e6 token"),
  ])
  func rates(text: String, per: String) throws {
    let found = try #require(read(text).quantities.first?.quantity.per)
    #expect("\(found.value) \(found.unit)" == per)
  }

  @Test(arguments: [
    "GPT-4", "LLaMA-65B", "SQuAD 1.1", "ResNeXt-101", "iPhone 15 Pro", "PM2.5", "H100", "百度", "九寨沟", "一方面", "千方百计", "进步十分明显",
    "这一个系统", "192.168.0.1", "https://example.org/a1?b=22", "me12@example.org", "14:30", "见3.2.1", "第3章", "如图4所示", "Figure 2",
    "1. 引言", "v1.5", "utf-8", "3D", "13800138000", "010-12345678", "gpt-4o", "256x256", "no one knows", "唯一的办法",
  ]) func meansNothing(text: String) {
    #expect(read(text).quantities.isEmpty)
    #expect(read(text).periods.isEmpty)
  }
}
