import SourceText

/// Phrases and what they become, found by the longest at a place.
struct PhraseTable {
  private struct Phrase {
    var from: [UInt8]
    var to: [UInt8]
  }

  /// By first character, the longest first.
  private var phrases: [UInt32: [Phrase]] = [:]

  /// Adds a phrase (UTF-8); one that is there already takes the new meaning. Empty ones are left out.
  mutating func add(_ from: [UInt8], becoming to: [UInt8]) {
    guard !from.isEmpty, !to.isEmpty else { return }
    var list = phrases[from.scalar(at: 0).value] ?? []
    list.removeAll { $0.from == from }
    list.insert(Phrase(from: from, to: to), at: list.firstIndex { $0.from.count < from.count } ?? list.count)
    phrases[from.scalar(at: 0).value] = list
  }

  /// The longest phrase at `position`, which `first` begins, and what it becomes, both UTF-8. Cost: the phrases that begin so.
  func longest(in text: [UInt8], at position: Int, beginningWith first: UInt32) -> (length: Int, result: [UInt8])? {
    for phrase in phrases[first] ?? [] where text.hasBytes(phrase.from, at: position) { return (phrase.from.count, phrase.to) }
    return nil
  }
}
