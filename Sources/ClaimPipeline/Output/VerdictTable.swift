package import ClaimModel
internal import SourceText

/// How verdicts are shown.
package struct VerdictStyle: Sendable {
  package var isColored: Bool
  package var isChinese: Bool
  /// Whether figures without enough evidence are shown.
  package var showsUndecided: Bool

  package init(isColored: Bool, isChinese: Bool, showsUndecided: Bool) {
    self.isColored = isColored
    self.isChinese = isChinese
    self.showsUndecided = showsUndecided
  }
}

/// The judgments of one page for a person to act on: each figure under a caret in its sentence, the verdict and why.
package struct VerdictTable {
  private let document: Document
  private let judgments: [Judgment]
  private let style: VerdictStyle

  package init(document: Document, judgments: [Judgment], style: VerdictStyle) {
    self.document = document
    self.judgments = judgments
    self.style = style
  }

  package var hasRefuted: Bool { judgments.contains { $0.verdict == .refuted } }

  /// A heading, then the figures in page order; the counts at the end, without a line's end.
  package var text: String {
    var lines = ["\(document.page.path)  \(document.metadata.title?.value ?? "")"]
    let shown = judgments.filter { style.showsUndecided || $0.verdict != .notEnoughEvidence }
    for judgment in shown {
      lines.append("")
      lines += context(of: judgment)
      lines.append(
        "    \(mark(judgment.verdict))\(diagnosis(judgment))  \(style.isChinese ? judgment.explanation.chinese : judgment.explanation.english)"
      )
    }
    lines.append("")
    lines.append("  " + counts)
    return lines.joined(separator: "\n")
  }

  private var counts: String {
    let counted = [Verdict.supported, .refuted, .conflicting, .notEnoughEvidence].map { verdict in
      "\(judgments.filter { $0.verdict == verdict }.count) \(Self.word(verdict))"
    }
    return counted.joined(separator: ", ")
  }

  /// The words around a figure on one line, at most 76 columns, and a caret line under the figure.
  private func context(of judgment: Judgment) -> [String] {
    let figure = judgment.text.range
    let line = lineRange(around: figure)
    var start = figure.lowerBound
    var end = figure.upperBound
    var before = 0
    while start > line.lowerBound, before < 36 {
      let width = document.text.scalar(before: start).width
      before += ClaimTable.width(document.text.string(start - width..<start))
      start -= width
    }
    var after = ClaimTable.width(document.text.string(figure))
    while end < line.upperBound, after < 40 {
      let width = document.text.scalar(at: end).width
      after += ClaimTable.width(document.text.string(end..<end + width))
      end += width
    }
    let shown = document.text.string(start..<end)
    let carets = String(repeating: "^", count: max(1, ClaimTable.width(document.text.string(figure))))
    return ["  " + shown, "  " + String(repeating: " ", count: before) + carets]
  }

  private func lineRange(around figure: Range<Int>) -> Range<Int> {
    var start = figure.lowerBound
    var end = figure.upperBound
    while start > 0, document.text[start - 1] != 0x0A { start -= 1 }
    while end < document.text.count, document.text[end] != 0x0A { end += 1 }
    return start..<end
  }

  private func diagnosis(_ judgment: Judgment) -> String {
    judgment.diagnosis.isEmpty ? "" : " (\(judgment.diagnosis.map(\.rawValue).joined(separator: ", ")))"
  }

  private func mark(_ verdict: Verdict) -> String {
    let word = Self.word(verdict)
    guard style.isColored else { return word }
    // ANSI: green, red, yellow, faint.
    let code =
      switch verdict {
      case .supported: "32"
      case .refuted: "31;1"
      case .conflicting: "33"
      case .notEnoughEvidence: "2"
      }
    return "\u{1B}[\(code)m\(word)\u{1B}[0m"
  }

  private static func word(_ verdict: Verdict) -> String {
    switch verdict {
    case .supported: "supported"
    case .refuted: "REFUTED"
    case .conflicting: "conflicting"
    case .notEnoughEvidence: "not enough evidence"
    }
  }
}
