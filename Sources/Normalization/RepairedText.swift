package import ClaimModel
package import SourceText

/// A text with its glosses removed and its shifted spans decoded: the text, the way back, and what was mended where.
package struct RepairedText: Sendable {
  package var rewriter: Rewriter<DocumentText, DocumentText>
  /// In text order, in the repaired text.
  package var repairs: [Repair]
  package var findings: [Finding]

  package var text: [UInt8] { rewriter.text }
}
