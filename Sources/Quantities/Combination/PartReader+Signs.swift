internal import ClaimModel
internal import Knowledge
internal import SourceText

/// Signs of figures, before them and behind them.
extension PartReader {
  /// A sign or a word that says one directly before the figure: -5, minus 5, 零下5.
  func takeSign(_ part: inout Part, floor: Int) {
    let start = part.start
    guard start > floor, !part.rules.contains("negative") else { return }
    let mark = source.byte(at: start - 1)
    if mark == UInt8(ascii: "-") || mark == UInt8(ascii: "+") {
      let before = source.byte(at: start - 2)
      // 五元六角-五元七角: no sign stands between Chinese words.
      if isHan(source.character(at: start)), isHan(source.character(before: start - 1)) { return }
      guard start - 1 == 0 || !(isWordByte(before) || before == mark || before == UInt8(ascii: ")")) else { return }
      part.start = start - 1
      if mark == UInt8(ascii: "-") { negate(&part) }
      return
    }
    for (word, isChinese) in [("负", true), ("零下", true), ("minus ", false), ("negative ", false)] {
      let gap = isChinese && source.byte(at: start - 1) == 0x20 ? 1 : 0
      let first = start - word.utf8.count - gap
      guard first >= floor, isChinese ? source.has(word, at: first) : source.hasWord(String(word.dropLast()), at: first) else { continue }
      if !isChinese, source.byte(at: start - 1) != 0x20 { continue }
      // $1.9 billion minus $1.2 billion: taken off, not below zero.
      if word == "minus ", floor > 0, first - floor <= 1 { continue }
      part.start = first
      negate(&part)
      return
    }
  }

  /// `- 10 k`: a sign that stands apart, where it and the figure are all that the text says and a figure is asked for. Elsewhere it is
  /// a dash or opens an item of a list.
  func takeSignApart(_ part: inout Part) {
    guard !source.asked.isEmpty, part.start > 1, part.start <= 4, source.byte(at: part.start - 1) == 0x20, !part.rules.contains("negative")
    else { return }
    var sign = part.start - 1
    while source.byte(at: sign) == 0x20 { sign -= 1 }
    guard source.byte(at: sign) == UInt8(ascii: "-"), source.isAlone(sign..<part.end) else { return }
    part.start = sign
    negate(&part)
  }

  /// absolute ⟦zero⟧
  func takeAbsoluteZero(_ part: inout Part) {
    guard part.unit == nil, part.amount.low.isZero, source.hasWord("absolute", at: part.start - 9), let offset = ExactDecimal("-273.15")
    else {
      return
    }
    var unit = UnitMatch(name: "kelvin", base: Unit(name: "celsius", dimension: .temperature), range: part.end..<part.end)
    unit.offset = offset
    part.unit = unit
    part.rules.append("absolute zero")
  }

  /// `2 degrees below zero`, `5 below zero`.
  func takeZeroPoint(_ part: inout Part) {
    guard source.has(" below zero", at: part.end), part.numeral.form == .cardinal,
      part.unit.map({ $0.base.dimension == .temperature || $0.name == "degree" }) ?? true
    else { return }
    let end = part.end + 11
    if part.unit == nil {
      part.unit = UnitMatch(name: "degree", base: Unit(name: "degree", dimension: .temperature), range: part.end..<end)
    }
    part.end = end
    negate(&part)
  }

  private func negate(_ part: inout Part) {
    part.amount = part.amount.negated
    part.rules.append("negative")
  }
}
