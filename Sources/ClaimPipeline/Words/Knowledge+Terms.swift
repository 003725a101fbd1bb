internal import Knowledge
internal import Normalization

extension Knowledge {
  /// What the lexicons know of Chinese words, as segmentation takes it.
  var segmentationTerms: [SegmentationTerm] {
    var terms = phrases(of: names, as: .name)
    terms += phrases(of: properties, as: .phrase) + phrases(of: cues, as: .phrase) + phrases(of: bounds, as: .phrase)
    // Nouns that are counted are no measure words, but for those of one character: 人, 步.
    let measures = units.entries.flatMap { unit in
      unit.phrases.map(\.text).filter { unit.usage != .noun || $0.unicodeScalars.count == 1 }
    }
    terms += measures.map { SegmentationTerm(text: $0, kind: .measure) }
    // 个参数, 度电: a measure word and what it counts.
    let single = Set(measures.filter { $0.unicodeScalars.count == 1 })
    terms += phrases(of: units, as: .phrase).filter { !single.contains(String($0.text.prefix(1))) }
    for word in words.entries {
      guard let kind = word.kind.term else { continue }
      terms += word.phrases.map { SegmentationTerm(text: $0.text, kind: kind) }
    }
    return terms
  }

  private func phrases(of lexicon: Lexicon<some LexiconEntry>, as kind: SegmentationTerm.Kind) -> [SegmentationTerm] {
    lexicon.entries.flatMap(\.phrases).map(\.text).filter { text in
      // One character of a lexicon may be any word.
      guard text.unicodeScalars.count > 1, let first = text.first, let last = text.last else { return false }
      return kind == .name || !Self.leading.contains(first) && !Self.trailing.contains(last)
    }.map { SegmentationTerm(text: $0, kind: kind) }
  }

  /// Words of their own before and behind others: 这款, 下跌了.
  private static let leading = Set("这那该本每的")
  private static let trailing = Set("的了于")

  /// The small words that tell languages in Latin letters apart.
  var languageWords: LanguageWords {
    func known(_ kind: WordEntry.Kind) -> Set<String> { Set(words.entries.filter { $0.kind == kind }.flatMap(\.phrases).map(\.text)) }
    return LanguageWords(english: known(.english), foreign: known(.foreign))
  }
}

extension WordEntry.Kind {
  fileprivate var term: SegmentationTerm.Kind? {
    switch self {
    case .term: .term
    case .measure: .measure
    case .surname: .surname
    case .english, .foreign: nil
    }
  }
}
