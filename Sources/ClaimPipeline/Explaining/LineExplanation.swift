package import ClaimModel
internal import Extraction
internal import Quantities
internal import SourceText

/// How the figures of a page's lines were read: each under its place in the line, with its derivation and what became of it.
package struct LineExplanation {
  private let document: Document
  private let outcomes: [FigureOutcome]
  /// Byte ranges of the page's lines, ends excluded.
  private let lines: [Range<Int>]

  package init(worker: PageWorker, page: Page) {
    document = worker.normalized(page)
    outcomes = worker.outcomes(of: document)
    lines = Self.lines(of: page.bytes)
  }

  package var lineCount: Int { lines.count }

  /// Whether the page has a line of this number, counted from 1.
  package func hasLine(_ number: Int) -> Bool { lines.indices.contains(number - 1) }

  /// The figures of one line, or of every line for nil; empty where no figure was read. The last line has no end.
  package func text(line: Int?) -> String {
    let shown = line.map { [$0 - 1] } ?? Array(lines.indices)
    return shown.compactMap(text(lineAt:)).joined(separator: "\n\n")
  }

  private func text(lineAt index: Int) -> String? {
    let range = lines[index]
    let figures = outcomes.filter { range.contains(document.map($0.span).start) }
    guard !figures.isEmpty else { return nil }
    var text = ["\(index + 1): \(document.exact(SourceSpan(range)))"]
    for figure in figures { text += explained(figure) }
    return text.joined(separator: "\n")
  }

  private func explained(_ outcome: FigureOutcome) -> [String] {
    let source = document.map(outcome.span)
    var lines = ["", "   ^ \(document.exact(source))  bytes \(source.start)..<\(source.end)"]
    switch outcome.decision {
    case .claims(let claims):
      for claim in claims {
        lines.append("     claim: \(ClaimTable.row(claim, in: document).dropFirst().filter { !$0.isEmpty }.joined(separator: " · "))")
        lines += tree(claim.derivation, depth: 0)
      }
    case .left(let reason):
      lines.append("     no claim: \(reason)")
      lines += tree(outcome.derivation, depth: 0)
    }
    return lines
  }

  private func tree(_ derivation: Derivation, depth: Int) -> [String] {
    [String(repeating: "  ", count: depth + 3) + "└ " + derivation.rule] + derivation.steps.flatMap { tree($0, depth: depth + 1) }
  }

  private static func lines(of bytes: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    for offset in bytes.indices where bytes[offset] == 0x0A {
      lines.append(start..<offset)
      start = offset + 1
    }
    return start < bytes.count ? lines + [start..<bytes.count] : lines
  }
}
