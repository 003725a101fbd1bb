/// The entries of one knowledge file and the phrases they are found by.
package struct Lexicon<Entry: LexiconEntry>: Sendable {
  /// In file order.
  package private(set) var entries: [Entry] = []
  /// The way of writing that each phrase stands for, by phrase index.
  private var forms: [Form] = []
  private var trie = PhraseTrie()

  private struct Form {
    var entry: Int
    var bytes: [UInt8]
    var isCaseSensitive: Bool
  }

  /// A phrase found in a text.
  package struct Match: Sendable {
    package let entry: Entry
    package let range: Range<Int>
  }

  package init() {}

  package init(_ entries: [Entry]) {
    for entry in entries { append(entry) }
  }

  package mutating func append(_ entry: Entry) {
    entries.append(entry)
    for phrase in entry.phrases {
      forms.append(Form(entry: entries.count - 1, bytes: Array(phrase.text.utf8), isCaseSensitive: phrase.isCaseSensitive))
      trie.insert(phrase.text.utf8, entry: forms.count - 1)
    }
  }

  /// Every phrase at `offset` of `text`, shorter ones first; words of Latin letters are not cut out of longer ones.
  ///
  /// With `afterDigits` a figure may stand directly before the phrase (3km), with `beforeDigits` directly behind (RMB100).
  package func matches(in text: [UInt8], at offset: Int, afterDigits: Bool = false, beforeDigits: Bool = false) -> [Match] {
    guard offset < text.count, trie.canBegin(with: text[offset]) else { return [] }
    var found: [Match] = []
    trie.forEachMatch(in: text, at: offset) { end, form in
      if stands(forms[form], in: text, at: offset..<end, afterDigits: afterDigits, beforeDigits: beforeDigits) {
        found.append(Match(entry: entries[forms[form].entry], range: offset..<end))
      }
    }
    return found
  }

  /// The longest phrase at `offset` of `text`; the later entry where two have the same phrase, so that a user's own entry
  /// wins over a built-in one.
  package func longestMatch(in text: [UInt8], at offset: Int, afterDigits: Bool = false) -> Match? {
    guard offset < text.count, trie.canBegin(with: text[offset]) else { return nil }
    var best: (end: Int, entry: Int)?
    trie.forEachMatch(in: text, at: offset) { end, form in
      if stands(forms[form], in: text, at: offset..<end, afterDigits: afterDigits) { best = (end, forms[form].entry) }
    }
    return best.map { Match(entry: entries[$0.entry], range: offset..<$0.end) }
  }

  /// Whether a form really stands at `range`: the case is right where it matters, and no Latin word is cut in two.
  private func stands(_ form: Form, in text: [UInt8], at range: Range<Int>, afterDigits: Bool, beforeDigits: Bool = false) -> Bool {
    if form.isCaseSensitive {
      for index in 0..<form.bytes.count where text[range.lowerBound + index] != form.bytes[index] { return false }
    }
    if isWordByte(form.bytes[form.bytes.count - 1]), range.upperBound < text.count, isWordByte(text[range.upperBound]) {
      let next = text[range.upperBound]
      guard beforeDigits, next >= 0x30, next <= 0x39 else { return false }
    }
    if isWordByte(form.bytes[0]), range.lowerBound > 0, isWordByte(text[range.lowerBound - 1]) {
      let before = text[range.lowerBound - 1]
      return afterDigits && before >= 0x30 && before <= 0x39
    }
    return true
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
