internal import SourceText

/// A page whose markup was stripped, so that menus and neighboring columns stand between the article's lines.
enum StrippedPage {
  /// Whether most lines are short and no sentences.
  static func isLikely(_ features: [BlockFeatures]) -> Bool {
    let short = features.count { $0.measure.mass < 75 && $0.measure.clauseMarks == 0 }
    return short >= 12 && short * 2 > features.count
  }

  /// A line's score: without links and elements to go by, only whole sentences speak for the article. Headlines have
  /// commas too, but do not end in a full stop; lines with a bullet, or cut off, are headlines of others.
  static func score(of block: DraftBlock, _ feature: BlockFeatures, in text: [UInt8]) -> Double {
    let mass = Double(min(feature.measure.mass, 900))
    if feature.cue != nil { return -15 }
    // A headline that was cut off; not the end of a longer text with dots.
    if block.context.contains(.truncated), mass < 120 || feature.measure.sentenceMarks == 0 { return -12 }
    let isEnded = endsSentence(text, block.span.range)
    if block.context.contains(.bulleted) { return mass >= 200 && feature.measure.clauseMarks >= 2 && isEnded ? mass / 2 : -12 }
    if isEnded, feature.measure.clauseMarks >= 1, mass >= 30 { return mass }
    // Bars and arrows stand between the entries of a menu.
    if mass >= 150, feature.measure.clauseMarks >= 2, feature.measure.separators < 2 { return mass * 0.7 }
    return -8
  }

  /// Whether the last character ends a sentence, or closes a quotation or bracket behind one.
  private static func endsSentence(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    let marks: Set<UInt32> = [0x3002, 0xFF01, 0xFF1F, 0x2E, 0x21, 0x3F]
    let closing: Set<UInt32> = [0x201D, 0x2019, 0x300D, 0x300F, 0xFF09, 0x29, 0x22, 0x3011]
    let (last, width) = text.scalar(before: range.upperBound)
    if marks.contains(last) { return true }
    guard closing.contains(last), range.count > width else { return false }
    return marks.contains(text.scalar(before: range.upperBound - width).value) || last == 0x29 || last == 0xFF09
  }

  /// The stretch of lines with the greatest sum of scores.
  static func lines(of features: [BlockFeatures], leastScore: Double) -> Range<Int> {
    var best = 0..<0
    var bestSum = leastScore
    var start = 0
    var sum = 0.0
    for index in features.indices {
      if sum <= 0 {
        sum = 0
        start = index
      }
      sum += features[index].score
      if sum > bestSum {
        bestSum = sum
        best = start..<index + 1
      }
    }
    return best
  }
}
