internal import ClaimModel
internal import SourceText

/// Says in English and Chinese what the page's other figures come to.
struct RelationExplanation {
  let relation: Relation

  /// The larger over the smaller of what is written and what it comes to.
  var ratio: ExactDecimal? {
    guard let value = relation.result.number?.magnitude, let expected = relation.expected.first?.plainMiddle, !value.isZero,
      !expected.isZero
    else { return nil }
    let larger = max(value, expected)
    return larger.divided(by: min(value, expected))?.atFourDigits
  }

  func explanation(inherits: Bool) -> Explanation {
    let written = text(relation.result)
    let inputs = relation.inputs.map { text($0) }
    let expected = relation.expected.first?.plainMiddle.description ?? ""
    let (english, chinese): (String, String) =
      switch relation.finding {
      case .agrees where inherits:
        ("they agree, but one of them is itself refuted", "与之相符，但其中一个数字本身已被否定")
      case .agrees: ("the two agree", "两者相符")
      case .differs, .open: ("the two differ", "两者不符")
      }
    let names = kindNames
    return Explanation(
      english: "the page says \(written); \(names.english) of \(inputs.joined(separator: ", ")) comes to \(expected): \(english)",
      chinese: "页面写 \(written)；由 \(inputs.joined(separator: "、")) 算得的\(names.chinese)为 \(expected)：\(chinese)")
  }

  private var kindNames: (english: String, chinese: String) {
    switch relation.kind {
    case .change: ("the change", "变化幅度")
    case .share: ("the share", "占比")
    case .sum: ("the sum", "总和")
    case .ratio: ("the ratio", "倍数")
    case .difference: ("the difference", "差")
    case .duration: ("the time between", "间隔")
    case .average: ("the average", "平均")
    case .product: ("the product", "乘积")
    case .growth: ("the compound growth", "复合增长")
    }
  }

  private func text(_ figure: Figure) -> String {
    if let date = figure.date { return date }
    let number: String =
      switch figure.quantity.bounds {
      case .exactly(let value), .above(let value, _), .below(let value, _): value.atFourDigits.description
      case .between(let low, let high), .order(let low, let high): "\(low)–\(high)"
      }
    let sign = figure.quantity.comparator
    let prefix = sign == .equal || sign == .range || sign == .order ? "" : "\(sign.rawValue) "
    return figure.unit.isEmpty || figure.unit == "ratio" ? prefix + number : "\(prefix)\(number) \(figure.unit)"
  }
}
