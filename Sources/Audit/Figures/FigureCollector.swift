internal import ClaimModel
internal import Quantities
internal import SourceText

/// The figures of a document, with the claims that rest on them.
struct FigureCollector {
  let document: Document

  /// In text order, without those that may have lost a digit: they are not to be judged as if they were whole.
  ///
  /// A figure is a reading of the page; a claim whose place no reading has (a table's cell) is one by itself.
  func figures(claims: [Claim], readings: [Reading]) -> [Figure] {
    var waiting: [Int: [Claim]] = [:]
    for claim in claims { waiting[claim.quote.text.start, default: []].append(claim) }
    var figures: [Figure] = []
    for reading in readings {
      for mention in reading.quantities {
        let claims = take(mention.span, from: &waiting)
        // A bare year in a table's column of dates is read as a number and claimed as a date.
        let dated = claims.first { if case .date = $0.value { true } else { false } }
        figures.append(dated.map(figure) ?? figure(mention, claims: claims))
      }
      for period in reading.periods where !period.isRelative && period.edtf.utf8.first != UInt8(ascii: "X") {
        guard let year = year(period.edtf) else { continue }
        figures.append(figure(period, year: year, claims: take(period.span, from: &waiting)))
      }
    }
    for claim in waiting.values.flatMap({ $0 }) { figures.append(figure(claim)) }
    return figures.filter { !document.touchesLoss($0.span) }.sorted { $0.span < $1.span }
  }

  private func take(_ span: TextSpan, from waiting: inout [Int: [Claim]]) -> [Claim] {
    for start in span.start..<max(span.end, span.start + 1) {
      if let claims = waiting.removeValue(forKey: start) { return claims }
    }
    return []
  }

  private func figure(_ mention: QuantityMention, claims: [Claim]) -> Figure {
    // The mention's own quantity: a unit that only the claim has was taken from its sentence, not read.
    return Figure(
      span: mention.span, phrase: mention.phrase, quantity: mention.quantity,
      precision: precision(mention.quantity, written: mention.written, numeral: mention.numeral),
      isNearly: isNearly(mention.phrase, mention.span),
      written: mention.written, kind: mention.kind, date: nil, claims: claims)
  }

  private func figure(_ period: PeriodMention, year: Int, claims: [Claim]) -> Figure {
    let value = Bounds.exactly(ExactDecimal(year))
    let quantity = Quantity(bounds: value, unit: Unit(name: "year", dimension: .time), significantDigits: 4)
    return Figure(
      span: period.span, phrase: period.span, quantity: quantity,
      precision: Precision(writing: ExactDecimal(year), significantDigits: 4, hasFraction: true, factor: .one), isNearly: false,
      written: WrittenQuantity(bounds: value, unit: "year"), kind: nil, date: period.edtf, claims: claims)
  }

  private func figure(_ claim: Claim) -> Figure {
    let quantity = claim.value.quantity
    let isDate = if case .date = claim.value { true } else { false }
    let written = WrittenQuantity(bounds: quantity.bounds, unit: quantity.unit.name)
    return Figure(
      span: claim.quote.text, phrase: claim.quote.text, quantity: quantity,
      precision: precision(quantity, written: written, numeral: claim.quote.text), isNearly: false, written: written, kind: nil,
      date: isDate ? claim.year?.edtf : nil, claims: [claim])
  }

  private func precision(_ quantity: Quantity, written: WrittenQuantity, numeral: TextSpan) -> Precision {
    let value: ExactDecimal
    let base: ExactDecimal
    switch (written.bounds, quantity.bounds) {
    case (.exactly(let left), .exactly(let right)), (.above(let left, _), .above(let right, _)),
      (.below(let left, _), .below(let right, _)):
      value = left
      base = right
    default: return Precision(writing: .one, significantDigits: 1, hasFraction: true, factor: .one)
    }
    let factor = value.isZero ? .one : base.divided(by: value) ?? .one
    let hasFraction = document.view[numeral.range].contains(UInt8(ascii: "."))
    return Precision(writing: value, significantDigits: quantity.significantDigits, hasFraction: hasFraction, factor: factor)
  }

  /// Bound words that put the true figure below what is written. All other words for about allow both sides.
  private static let nearly = ["近", "将近", "接近", "nearly", "almost", "close to", "approaching"].map { Array($0.utf8) }

  private func isNearly(_ phrase: TextSpan, _ span: TextSpan) -> Bool {
    let view = document.view
    let end = span.start > phrase.start && view[span.start - 1] == 0x20 ? span.start - 1 : span.start
    return Self.nearly.contains { $0.count <= end - phrase.start && view.hasBytes($0, at: end - $0.count) }
  }

  /// The year of an EDTF date without unknown digits.
  private func year(_ edtf: String) -> Int? {
    edtf.contains("/") || edtf.contains("X") ? nil : Int(edtf.prefix(4))
  }
}
