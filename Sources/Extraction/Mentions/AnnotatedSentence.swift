internal import ClaimModel
internal import Knowledge
internal import Quantities
internal import SourceText

/// A phrase of a lexicon, found in the text.
struct Found<Entry: LexiconEntry>: Sendable {
  var range: Range<Int>
  var entry: Entry
}

/// A sentence with everything that was found in it. All ranges are bytes of the document's text; lists are in text order.
struct AnnotatedSentence {
  var sentence: Sentence
  var quantities: [QuantityMention]
  var periods: [PeriodMention]
  var names: [NameMention]
  var properties: [Found<PropertyEntry>]
  var cues: [Found<CueEntry>] { didSet { cuesByKind = Dictionary(grouping: cues) { $0.entry.kind } } }
  /// The cues of each kind, in text order: asked for figure by figure.
  private var cuesByKind: [CueEntry.Kind: [Found<CueEntry>]]

  init(
    sentence: Sentence, quantities: [QuantityMention], periods: [PeriodMention], names: [NameMention], properties: [Found<PropertyEntry>],
    cues: [Found<CueEntry>]
  ) {
    self.sentence = sentence
    self.quantities = quantities
    self.periods = periods
    self.names = names
    self.properties = properties
    self.cues = cues
    cuesByKind = Dictionary(grouping: cues) { $0.entry.kind }
  }

  var range: Range<Int> { sentence.range }

  /// The clause that holds the byte `offset`.
  func clause(at offset: Int) -> Range<Int> { sentence.clauses[sentence.clauseIndex(at: offset)] }

  /// The cues of any of `kinds`, in text order. Cost: what is found, and a sort where several kinds are asked for.
  func cues(_ kinds: CueEntry.Kind...) -> [Found<CueEntry>] {
    guard kinds.count > 1 else { return cuesByKind[kinds[0]] ?? [] }
    return kinds.flatMap { cuesByKind[$0] ?? [] }.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The cue of one of `kinds` nearest to `place` within `range`; nil where there is none.
  func nearestCue(to place: Range<Int>, within range: Range<Int>, _ kinds: CueEntry.Kind...) -> Found<CueEntry>? {
    cues
      .filter { kinds.contains($0.entry.kind) && range.lowerBound <= $0.range.lowerBound && $0.range.upperBound <= range.upperBound }
      .min { distance($0.range, place) < distance($1.range, place) }
  }

  /// Whether a cue of one of `kinds` ends within `reach` bytes before `offset`, in the same clause.
  func hasCue(endingBefore offset: Int, reach: Int, _ kinds: CueEntry.Kind...) -> Bool {
    let clause = clause(at: offset)
    return cues.contains {
      kinds.contains($0.entry.kind) && $0.range.upperBound <= offset && offset - $0.range.upperBound <= reach
        && clause.lowerBound <= $0.range.lowerBound
    }
  }

  /// Whether a cue of one of `kinds` begins within `reach` bytes behind `offset`, in the same clause.
  func hasCue(beginningAfter offset: Int, reach: Int, _ kinds: CueEntry.Kind...) -> Bool {
    cues.contains {
      kinds.contains($0.entry.kind) && $0.range.lowerBound >= offset && $0.range.lowerBound - offset <= reach
    }
  }
}

/// Bytes between two ranges; zero where they touch or overlap.
func distance(_ left: Range<Int>, _ right: Range<Int>) -> Int {
  max(0, max(left.lowerBound - right.upperBound, right.lowerBound - left.upperBound))
}

/// Finds names, property words and cues in sentences.
struct Annotator {
  let knowledge: Knowledge
  let document: Document
  private let nameFinder: NameFinder

  init(knowledge: Knowledge, document: Document) {
    self.knowledge = knowledge
    self.document = document
    nameFinder = NameFinder(knowledge: knowledge, text: document.text, view: document.view)
  }

  func names(in range: Range<Int>) -> [NameMention] { nameFinder.names(in: range) }

  func annotate(_ sentence: Sentence, reading: Reading) -> AnnotatedSentence {
    let range = sentence.range
    return AnnotatedSentence(
      sentence: sentence,
      quantities: Self.starting(in: range, reading.quantities) { $0.span.start },
      periods: Self.starting(in: range, reading.periods) { $0.span.start },
      names: nameFinder.names(in: range),
      properties: found(knowledge.properties, in: range),
      cues: found(knowledge.cues, in: range))
  }

  /// Those of `mentions`, which are in text order, that begin in `range`. Cost: O(log mentions) and what is found.
  private static func starting<Mention>(in range: Range<Int>, _ mentions: [Mention], _ start: (Mention) -> Int) -> [Mention] {
    var (low, high) = (0, mentions.count)
    while low < high {
      let middle = (low + high) / 2
      if start(mentions[middle]) < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return Array(mentions[low...].prefix { start($0) < range.upperBound })
  }

  /// The longest phrases of `lexicon` in `range`, from left to right, not overlapping; a phrase that several entries have is
  /// found once for each.
  func found<Entry>(_ lexicon: Lexicon<Entry>, in range: Range<Int>) -> [Found<Entry>] {
    var found: [Found<Entry>] = []
    var position = range.lowerBound
    while position < range.upperBound {
      let matches = lexicon.matches(in: document.view, at: position, afterDigits: true).filter { $0.range.upperBound <= range.upperBound }
      if let longest = matches.last?.range {
        found += matches.filter { $0.range == longest }.map { Found(range: $0.range, entry: $0.entry) }
        position = longest.upperBound
      } else {
        position += document.view.scalar(at: position).width
      }
    }
    return found
  }
}
