package import SourceText

/// A stretch of a text that a step changed.
package struct TextChange: Sendable {
  package var step: NormalizationStep
  /// In the text as it was before the first step.
  package var span: TextSpan
  /// The words as they were before the first step, and as this step left them.
  package var before: String
  package var after: String
}

extension StepText {
  /// What the step changed, in text order: `source` is what it was given, `start` what the first step was given.
  func changes(of source: [UInt8], mapToStart: OffsetMap<DocumentText, DocumentText>, in start: [UInt8]) -> [TextChange] {
    var changes: [TextChange] = []
    var expected = 0
    for run in rewriter.map.runs {
      if run.to > expected { changes.append(change(expected..<run.to, made: run.from..<run.from, mapToStart, start)) }
      expected = max(expected, run.toEnd)
      if run.fromWidth == 1, run.toWidth == 1 { continue }
      for index in 0..<run.count {
        let made = run.from + index * run.fromWidth
        let old = run.to + index * run.toWidth
        changes.append(change(old..<old + run.toWidth, made: made..<made + run.fromWidth, mapToStart, start))
      }
    }
    if expected < source.count { changes.append(change(expected..<source.count, made: text.count..<text.count, mapToStart, start)) }
    return changes
  }

  private func change(
    _ old: Range<Int>, made: Range<Int>, _ mapToStart: OffsetMap<DocumentText, DocumentText>, _ start: [UInt8]
  ) -> TextChange {
    let span = mapToStart(TextSpan(old))
    return TextChange(step: step, span: span, before: start.string(span.range), after: text.string(made))
  }
}
