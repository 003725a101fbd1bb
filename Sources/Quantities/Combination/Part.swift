internal import ClaimModel
internal import Knowledge
internal import SourceText

/// One numeral with its sign, its currency mark and its unit: a whole figure, or one end of a range.
struct Part {
  var numeral: Numeral
  var amount: Amount
  /// With sign and currency mark.
  var start: Int
  /// Behind the unit, as far as it belongs to the span.
  var end: Int
  var unit: UnitMatch?
  /// Whether the unit is a mark before the numeral.
  var hasMark = false
  /// Whether a scale of temperature stands before the numeral: 摄氏37度.
  var hasScale = false
  var rules: [String]

  var range: Range<Int> { start..<end }
}

/// Puts a numeral together with what stands directly around it.
struct PartReader {
  let source: Source
  let units: UnitReader

  init(source: Source) {
    self.source = source
    units = UnitReader(source: source)
  }

  /// The figure around `numeral`; nothing before `floor` is taken.
  func read(_ numeral: Numeral, floor: Int) -> Part {
    var part = Part(
      numeral: numeral, amount: numeral.amount, start: numeral.range.lowerBound, end: numeral.range.upperBound, rules: numeral.rules)
    takeSign(&part, floor: floor)
    takeMark(&part, floor: floor)
    takeSign(&part, floor: floor)
    takePrefixedMark(&part, floor: floor)
    takeUnit(&part)
    takeMultiplierBehindCurrency(&part)
    takeAge(&part, floor: floor)
    takeRest(&part)
    takeZeroPoint(&part)
    takeAbsoluteZero(&part)
    takeSignApart(&part)
    return part
  }

  private func takeMark(_ part: inout Part, floor: Int) {
    guard part.numeral.form == .cardinal, let match = source.vocabulary.currencyMark(source, before: part.start, floor: floor) else {
      return
    }
    if match.entry.base.dimension == .temperature {
      part.hasScale = true
      return
    }
    // LaTeX writes $2^{-24}$ and $ 160: no money.
    if source.byte(at: part.end) == UInt8(ascii: "$"), source.byte(at: part.start - 1) == UInt8(ascii: "$") { return }
    var unit = UnitMatch(match.entry, range: match.range)
    unit.spanEnd = part.end
    part.unit = unit
    part.start = match.range.lowerBound
    part.hasMark = true
    part.rules.append("currency mark")
  }

  private func takeUnit(_ part: inout Part) {
    guard let unit = units.read(after: part.numeral, at: part.end) else { return }
    if part.hasScale, unit.name == "degree", let scale = source.vocabulary.currencyMark(source, before: part.start, floor: 0) {
      part.start = scale.range.lowerBound
      part.unit = UnitMatch(scale.entry, range: unit.range)
      part.end = unit.spanEnd
      return
    }
    if let mark = part.unit {
      if unit.usage == .measure, mark.range.upperBound < part.numeral.range.lowerBound, source.byte(at: mark.range.upperBound) == 0x20 {
        return dropMark(&part, for: unit)
      }
      // Other currencies are counted in 元 too: 新台币5亿元.
      if unit.name == "yuan", unit.range.count == 3, mark.base.dimension == .currency, mark.usage == .currency {
        part.end = unit.spanEnd
        return
      }
      // Behind a mark only a second name of money belongs to the figure: US$5 million, ¥100元.
      guard unit.base.dimension == .currency, unit.base.name == mark.base.name || mark.usage == .mark else { return }
    }
    part.unit = unit
    part.end = unit.spanEnd
    if unit.name == "order_of_magnitude" { raise(&part) }
    if unit.range.count > 0 { part.rules.append("unit \(unit.name)") }
  }

  /// 两个数量级, three orders of magnitude: powers of ten.
  private func raise(_ part: inout Part) {
    guard part.amount.shape == .exact, let power = part.amount.low.integer, let value = ExactDecimal.one.scaled(byPowerOfTen: power) else {
      return
    }
    part.amount = Amount(value)
  }

  /// A mark that stands apart before a figure with a unit of its own was none.
  private func dropMark(_ part: inout Part, for unit: UnitMatch) {
    part.start = part.numeral.range.lowerBound
    part.hasMark = false
    part.unit = unit
    part.end = unit.spanEnd
  }

  /// Units behind which a lone digit counts tenths: 三块五, 一米八.
  private static let unitsOfTenths: Set = ["yuan", "jiao", "jin", "meter", "tenth"]

  /// 一年半, 三斤半, 三块五, 一米八: half or a tenth behind the unit.
  private func takeRest(_ part: inout Part) {
    guard let unit = part.unit, !part.hasMark, part.end == unit.range.upperBound, part.numeral.form == .cardinal else { return }
    var value: ExactDecimal?
    var end = part.end
    if source.has("半", at: end), !source.has("半年", at: end), !source.has("半导", at: end) {
      value = ExactDecimal("0.5")
      end += 3
      if unit.usage == .classifier {
        // 一个半小时: the unit itself follows.
        guard let real = units.entry(at: end, afterDigits: true), real.entry.usage == .measure else { return }
        part.unit = UnitMatch(real.entry, range: real.range)
        end = real.range.upperBound
      }
    } else if Self.unitsOfTenths.contains(unit.name),
      case .digit(let digit) = ChineseSign(source.character(at: end)), digit > 0
    {
      value = ExactDecimal(coefficient: Int128(digit), exponent: -1)
      end = source.next(end)
      // 一米七五: a second digit counts hundredths.
      if unit.name == "meter", case .digit(let second) = ChineseSign(source.character(at: end)) {
        value = ExactDecimal(coefficient: Int128(digit * 10 + second), exponent: -2)
        end = source.next(end)
      }
      if ChineseSign(source.character(at: end)) != nil || units.entry(at: end, afterDigits: true) != nil { return }
    }
    if value == nil, source.has(" and a half", at: end), !isWordByte(source.byte(at: end + 11)), unit.usage == .measure {
      value = ExactDecimal("0.5")
      end += 11
    }
    guard let value, let sum = part.amount.adding(Amount(value)) else { return }
    part.amount = sum
    part.end = end
    part.rules.append("rest behind the unit")
  }
}
