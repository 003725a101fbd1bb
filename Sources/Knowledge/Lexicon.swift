/// The entries of one knowledge file and the phrases they are found by.
package struct Lexicon<Entry: LexiconEntry>: Sendable {
  /// In file order.
  package private(set) var entries: [Entry] = []
  /// Entries by the phrases they are found by.
  package private(set) var index = PhraseIndex()

  /// A phrase found in a text.
  package struct Match: Sendable {
    package let entry: Entry
    package let range: Range<Int>

    package init(entry: Entry, range: Range<Int>) {
      self.entry = entry
      self.range = range
    }
  }

  package init() {}

  package init(_ entries: [Entry]) {
    for entry in entries { append(entry) }
  }

  package mutating func append(_ entry: Entry) {
    entries.append(entry)
    for phrase in entry.phrases { index.append(phrase, entry: entries.count - 1) }
  }

  /// Every phrase at `offset` of `text`, shorter ones first; words of Latin letters are not cut out of longer ones.
  ///
  /// With `afterDigits` a figure may stand directly before the phrase (3km), with `beforeDigits` directly behind (RMB100).
  package func matches(in text: [UInt8], at offset: Int, afterDigits: Bool = false, beforeDigits: Bool = false) -> [Match] {
    guard index.canBegin(in: text, at: offset) else { return [] }
    var found: [Match] = []
    index.forEach(in: text, at: offset, afterDigits: afterDigits, beforeDigits: beforeDigits) { entry, end in
      found.append(Match(entry: entries[entry], range: offset..<end))
    }
    return found
  }

  /// The longest phrase at `offset` of `text`; the later entry where two have the same phrase, so that a user's own entry
  /// wins over a built-in one.
  package func longestMatch(in text: [UInt8], at offset: Int, afterDigits: Bool = false) -> Match? {
    guard index.canBegin(in: text, at: offset), let best = index.longest(in: text, at: offset, afterDigits: afterDigits) else { return nil }
    return Match(entry: entries[best.entry], range: offset..<best.end)
  }
}

/// One entry of a knowledge file.
package protocol LexiconEntry: Sendable {
  /// The file's name without its ending; also the section of the compiled table.
  static var fileName: String { get }
  /// Reads one YAML mapping; unknown keys are the reader's to refuse.
  init(reading node: inout EntryReader) throws(KnowledgeError)
  /// The fields as written by `fields`.
  init(fields: inout FieldReader) throws(KnowledgeError)
  /// Everything needed at run time, examples left out.
  func write(to fields: inout FieldWriter)
  var phrases: [Phrase] { get }
}

/// A way of writing something.
package struct Phrase: Hashable, Sendable {
  package var text: String
  package var isCaseSensitive: Bool

  package init(_ text: String, isCaseSensitive: Bool = false) {
    self.text = text
    self.isCaseSensitive = isCaseSensitive
  }
}
