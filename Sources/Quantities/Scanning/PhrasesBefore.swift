internal import Knowledge

/// Phrases that are looked for before a numeral, from their end.
struct PhrasesBefore<Entry: LexiconEntry>: Sendable {
  private(set) var lexicon = Lexicon<Entry>()
  /// Whether any phrase ends with a byte: most places need no look-up.
  private var isLast = [Bool](repeating: false, count: 256)
  private var longest = 0

  mutating func append(_ entry: Entry) {
    lexicon.append(entry)
    for phrase in entry.phrases {
      guard let last = phrase.text.utf8.last else { continue }
      isLast[Int(lowered(last))] = true
      longest = max(longest, phrase.text.utf8.count)
    }
  }

  /// The longest phrase that ends right at `end` and does not begin before `floor`.
  ///
  /// Cost: one look-up for each byte of the longest phrase, nothing where no phrase ends with the byte before `end`.
  func longest(endingAt end: Int, floor: Int, in source: Source, where fits: (Entry) -> Bool = { _ in true }) -> Lexicon<Entry>.Match? {
    guard end > floor, end <= source.count, isLast[Int(lowered(source.bytes[end - 1]))] else { return nil }
    var start = max(floor, end - longest, 0)
    while start < end {
      if source.bytes[start] & 0xC0 != 0x80 {
        for match in lexicon.all(in: source, at: start, beforeDigits: true)
        where match.range.upperBound == end && fits(match.entry) { return match }
      }
      start += 1
    }
    return nil
  }
}
