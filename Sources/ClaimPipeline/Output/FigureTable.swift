package import ClaimModel
package import Quantities
internal import SourceText

/// The figures of a document, each marked in its line: what `quantities` shows a person.
package struct FigureTable {
  private let document: Document

  package init(document: Document) { self.document = document }

  /// For each line with figures: the line with ⟦ ⟧ around them, then what each was read as. The last line has no end. Linear in the
  /// text and its figures.
  package func text(_ readings: [Reading]) -> String {
    var lines = [document.page.path.isEmpty ? document.page.record : document.page.path]
    for (block, reading) in zip(document.keptBlocks, readings) {
      var quantities = reading.quantities[...]
      var periods = reading.periods[...]
      for range in linesOfText(in: block.span.range) {
        let figures = quantities.prefix { $0.span.start < range.upperBound }
        let dates = periods.prefix { $0.span.start < range.upperBound }
        quantities = quantities.dropFirst(figures.count)
        periods = periods.dropFirst(dates.count)
        guard !figures.isEmpty || !dates.isEmpty else { continue }
        lines.append(marked(range, spans: (figures.map(\.span) + dates.map(\.span)).sorted()))
        lines += figures.map { "    " + description($0) }
        lines += dates.map { "    \(document.string($0.span)) = \($0.edtf)  \($0.derivation.flattened.joined(separator: " > "))" }
      }
    }
    return lines.joined(separator: "\n")
  }

  private func description(_ mention: QuantityMention) -> String {
    let quantity = mention.quantity
    let numbers: String
    switch quantity.bounds {
    case .exactly(let value): numbers = value.description
    case .between(let low, let high), .order(let low, let high): numbers = "\(low)…\(high)"
    case .above(let value, _), .below(let value, _): numbers = value.description
    }
    let per = quantity.per.map { " per \($0.value) \($0.unit)" } ?? ""
    let rules = mention.rules.joined(separator: " > ")
    let loss = document.touchesLoss(mention.span) ? "  may lack a digit" : ""
    return
      "\(document.string(mention.span)) \(quantity.comparator.rawValue) \(numbers) \(quantity.unit.name)\(per)  \(mention.kind.rawValue)  \(rules)\(loss)"
  }

  private func linesOfText(in range: Range<Int>) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = range.lowerBound
    for offset in range where document.text[offset] == 0x0A {
      lines.append(start..<offset)
      start = offset + 1
    }
    return lines + [start..<range.upperBound]
  }

  private func marked(_ line: Range<Int>, spans: [TextSpan]) -> String {
    var text = ""
    var position = line.lowerBound
    for span in spans where span.start >= position && span.end <= line.upperBound {
      text += document.text.string(position..<span.start) + "⟦" + document.string(span) + "⟧"
      position = span.end
    }
    return text + document.text.string(position..<line.upperBound)
  }
}
