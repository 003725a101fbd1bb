internal import ClaimModel
internal import Quantities
internal import SourceText

/// Tells which column of a table speaks of a figure: by its unit, the noun behind it, the words around it and its claim.
struct MeasureChoice {
  let table: TableIndex
  let view: [UInt8]

  /// What surrounds a figure.
  struct Surroundings {
    var sentence: Range<Int>
    /// From the figure before it, or the start of the sentence, to the figure.
    var before: Range<Int>
    /// From the figure to the next one, or the end of the sentence.
    var after: Range<Int>
    /// In a table's cell the words are those of the column's head.
    var isCell = false
  }

  struct Choice: Hashable {
    var measure: Int
    /// The figure's unit is one that only a mistake gives such a figure.
    var isMistakenUnit: Bool
  }

  /// Properties that claims fall back to, which do not say which column is meant.
  private static let general: Set = ["count", "duration", "other", "cost", "memory", "throughput", "growth"]

  /// Nil where no column measures such a thing, or where the text does not say so clearly enough.
  func callAsFunction(_ figure: Figure, in around: Surroundings) -> Choice? {
    if figure.date != nil { return date(figure, around) }
    if isTimeFrame(figure) || isYearOfMoney(figure) { return nil }
    guard !isClaimedOtherwise(figure) else { return nil }
    if let counted = counted(figure, around) { return Choice(measure: counted, isMistakenUnit: false) }
    let candidates = table.reference.layout.measures.indices.filter { fits(figure, $0) }
    if let nearest = pick(candidates, figure: figure, around: around) { return Choice(measure: nearest, isMistakenUnit: false) }
    let mistaken = table.reference.layout.measures.indices.filter { isMistaken(figure.unit, $0) && hasWord($0, in: around.sentence) }
    return mistaken.first.map { Choice(measure: $0, isMistakenUnit: true) }
  }

  /// The column of days.
  var date: Choice? {
    table.reference.layout.measures.firstIndex { $0.unit == "date" }.map { Choice(measure: $0, isMistakenUnit: false) }
  }

  private func date(_ figure: Figure, _ around: Surroundings) -> Choice? {
    guard let measure = table.reference.layout.measures.firstIndex(where: { $0.unit == "date" }) else { return nil }
    let isClaimed = figure.claims.contains { $0.property == "release_date" }
    let near =
      around.isCell
      ? around.sentence : max(around.sentence.lowerBound, figure.span.start - 60)..<min(around.sentence.upperBound, figure.span.end + 60)
    return isClaimed || WordFinder(view: view).contains(table.words[measure].words, in: near)
      ? Choice(measure: measure, isMistakenUnit: false) : nil
  }

  /// Whether the figure is claimed as something that no column measures: a context length, a price.
  func isClaimedOtherwise(_ figure: Figure) -> Bool {
    let properties = Set(figure.claims.map(\.property))
    let measured = Set(table.reference.layout.measures.map(\.property))
    return !properties.isEmpty && properties.isDisjoint(with: measured) && properties.isDisjoint(with: Self.general) && isCommon(figure)
  }

  /// A unit that many properties share, so that the claim's property has to fit. A length, a power, bytes and operations say
  /// themselves what is measured.
  private func isCommon(_ figure: Figure) -> Bool {
    switch figure.quantity.unit.dimension {
    case .length, .area, .power, .information, .compute, .computeRate: false
    default: true
    }
  }

  private static let frames = ["后", "前", "以来", "来", "later", "ago", "after", "before", "earlier"].map { Array($0.utf8) }

  private static let framesAhead = ["within"].map { Array($0.utf8) }

  /// 70多年后, within 54 days, two years later: it dates something.
  private func isTimeFrame(_ figure: Figure) -> Bool {
    guard UnitConversion.isTime(figure.unit) else { return false }
    let finder = WordFinder(view: view)
    if Self.framesAhead.contains(where: {
      figure.phrase.start + $0.count <= figure.span.start && finder.matches($0, at: figure.phrase.start)
    }) {
      return true
    }
    return [figure.phrase.end, figure.phrase.end + 1].contains { start in
      Self.frames.contains { start + $0.count <= view.count && finder.matches($0, at: start) }
    }
  }

  /// The 2023 of "2023 dollars".
  private func isYearOfMoney(_ figure: Figure) -> Bool {
    guard UnitConversion.isCurrency(figure.unit), let year = figure.number?.integer, (1900...2100).contains(year) else { return false }
    return view.isDigit(at: figure.span.start) && figure.precision.lastDigit == .one
  }

  /// The measure whose counted noun stands at the figure's end or right behind it; the longest noun decides.
  private func counted(_ figure: Figure, _ around: Surroundings) -> Int? {
    guard figure.quantity.per == nil else { return nil }
    switch figure.kind {
    case .number, .count, .dimension, nil: break
    default: return nil
    }
    var best: (length: Int, measure: Int)?
    let finder = WordFinder(view: view)
    for (measure, words) in table.words.enumerated() {
      for word in words.counted {
        let isThere = nounStarts(figure, length: word.count).contains { start in
          start >= figure.span.start && start + word.count <= view.count && finder.matches(word, at: start)
        }
        if isThere, word.count > best?.length ?? 0 { best = (word.count, measure) }
      }
    }
    return best?.measure
  }

  /// Where a noun of `length` bytes may begin: at the figure's end, behind it, behind a space or a 个.
  private func nounStarts(_ figure: Figure, length: Int) -> [Int] {
    let end = figure.span.end
    var starts = [end - length, end]
    if end < view.count, view[end] == 0x20 { starts.append(end + 1) }
    if view.hasBytes(Array("个".utf8), at: end) { starts.append(end + 3) }
    return starts
  }

  /// Whether a figure says nothing itself of what it counts.
  static func isBare(_ figure: Figure) -> Bool { figure.date == nil && (figure.unit.isEmpty || figure.unit == "item") }

  private func fits(_ figure: Figure, _ measure: Int) -> Bool {
    let described = table.reference.layout.measures[measure]
    let unit = figure.unit
    if described.unit == "date" { return false }
    if unit == described.unit || described.units.contains(unit) { return true }
    if UnitConversion.factor(from: unit, to: described.unit) != nil { return true }
    if UnitConversion.isCurrency(described.unit) { return UnitConversion.isCurrency(unit) }
    // A bare number, or one of things that are not named: 3,400 億個.
    return (unit.isEmpty || unit == "item") && !UnitConversion.isTime(described.unit)
  }

  private func isMistaken(_ unit: String, _ measure: Int) -> Bool {
    table.reference.layout.measures[measure].mistakenUnits.contains(unit)
  }

  private func pick(_ candidates: [Int], figure: Figure, around: Surroundings) -> Int? {
    let measures = table.reference.layout.measures
    let allowed = candidates.filter { !measures[$0].needsWord || hasWord($0, in: around.sentence) || isClaimed($0, by: figure) }
    let isBare = Self.isBare(figure)
    if allowed.count == 1, !isBare { return allowed[0] }
    if let named = nearestWord(allowed, in: around) { return named }
    if isBare, let short = shorthand(figure, around) { return short }
    return isBare && !figure.claims.contains(where: \.isTableCell) ? nil : allowed.first { isClaimed($0, by: figure) }
  }

  /// `16B` right behind the name: the measure that such a figure means by custom.
  private func shorthand(_ figure: Figure, _ around: Surroundings) -> Int? {
    guard let last = view[figure.span.range].last, "BM".utf8.contains(last), view.isDigit(at: figure.span.start) else { return nil }
    let gap = view[around.before].suffix(4)
    guard
      gap.last == 0x20 && gap.dropLast().last == UInt8(ascii: ":") || gap.last == UInt8(ascii: "(")
        || Array(gap.suffix(3)) == Array("（".utf8)
    else { return nil }
    return table.reference.layout.measures.firstIndex { $0.isShorthand }
  }

  private func isClaimed(_ measure: Int, by figure: Figure) -> Bool {
    figure.claims.contains { $0.property == table.reference.layout.measures[measure].property }
  }

  private func hasWord(_ measure: Int, in range: Range<Int>) -> Bool {
    WordFinder(view: view).contains(table.words[measure].words + table.words[measure].statedBy, in: range)
  }

  /// The measure whose word stands closest: before the figure, else shortly behind it.
  private func nearestWord(_ candidates: [Int], in around: Surroundings) -> Int? {
    let ahead = words(in: around.before).last { $0.measures.contains(where: candidates.contains) }
    let window = around.after.lowerBound..<min(around.after.upperBound, around.after.lowerBound + 24)
    let behind = words(in: window).first { $0.measures.contains(where: candidates.contains) }
    let found: Word?
    switch (ahead, behind) {
    case (let ahead?, let behind?):
      // A word ahead is the usual place: one behind has to be closer by a word or two.
      let isBehindCloser = behind.range.lowerBound - window.lowerBound + 8 < around.before.upperBound - ahead.range.upperBound
      found = isBehindCloser ? behind : ahead
    default: found = ahead ?? behind
    }
    return found?.measures.first(where: candidates.contains)
  }

  private struct Word {
    var range: Range<Int>
    var measures: [Int]
  }

  /// The words of all measures in `range`, cut from left to right, the longest first: 参数据说 has 参数 and no 数据.
  private func words(in range: Range<Int>) -> [Word] {
    let finder = WordFinder(view: view)
    var found: [Word] = []
    var at = range.lowerBound
    while at < range.upperBound {
      var best = Word(range: at..<at, measures: [])
      for (measure, words) in table.words.enumerated() {
        for word in words.words where at + word.count <= range.upperBound && word.count >= best.range.count && finder.matches(word, at: at)
        {
          if word.count > best.range.count { best = Word(range: at..<at + word.count, measures: []) }
          best.measures.append(measure)
        }
      }
      if best.range.isEmpty {
        at += 1
      } else {
        found.append(best)
        at = best.range.upperBound
      }
    }
    return found
  }
}
