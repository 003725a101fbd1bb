internal import ClaimModel
internal import Knowledge
internal import SourceText

/// Reads the unit that a figure leaves to the next one: 45 and 50 mg, 10 or 15%.
struct NextUnitReader {
  let source: Source
  let numerals: NumeralReader
  let parts: PartReader

  /// The name of this rule among a figure's rules.
  static let rule = "unit of the next figure"

  /// `part` with the unit of the figure behind `and` or `or`, where that is a measure; `part` itself else.
  func read(_ part: Part) -> Part {
    guard part.unit == nil, part.numeral.writing == .figures, part.numeral.form == .cardinal, !part.numeral.hasMultiplier,
      let start = nextStart(at: part.end), isDigit(source.byte(at: start)), case .numeral(let numeral)? = numerals.read(at: start),
      numeral.form == .cardinal, !numeral.hasMultiplier
    else { return part }
    let next = parts.read(numeral, floor: start)
    guard let unit = next.unit, unit.usage == .measure, isMeasure(unit), next.start == start, part.amount.low < next.amount.low else {
      return part
    }
    var result = part
    result.unit = unit
    result.unit?.range = part.end..<part.end
    result.unit?.spanEnd = part.end
    result.rules.append(Self.rule)
    return result
  }

  private func nextStart(at offset: Int) -> Int? {
    if source.has(" and ", at: offset) { return offset + 5 }
    return source.has(" or ", at: offset) ? offset + 4 : nil
  }

  private func isMeasure(_ unit: UnitMatch) -> Bool {
    switch unit.base.dimension {
    case .length, .area, .volume, .mass, .temperature, .speed, .power, .energy, .voltage, .current, .frequency, .angle, .pressure, .force,
      .information, .other:
      true
    case .ratio: unit.name == "percent"
    default: false
    }
  }
}
