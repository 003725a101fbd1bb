internal import ClaimModel
internal import Knowledge
internal import SourceText

/// Says why a numeral that was read is no quantity after all: a lone 一, a part's number, a label.
struct NumeralDoubts {
  let source: Source

  /// The reason against `combined`; nil where it stands.
  func reason(against combined: QuantityCombiner.Combined, floor: Int) -> String? {
    let numeral = combined.numeral
    if numeral.form == .ordinal { return ordinal(numeral) }
    if let label = label(combined, floor: floor) { return label }
    if hourOfDay(combined), !source.asksForNumbersAlone { return "a time of day" }
    if numeral.form != .cardinal { return nil }
    switch numeral.writing {
    case .figures: return nil
    case .chinese: return chinese(combined)
    case .english: return english(combined)
    }
  }

  /// 第3章, 第二节: the number of a part of a text.
  private func ordinal(_ numeral: Numeral) -> String? {
    guard let part = source.vocabulary.parts.longest(in: source, at: source.skippingSpace(at: numeral.range.upperBound)),
      source.has("第", at: numeral.range.lowerBound), !part.entry.notBefore.contains(where: { source.has($0, at: part.range.upperBound) })
    else { return nil }
    return part.entry.reason
  }

  /// Figure 2, 图4, Llama 2: a figure behind a word that makes it a number of something.
  private func label(_ combined: QuantityCombiner.Combined, floor: Int) -> String? {
    guard combined.numeral.writing == .figures, !combined.numeral.hasMultiplier, unitIsWeak(combined) else { return nil }
    let start = combined.numeral.range.lowerBound
    for end in [start, source.byte(at: start - 1) == 0x20 ? start - 1 : start] {
      if let match = source.vocabulary.labels.longest(endingAt: end, floor: floor, in: source) { return match.entry.reason }
    }
    return versionedName(combined)
  }

  /// No unit of its own, or a single letter that may belong to the name: GPT 4V.
  private func unitIsWeak(_ combined: QuantityCombiner.Combined) -> Bool {
    guard let unit = combined.unit, !unit.name.isEmpty, !combined.rules.contains(NextUnitReader.rule) else { return true }
    return unit.range.count == 1 && isLetter(source.byte(at: unit.range.lowerBound))
  }

  /// `SQuAD 1.1`, `iPhone 15`: a word with a capital inside, and a short number that may be a version.
  private func versionedName(_ combined: QuantityCombiner.Combined) -> String? {
    let range = combined.numeral.range
    guard source.byte(at: range.lowerBound - 1) == 0x20, combined.numeralRange == range, isVersion(range) else { return nil }
    var start = range.lowerBound - 1
    var hasLower = false
    var hasInnerUpper = false
    while start > 0, range.lowerBound - start < 24, isWordByte(source.bytes[start - 1]) {
      start -= 1
      if isLower(source.bytes[start]) { hasLower = true }
      if isUpper(source.bytes[start]), start > 0, isWordByte(source.bytes[start - 1]) { hasInnerUpper = true }
    }
    return hasLower && hasInnerUpper ? "version behind a name" : nil
  }

  private func isVersion(_ range: Range<Int>) -> Bool {
    let end = source.digitsEnd(at: range.lowerBound)
    guard let major = source.integer(in: range.lowerBound..<end) else { return false }
    return end == range.upperBound ? major <= 20 : major <= 9 && range.upperBound - end == 2
  }

  /// 三点, 20点整: an hour of the day, where 点 is no point of an index.
  private func hourOfDay(_ combined: QuantityCombiner.Combined) -> Bool {
    guard let unit = combined.unit, unit.name == "score_point", source.has("点", at: unit.range.lowerBound), unit.range.count == 3,
      case .exactly(let value) = combined.written, let hour = value.integer
    else { return false }
    return (0...24).contains(hour) && !combined.numeral.hasMultiplier
  }

  private func chinese(_ combined: QuantityCombiner.Combined) -> String? {
    let numeral = combined.numeral
    if numbersName(numeral.range) { return "a name's number" }
    if numeral.isBareScale, source.character(before: combined.span.lowerBound) == "以", source.has("计", at: combined.span.upperBound) {
      return "a manner of counting"
    }
    guard combined.numeralRange == numeral.range || combined.unit == nil else { return nil }
    let isSingle = numeral.range.count == 3
    if let unit = combined.unit {
      if isSingle, source.character(at: numeral.range.lowerBound) == "一", unit.usage == .classifier || isCounter(unit),
        combined.phrase == combined.span
      {
        return isApart(combined.span) || source.asksForNumbersAlone ? nil : "indefinite"
      }
      return nil
    }
    if numeral.hasMultiplier, !numeral.isBareScale { return nil }
    if combined.span.lowerBound < numeral.range.lowerBound { return nil }
    if combined.phrase != combined.span, !isSingle || combined.phrase.lowerBound < combined.span.lowerBound { return nil }
    if isApart(numeral.range) { return nil }
    if isSingle { return counts(numeral.range) ? nil : "a single character without a unit" }
    if numeral.isBareScale { return scaleStands(numeral.range) ? nil : "a word of magnitude without a unit" }
    if numeral.range.count == 6, isDigits(numeral.range) { return "two digits without a unit" }
    return nil
  }

  /// Where numbers are asked for a lone character is one, but for the signs of accounting, which are parts of words (大陆, 队伍).
  private func counts(_ range: Range<Int>) -> Bool {
    guard source.asked.contains(.number) else { return false }
    switch source.character(at: range.lowerBound) {
    case "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖", "拾", "佰", "仟", "弌", "弍": return false
    default: return true
    }
  }

  /// 轮, 层, 步: one character that counts as a classifier does.
  private func isCounter(_ unit: UnitMatch) -> Bool {
    unit.range.count == 3 && unit.base.dimension == .count && unit.base.name != "person"
  }

  private func isDigits(_ range: Range<Int>) -> Bool {
    var position = range.lowerBound
    while position < range.upperBound {
      guard case .digit = ChineseSign(source.character(at: position)) else { return false }
      position = source.next(position)
    }
    return true
  }

  /// 百亿级, 千亿规模.
  private func scaleStands(_ range: Range<Int>) -> Bool {
    guard range.count >= 6 else { return false }
    return ["级", "量级", "的量级", "规模", "以上", "以下"].contains { source.has($0, at: range.upperBound) }
  }

  /// Whether no letter or Han character touches the numeral: then it is all that is said.
  private func isApart(_ range: Range<Int>) -> Bool {
    let before = source.character(before: range.lowerBound)
    let after = source.character(at: range.upperBound)
    return !isHan(before) && !isHan(after) && !isWordByte(source.byte(at: range.lowerBound - 1))
      && !isWordByte(source.byte(at: range.upperBound))
  }

  /// 台湾杉⟦二⟧号, 嫦娥⟦五⟧号: a number of one or two signs between a name and 号.
  private func numbersName(_ range: Range<Int>) -> Bool {
    guard range.count <= 6, source.has("号", at: range.upperBound) else { return false }
    let before = source.character(before: range.lowerBound)
    guard isHan(before) else { return false }
    switch before {
    case "第", "月", "年", "在", "于", "从", "到", "至", "是", "和", "与", "的", "有", "约", "个", "日": return false
    default: return true
    }
  }

  /// Hall ⟦Three⟧ follows: a number word with a capital between a word with one and a word without.
  private func namesWithNumber(_ combined: QuantityCombiner.Combined) -> Bool {
    let range = combined.numeral.range
    guard isUpper(source.byte(at: range.lowerBound)), source.byte(at: range.lowerBound - 1) == 0x20,
      !source.bytes[range].contains(0x20), !combined.numeral.hasMultiplier
    else { return false }
    var start = range.lowerBound - 1
    while isLetter(source.byte(at: start - 1)) { start -= 1 }
    let next = source.skippingSpace(at: range.upperBound)
    return range.lowerBound - start >= 4 && isUpper(source.byte(at: start)) && !isUpper(source.byte(at: next))
  }

  /// `one` is a pronoun more often than a number.
  private func english(_ combined: QuantityCombiner.Combined) -> String? {
    if namesWithNumber(combined) { return "a name's number" }
    guard combined.unit == nil, combined.phrase == combined.span, combined.span == combined.numeral.range,
      source.hasWord("one", at: combined.numeral.range.lowerBound),
      combined.numeral.range.count == 3
    else { return nil }
    let start = combined.numeral.range.lowerBound
    let before = source.byte(at: start - 1)
    let after = source.byte(at: start + 3)
    return (before == 0 || before == 0x0A) && (after == 0 || after == 0x0A) ? nil : "a pronoun"
  }
}
