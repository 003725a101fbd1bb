internal import Knowledge

/// The knowledge that reading figures needs, sorted by where each word may stand.
struct Vocabulary: Sendable {
  /// Words that may follow a numeral.
  private(set) var units = Lexicon<UnitEntry>()
  /// Currency marks and words that may stand before one.
  private(set) var marks = PhrasesBefore<UnitEntry>()
  private(set) var chineseMultipliers = Lexicon<MultiplierEntry>()
  private(set) var englishMultipliers = Lexicon<MultiplierEntry>()
  private(set) var letterMultipliers = Lexicon<MultiplierEntry>()
  private(set) var boundsBefore = PhrasesBefore<BoundEntry>()
  private(set) var boundsAfter = Lexicon<BoundEntry>()
  private(set) var exceptions = Lexicon<ExceptionEntry>()
  private(set) var labels = PhrasesBefore<ExceptionEntry>()
  private(set) var parts = Lexicon<ExceptionEntry>()
  /// Words of the calendar: what a claim's year may hang on.
  private(set) var periods = Lexicon<PeriodEntry>()
  /// Words of every sort of time, names of months in any case among them.
  private(set) var times = Lexicon<PeriodEntry>()
  /// The characters that Chinese ones of them begin with.
  private(set) var timeOpeners: Set<Unicode.Scalar> = []
  private(set) var monthNames = PhrasesBefore<PeriodEntry>()
  let numberWords = NumberWords()
  /// What figures and periods begin with.
  private(set) var openers = OpeningCharacters()

  init(knowledge: Knowledge) {
    for entry in knowledge.periods.entries {
      times.append(entry.kind == .monthName ? entry.inAnyCase : entry)
      for phrase in entry.phrases { if let first = phrase.text.unicodeScalars.first, first.value >= 0x80 { timeOpeners.insert(first) } }
      if entry.kind == .monthName { monthNames.append(entry) }
      if !entry.kind.isEveryday {
        periods.append(entry)
        openers.insert(firstOf: entry.phrases)
      }
    }
    // The named multiples first: where a file has an entry of its own for one, that wins.
    for entry in knowledge.units.entries { for multiple in entry.multiples { units.append(multiple) } }
    for entry in knowledge.units.entries {
      switch entry.usage {
      case .mark: marks.append(entry)
      case .currency:
        if !entry.isAskedFor { marks.append(entry) }
        units.append(entry)
      case .measure, .classifier, .noun: units.append(entry)
      }
    }
    for entry in knowledge.multipliers.entries {
      switch entry.writing {
      case .chinese:
        chineseMultipliers.append(entry)
        openers.insert(firstOf: entry.phrases)
      case .english: englishMultipliers.append(entry)
      case .letter: letterMultipliers.append(entry)
      }
    }
    for entry in knowledge.bounds.entries {
      switch entry.place {
      case .before: boundsBefore.append(entry)
      case .after: boundsAfter.append(entry)
      }
    }
    for entry in knowledge.exceptions.entries {
      switch entry.place {
      case .whole: exceptions.append(entry)
      case .label: labels.append(entry)
      case .part: parts.append(entry)
      }
    }
  }

  /// The bound word behind a figure at `offset`, where it is not the beginning of another word or the bound of the next figure.
  func boundAfter(in source: Source, at offset: Int) -> Lexicon<BoundEntry>.Match? {
    guard let match = boundsAfter.longest(in: source, at: offset, afterDigits: true) else { return nil }
    let end = match.range.upperBound
    if match.entry.notBefore.contains(where: { source.has($0, at: end) }) { return nil }
    // 一家不到40人: the word belongs to the figure that follows.
    let next = source.skippingSpace(at: end)
    let opensNext = isDigit(source.byte(at: next)) || ChineseSign(source.character(at: next)) != nil
    if opensNext, boundsBefore.lexicon.longest(in: source, at: offset) != nil { return nil }
    return match
  }

  /// The currency mark that ends at `end`, or one space before it.
  func currencyMark(_ source: Source, before end: Int, floor: Int) -> Lexicon<UnitEntry>.Match? {
    let isChinese = source.isChinese
    func fits(_ entry: UnitEntry) -> Bool {
      entry.context == .any || (entry.context == .chinese) == isChinese
    }
    if let match = marks.longest(endingAt: end, floor: floor, in: source, where: fits) { return match }
    guard end > floor, source.byte(at: end - 1) == 0x20 else { return nil }
    return marks.longest(endingAt: end - 1, floor: floor, in: source, where: fits)
  }

  func hasCurrencyMark(_ source: Source, before end: Int) -> Bool {
    currencyMark(source, before: end, floor: 0) != nil
  }
}
