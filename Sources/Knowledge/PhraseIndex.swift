/// The phrases of a lexicon, each with the number of its entry; what can be looked up without knowing what entries are.
package struct PhraseIndex: Sendable {
  /// The way of writing that each phrase stands for, by phrase number.
  private var forms: [Form] = []
  private var trie = PhraseTrie()

  private struct Form {
    var entry: Int
    var bytes: [UInt8]
    var isCaseSensitive: Bool
  }

  mutating func append(_ phrase: Phrase, entry: Int) {
    forms.append(Form(entry: entry, bytes: Array(phrase.text.utf8), isCaseSensitive: phrase.isCaseSensitive))
    trie.insert(phrase.text.utf8, entry: forms.count - 1)
  }

  /// Whether some phrase begins with the character at `offset`: the quick test that spares most places a look-up.
  package func canBegin(in text: [UInt8], at offset: Int) -> Bool { trie.canBegin(in: text, at: offset) }

  /// Calls `body` with the entry's number and the end offset of every phrase at `offset`, shorter ones first.
  package func forEach(in text: [UInt8], at offset: Int, afterDigits: Bool, beforeDigits: Bool, _ body: (_ entry: Int, _ end: Int) -> Void)
  {
    trie.forEachMatch(in: text, at: offset) { end, form in
      if stands(forms[form], in: text, at: offset..<end, afterDigits: afterDigits, beforeDigits: beforeDigits) {
        body(forms[form].entry, end)
      }
    }
  }

  /// The entry's number and the end offset of the longest phrase at `offset`; of two entries with one phrase the later.
  package func longest(in text: [UInt8], at offset: Int, afterDigits: Bool) -> (entry: Int, end: Int)? {
    var best: (entry: Int, end: Int)?
    trie.forEachMatch(in: text, at: offset) { end, form in
      if stands(forms[form], in: text, at: offset..<end, afterDigits: afterDigits, beforeDigits: false) { best = (forms[form].entry, end) }
    }
    return best
  }

  /// Whether a form really stands at `range`: the case is right where it matters, and no Latin word is cut in two.
  private func stands(_ form: Form, in text: [UInt8], at range: Range<Int>, afterDigits: Bool, beforeDigits: Bool) -> Bool {
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
