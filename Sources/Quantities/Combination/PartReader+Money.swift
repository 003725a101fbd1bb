internal import ClaimModel
internal import Knowledge
internal import SourceText

/// Money whose multiplier stands with the currency, not with the figure: 75 USD million, MAUD 60.
extension PartReader {
  /// `75 USD ⟦million⟧`.
  func takeMultiplierBehindCurrency(_ part: inout Part) {
    guard let unit = part.unit, unit.base.dimension == .currency, !part.hasMark, !part.numeral.hasMultiplier,
      part.numeral.writing == .figures,
      part.end == unit.range.upperBound, source.byte(at: part.end) == 0x20,
      let word = source.vocabulary.englishMultipliers.longest(in: source, at: part.end + 1),
      lowered(source.byte(at: word.range.upperBound - 1)) != UInt8(ascii: "s"),
      let scaled = part.amount.scaled(byPowerOfTen: word.entry.power)
    else { return }
    part.amount = scaled
    part.end = word.range.upperBound
    part.unit?.spanEnd = part.end
    part.rules.append("multiplier behind the currency")
  }

  /// `⟦MAUD⟧ 60`: the mark before the figure with a multiplier in front of it.
  func takePrefixedMark(_ part: inout Part, floor: Int) {
    let end = source.byte(at: part.start - 1) == 0x20 ? part.start - 1 : part.start
    let start = end - 4
    guard part.unit == nil, start >= floor, isUpper(source.byte(at: end - 1)), !isWordByte(source.byte(at: start - 1)),
      part.numeral.writing == .figures, var unit = units.prefixedCurrency(at: start), unit.range.upperBound == end
    else { return }
    unit.spanEnd = part.end
    part.unit = unit
    part.start = start
    part.hasMark = true
    part.rules.append("currency mark")
  }
}
