internal import ClaimModel
internal import Knowledge
internal import SourceText

/// Ages that a word before the figure says: aged 45, at age 30, ages 5 to 12.
extension PartReader {
  /// A year of age for a small number behind `age`, `aged` or `age of`, which no unit follows.
  func takeAge(_ part: inout Part, floor: Int) {
    guard part.unit == nil, part.numeral.form == .cardinal, part.amount.shape == .exact, part.amount.low.exponent >= 0,
      part.amount.low <= ExactDecimal(120), part.start == part.numeral.range.lowerBound, let word = ageWord(before: part.start),
      word >= floor
    else { return }
    part.unit = UnitMatch(name: "year_of_age", base: Unit(name: "year", dimension: .age), range: part.end..<part.end)
    part.hasMark = true
    part.rules.append("age before the figure")
  }

  /// Where the word of age that ends before `start` begins.
  private func ageWord(before start: Int) -> Int? {
    for (word, whole) in [("age ", "age"), ("aged ", "aged"), ("ages ", "ages"), ("age of ", "age"), ("aged about ", "aged")]
    where source.hasWord(whole, at: start - word.utf8.count) && source.has(String(word.dropFirst(3)), at: start - word.utf8.count + 3) {
      return start - word.utf8.count
    }
    return nil
  }
}
