package import ClaimModel
package import SourceText

/// A text with its glosses removed and its shifted spans decoded: the text, the way back, and what was mended where.
package struct RepairedText: Sendable {
  package var rewriter: Rewriter<DocumentText, DocumentText>
  /// In text order, in the repaired text.
  package var repairs: [Repair]
  package var findings: [Finding]

  package var text: [UInt8] { rewriter.text }

  /// A text that needed no repair.
  init(unchanged text: [UInt8]) {
    rewriter = Rewriter()
    rewriter.copy(0..<text.count, of: text)
    repairs = []
    findings = []
  }

  init(rewriter: Rewriter<DocumentText, DocumentText>, repairs: [Repair], findings: [Finding]) {
    self.rewriter = rewriter
    self.repairs = repairs
    self.findings = findings
  }
}
