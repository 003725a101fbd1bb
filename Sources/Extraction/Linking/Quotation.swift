internal import ClaimModel
internal import Knowledge
internal import SourceText

/// Follows quoted speech over sentences and blocks: whoever spoke last says what stands in the quotation marks that go on.
struct Quotation {
  private var speaker: AttributionLinker.Link?
  /// The last speaker who may be a person: who 他 and she are.
  private var person: AttributionLinker.Link?
  private var isOpen = false
  private var isHeldOver = false

  /// At a block that begins with an opening quotation mark, the last speaker goes on.
  mutating func beginBlock(startsQuoted: Bool) {
    isOpen = false
    isHeldOver = startsQuoted
  }

  /// The source of a sentence's figures: its own, a pronoun's, or the speaker's whose quotation it stands in.
  mutating func source(of own: AttributionLinker.Link?, in sentence: AnnotatedSentence, document: Document) -> AttributionLinker.Link? {
    let wasOpen = isOpen || isHeldOver
    isHeldOver = false
    let marks = Self.marks(in: document.view, sentence.range)
    if let last = marks.last { isOpen = last }
    if let own {
      if !marks.isEmpty { speaker = own }
      if Self.mayBePerson(own) { person = own }
      return own
    }
    if let introduced = Self.introduced(in: sentence, document: document) { person = introduced }
    let isPronoun = saysPronoun(sentence)
    if isPronoun, !marks.isEmpty || person != nil { speaker = person ?? speaker }
    guard let speaker, wasOpen || isPronoun else { return nil }
    return AttributionLinker.Link(attribution: speaker.attribution, names: [])
  }

  private static func mayBePerson(_ link: AttributionLinker.Link) -> Bool {
    link.attribution.kind != .document && !link.names.contains { $0.kind == .organization || $0.kind == .model }
  }

  /// 请到分析师何知远，: a name of two or three characters between a title and the clause's end.
  private static func introduced(in sentence: AnnotatedSentence, document: Document) -> AttributionLinker.Link? {
    for title in sentence.cues(.personHint) {
      let clause = sentence.clause(at: title.range.lowerBound)
      var end = title.range.upperBound
      while end < clause.upperBound, isHan(document.view.scalar(at: end).value) { end += 3 }
      let name = title.range.upperBound..<end
      guard name.count == 6 || name.count == 9, clause.upperBound - end <= 3 else { continue }
      let attribution = Attribution(name: document.text.string(name), kind: .person, cue: document.text.string(title.range))
      return AttributionLinker.Link(attribution: attribution, names: [])
    }
    return nil
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
