package import ClaimModel
internal import SourceText

/// The claims of one page as a table to read in a terminal, East Asian characters two columns wide.
package struct ClaimTable {
  private let document: Document

  package init(document: Document) { self.document = document }

  /// A heading with the page, then one line a claim; lines end at `\n`, the last one does not.
  package func text(_ claims: [Claim]) -> String {
    var lines = ["\(document.page.path.isEmpty ? document.page.record : document.page.path)  \(document.metadata.title?.value ?? "")"]
    let rows = [["figure", "value", "subject", "property", "year", "source", "bytes"]] + claims.map { Self.row($0, in: document) }
    let widths = (0..<rows[0].count).map { column in min(36, rows.map { Self.width($0[column]) }.max() ?? 0) }
    for row in rows {
      let cells = zip(row, widths).map { Self.fitted($0, to: $1) }
      lines.append("  " + cells.joined(separator: "  ").trimmingEnd)
    }
    lines.append("  \(claims.count) \(claims.count == 1 ? "claim" : "claims")\n")
    return lines.joined(separator: "\n")
  }

  /// A claim's columns: figure, value, subject, property, year, source, bytes.
  static func row(_ claim: Claim, in document: Document) -> [String] {
    [
      document.string(claim.quote.text), figure(claim.value), claim.subject?.name ?? "", claim.property, claim.year?.edtf ?? "",
      claim.attribution?.name ?? "", "\(claim.quote.source.start)..<\(claim.quote.source.end)",
    ]
  }

  private static func figure(_ value: ClaimValue) -> String {
    let quantity = value.quantity
    let number: String
    switch quantity.bounds {
    case .exactly(let value): number = (quantity.isApproximate ? "≈ " : "") + value.description
    case .between(let low, let high): number = "\(low) to \(high)"
    case .order(let low, let high): number = "order \(low) to \(high)"
    case .above(let low, _): number = "\(quantity.comparator.rawValue) \(low)"
    case .below(let high, _): number = "\(quantity.comparator.rawValue) \(high)"
    }
    let per = quantity.per.map { " per \($0.unit)" } ?? ""
    let direction = value.direction.map { " \($0.rawValue)" } ?? ""
    return "\(number) \(quantity.unit.name)\(per)\(direction)"
  }

  /// Columns that `text` takes: two for Han, kana, hangul and full-width forms (Unicode's East Asian Width W and F, by block).
  static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + (isWide($1.value) ? 2 : 1) }
  }

  private static func isWide(_ scalar: UInt32) -> Bool {
    (0x1100...0x115F).contains(scalar) || (0x2E80...0xA4CF).contains(scalar) || (0xAC00...0xD7A3).contains(scalar)
      || (0xF900...0xFAFF).contains(scalar) || (0xFE30...0xFE6F).contains(scalar) || (0xFF00...0xFF60).contains(scalar)
      || (0xFFE0...0xFFE6).contains(scalar) || (0x20000...0x3FFFD).contains(scalar)
  }

  /// `text` on one line in exactly `width` columns, cut with … where it is longer.
  static func fitted(_ text: String, to width: Int) -> String {
    let line = text.map { $0 == "\n" || $0 == "\t" ? " " : String($0) }.joined()
    guard Self.width(line) > width else { return line + String(repeating: " ", count: width - Self.width(line)) }
    var cut = ""
    for character in line {
      guard Self.width(cut) + Self.width(String(character)) <= width - 1 else { break }
      cut.append(character)
    }
    return cut + "…" + String(repeating: " ", count: width - 1 - Self.width(cut))
  }
}

extension String {
  fileprivate var trimmingEnd: String {
    var slice = self[...]
    while slice.last == " " { slice.removeLast() }
    return String(slice)
  }
}
