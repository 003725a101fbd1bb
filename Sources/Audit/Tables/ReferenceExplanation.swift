internal import ClaimModel
internal import SourceText

/// Says in English and Chinese what the page says, what the table says, and how far apart they are.
struct ReferenceExplanation {
  let table: TableIndex
  let document: Document
  let result: ReferenceCheck.Result
  let driftFrom: Reference?

  func supported(_ findings: [RowFinding]) -> Explanation {
    sentence(findings, english: "the two agree\(rounded(findings) ? " as rounded" : "")", chinese: rounded(findings) ? "取整后相符" : "两者相符")
  }

  func refuted(_ findings: [RowFinding], closest: RowFinding) -> Explanation {
    var english: [String] = []
    var chinese: [String] = []
    if let ratio = closest.ratio {
      english.append("off by a factor of \(ratio)")
      chinese.append("相差 \(ratio) 倍")
    }
    let note = DiagnosisNote(diagnosis: closest.diagnosis, claimed: result.figure.number, found: number(closest), ratio: closest.ratio)
    if let words = note.english { english.append(words) }
    if let words = note.chinese { chinese.append(words) }
    if let driftFrom {
      english.append("the snapshot of \(driftFrom.snapshot) agrees with the page")
      chinese.append("\(driftFrom.snapshot) 的版本与页面相符")
    }
    if english.isEmpty {
      english.append("the two differ")
      chinese.append("两者不符")
    }
    return sentence(findings, english: english.joined(separator: ", "), chinese: chinese.joined(separator: "，"))
  }

  func conflicting(_ findings: [RowFinding]) -> Explanation {
    guard findings.count > 1 else {
      return sentence(
        findings, english: "which the row's own name contradicts", chinese: "与该行自己的名称矛盾")
    }
    return sentence(findings, english: "rows of one name decide differently", chinese: "同名各行结论不一")
  }

  func open(_ reason: MissingReason, rows: [Int]) -> Explanation {
    let reference = table.reference
    let column = reference.layout.measures[result.measure]
    let name = result.subject
    let (english, chinese): (String, String) =
      switch reason {
      case .noRow: ("\(place) has no row for \(name)", "\(chinesePlace)中没有 \(name)")
      case .noCell: ("\(place) leaves '\(column.column)' of \(names(rows)) empty", "\(chinesePlace)中 \(names(rows)) 的“\(column.column)”为空")
      case .ambiguousName:
        (
          "\(name) may be any of \(names(rows)), which differ in '\(column.column)' in \(place)",
          "\(name) 可指 \(names(rows))，它们在\(chinesePlace)中的“\(column.column)”不同"
        )
      case .differentDefinition:
        (
          "'\(column.column)' in \(place) means \(column.definition ?? column.property); the page's source speaks of something else",
          "\(chinesePlace)的“\(column.column)”指 \(column.definition ?? column.property)，页面所引来源说的不是同一个量"
        )
      case .incomparableUnit:
        ("'\(column.column)' in \(place) is in \(column.unit)", "\(chinesePlace)的“\(column.column)”以 \(column.unit) 计")
      case .differentTime: ("\(place) speaks of another time", "\(chinesePlace)说的是另一时间")
      case .damagedFigure: ("the figure is damaged on the page", "页面上的数字已损坏")
      }
    return Explanation(english: "the page says \(claimed); \(english)", chinese: "页面写 \(claimed)；\(chinese)")
  }

  private func sentence(_ findings: [RowFinding], english: String, chinese: String) -> Explanation {
    let shown = findings.prefix(3).map { "\(table.reference.rows[$0.row].name) has \(cell($0))" }.joined(separator: ", ")
    let inChinese = findings.prefix(3).map { "\(table.reference.rows[$0.row].name) 为 \(cell($0))" }.joined(separator: "，")
    return Explanation(
      english: "the page says \(claimed); \(shown) in \(place): \(english)\(assumption.english)",
      chinese: "页面写 \(claimed)；\(chinesePlace)中 \(inChinese)：\(chinese)\(assumption.chinese)")
  }

  /// Where the page counts something that the column counts by another name.
  private var assumption: (english: String, chinese: String) {
    let column = table.reference.layout.measures[result.measure]
    let unit = result.figure.unit
    guard column.unit == "parameter", !unit.isEmpty, unit != column.unit, unit != "item" else {
      guard column.unit == "parameter", result.figure.date == nil, result.claim == nil || result.claim?.property == "count" else {
        return ("", "")
      }
      return (" (read as \(column.property))", "（按 \(column.property) 理解）")
    }
    return (" (\(unit) read as \(column.unit))", "（把 \(unit) 当作 \(column.unit)）")
  }

  private var place: String { "\(table.reference.name) \(table.reference.snapshot)" }
  private var chinesePlace: String { "\(table.reference.name)（\(table.reference.snapshot)）" }

  private func names(_ rows: [Int]) -> String {
    let shown = rows.prefix(3).map { table.reference.rows[$0].name }
    return shown.joined(separator: ", ") + (rows.count > 3 ? ", …" : "")
  }

  private func rounded(_ findings: [RowFinding]) -> Bool { findings.contains { $0.diagnosis == .rounding } }

  private func number(_ finding: RowFinding) -> ExactDecimal? {
    if case .number(let number) = finding.cell.value { number } else { nil }
  }

  private func cell(_ finding: RowFinding) -> String {
    switch finding.cell.value {
    case .number(let number): "\(number.atFourDigits) \(table.reference.layout.measures[result.measure].unit)"
    case .day(let day): day
    }
  }

  /// The figure with its sign of comparison and unit: `≈ 1e9 datapoint`.
  private var claimed: String {
    if let date = result.figure.date { return date }
    let quantity = result.figure.quantity
    let sign =
      quantity.comparator == .equal || quantity.comparator == .range || quantity.comparator == .order
      ? "" : quantity.comparator.rawValue + " "
    let number: String =
      switch quantity.bounds {
      case .exactly(let value), .above(let value, _), .below(let value, _): value.description
      case .between(let low, let high), .order(let low, let high): "\(low)–\(high)"
      }
    let unit = result.figure.unit.isEmpty ? result.claim?.value.quantity.unit.name ?? "" : result.figure.unit
    return unit.isEmpty ? sign + number : "\(sign)\(number) \(unit)"
  }
}

/// A diagnosis in words.
struct DiagnosisNote {
  let diagnosis: Diagnosis?
  let claimed: ExactDecimal?
  let found: ExactDecimal?
  let ratio: ExactDecimal?

  var english: String? {
    switch diagnosis {
    case .powerOfTen: power.map { "about 10\(superscript($0))\(magnitudes)" }
    case .unitMixup: "the number is the table's, the unit is not"
    case .wrongSubject: "another row of the family has this figure"
    case .rounding: "rounded to fewer digits than the rule allows"
    case .comparatorLost: "the bound is on the wrong side"
    case .yearShift: "another year"
    case .dateShift: "another month or day"
    default: nil
    }
  }

  var chinese: String? {
    switch diagnosis {
    case .powerOfTen: power.map { "约 10\(superscript($0))\(magnitudes)" }
    case .unitMixup: "数字相同而单位不同"
    case .wrongSubject: "同系列的另一行有此数值"
    case .rounding: "取整幅度超出允许范围"
    case .comparatorLost: "界限方向相反"
    case .yearShift: "年份不同"
    case .dateShift: "月日不同"
    default: nil
    }
  }

  private var power: Int? {
    guard let ratio else { return nil }
    // The nearest power of ten: half way is the square root of ten.
    let lead = ratio.leadingPower
    guard let scaled = ratio.scaled(byPowerOfTen: -lead) else { return lead }
    return scaled > ExactDecimal("3.162") ?? .one ? lead + 1 : lead
  }

  private var magnitudes: String {
    guard let claimed, let found, claimed.leadingPower >= 4, found.leadingPower >= 4, claimed.leadingPower <= 15, found.leadingPower <= 15
    else {
      return ""
    }
    let page = Self.magnitude(claimed.leadingPower)
    let table = Self.magnitude(found.leadingPower)
    return page == table ? "" : " (\(page) / \(table))"
  }

  /// 十亿 for 9.
  static func magnitude(_ power: Int) -> String {
    ["", "十", "百", "千"][power % 4] + ["", "万", "亿", "万亿"][power / 4]
  }

  private func superscript(_ power: Int) -> String {
    let digits: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    return String(String(power).compactMap { $0.wholeNumberValue.map { digits[$0] } })
  }
}
