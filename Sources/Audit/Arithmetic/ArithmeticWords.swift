internal import Knowledge

/// The words by which a text says that one figure follows from others, as lower-case UTF-8, in the order of their file.
struct ArithmeticWords: Sendable {
  private var words: [RelationEntry.Kind: [[UInt8]]] = [:]

  init(_ lexicon: Lexicon<RelationEntry>) {
    for entry in lexicon.entries { words[entry.kind, default: []] += entry.phrases.map { Array($0.text.lowercased().utf8) } }
  }

  subscript(kind: RelationEntry.Kind) -> [[UInt8]] { words[kind] ?? [] }

  /// It grew or shrank by.
  var change: [[UInt8]] { self[.more] + self[.less] }
}
