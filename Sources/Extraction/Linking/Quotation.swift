internal import ClaimModel
internal import Knowledge
internal import SourceText

/// Follows quoted speech over sentences and blocks: whoever spoke last says what stands in the quotation marks that go on.
struct Quotation {
  private var speaker: AttributionLinker.Link?
  private var isOpen = false
  private var isHeldOver = false

  /// At a block that begins with an opening quotation mark, the last speaker goes on.
  mutating func beginBlock(startsQuoted: Bool) {
    isOpen = false
    isHeldOver = startsQuoted
  }

  /// The source of a sentence's figures: its own, a pronoun's, or the speaker's whose quotation it stands in.
  mutating func source(of own: AttributionLinker.Link?, in sentence: AnnotatedSentence, view: [UInt8]) -> AttributionLinker.Link? {
    let wasOpen = isOpen || isHeldOver
    isHeldOver = false
    let marks = Self.marks(in: view, sentence.range)
    if let last = marks.last { isOpen = last }
    if let own {
      if !marks.isEmpty { speaker = own }
      return own
    }
    guard let speaker, wasOpen || (!marks.isEmpty && saysPronoun(sentence)) else { return nil }
    return AttributionLinker.Link(attribution: speaker.attribution, names: [])
  }

  /// 他先说起点: a person's pronoun before a verb of saying.
  private func saysPronoun(_ sentence: AnnotatedSentence) -> Bool {
    guard let verb = sentence.cues(.sourceAfter).first else { return false }
    return sentence.cues(.speaker).contains {
      $0.range.upperBound <= verb.range.lowerBound && verb.range.lowerBound - $0.range.upperBound <= 12
    }
  }

  static func opens(_ view: [UInt8], at offset: Int) -> Bool {
    offset < view.count && opening.contains(view.scalar(at: offset).value)
  }

  /// The quotation marks of a range, in text order: whether each opens.
  private static func marks(in view: [UInt8], _ range: Range<Int>) -> [Bool] {
    var marks: [Bool] = []
    var position = range.lowerBound
    while position < range.upperBound {
      let (scalar, width) = view.scalar(at: position)
      if opening.contains(scalar) { marks.append(true) }
      if closing.contains(scalar) { marks.append(false) }
      position += width
    }
    return marks
  }

  /// “ 「 『 and their counterparts.
  private static let opening: Set<UInt32> = [0x201C, 0x300C, 0x300E]
  private static let closing: Set<UInt32> = [0x201D, 0x300D, 0x300F]
}
