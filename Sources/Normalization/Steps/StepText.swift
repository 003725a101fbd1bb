import ClaimModel
import SourceText

/// What one step made of a text.
struct StepText {
  var step: NormalizationStep
  var rewriter = Rewriter<DocumentText, DocumentText>()
  /// In text order, in the text made.
  var repairs: [Repair] = []
  var findings: [Finding] = []

  /// Up to where the source is rewritten.
  private var copied = 0

  init(_ step: NormalizationStep) { self.step = step }

  var text: [UInt8] { rewriter.text }

  /// Puts `bytes` in the place of `range`; what stands before it, from the last replacement on, is copied. What
  /// reaches back into the last replacement is left.
  mutating func replace(_ range: Range<Int>, of source: [UInt8], with bytes: some Collection<UInt8>, as kind: Repair.Kind? = nil) {
    guard range.lowerBound >= copied else { return }
    rewriter.copy(copied..<range.lowerBound, of: source)
    let start = rewriter.position
    rewriter.replace(range, with: bytes)
    copied = range.upperBound
    if let kind { repairs.append(Repair(kind: kind, span: TextSpan(start: start, end: rewriter.position))) }
  }

  /// Copies what is left; nil where nothing was replaced, so that the text can be kept.
  mutating func finished(_ source: [UInt8]) -> StepText? {
    guard copied > 0 else { return nil }
    rewriter.copy(copied..<source.count, of: source)
    return self
  }
}
