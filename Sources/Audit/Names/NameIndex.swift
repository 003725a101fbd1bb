internal import ClaimModel

/// Finds the names of a table's rows in a text, longest first, whatever their case, spaces and hyphens.
struct NameIndex: Sendable {
  /// What a name stands for. A closer meaning hides the wider ones.
  enum Closeness: Int, Comparable, Sendable {
    /// A row's whole name, with or without its maker's.
    case whole
    /// All rows that differ in size or a bracketed remark alone, or that begin so.
    case family

    static func < (left: Closeness, right: Closeness) -> Bool { left.rawValue < right.rawValue }
  }

  struct Meaning: Hashable, Sendable {
    var closeness: Closeness
    /// Row numbers, ascending.
    var rows: [Int]
  }

  private struct Edge: Hashable {
    var node: Int32
    var scalar: UInt32
  }

  private var edges: [Edge: Int32] = [:]
  private var meanings: [Meaning?] = [nil]

  init(rows: [ReferenceRow], layout: TableLayout) {
    let words = Set(layout.optionalWords.map { $0.lowercased() })
    let aliases = layout.aliases.map { (written: FoldedName($0.written).scalars, meant: FoldedName($0.meant).scalars) }
    for (number, row) in rows.enumerated() {
      let name = RowName(row.name)
      for (text, closeness) in Self.spellings(of: name, layout: layout, optionalWords: words) {
        let key = FoldedName(text).scalars
        insert(key, row: number, closeness: closeness)
        for alias in aliases where key.starts(with: alias.meant) {
          insert(alias.written + key.dropFirst(alias.meant.count), row: number, closeness: closeness)
        }
      }
    }
  }

  private static func spellings(of name: RowName, layout: TableLayout, optionalWords: Set<String>) -> [(String, Closeness)] {
    var spellings: [(String, Closeness)] = [(name.whole, .whole), (name.plain, .family)]
    var short = name.words[...]
    while let word = short.first, optionalWords.contains(word.lowercased()), short.count > 1 {
      short = short.dropFirst()
      spellings.append((short.joined(separator: " "), name.words.joined(separator: " ") == name.whole ? .whole : .family))
    }
    switch layout.families {
    case .none: break
    case .size: spellings.append((name.family, .family))
    case .prefix:
      for count in 1..<max(short.count, 1) {
        spellings.append((short.prefix(count).joined(separator: " "), .family))
        spellings.append((name.words.prefix(count + name.words.count - short.count).joined(separator: " "), .family))
      }
      spellings = spellings.filter { $0.1 != .family || $0.0.contains(where: \.isNumber) }
    }
    return spellings
  }

  private mutating func insert(_ key: [UInt32], row: Int, closeness: Closeness) {
    // Two letters name nothing; two characters do where one is a digit or Chinese.
    guard key.count > 2 || key.count == 2 && key.contains(where: { (0x30...0x39).contains($0) || $0 > 0x2E80 }) else { return }
    var node: Int32 = 0
    for scalar in key {
      let edge = Edge(node: node, scalar: scalar)
      if let next = edges[edge] {
        node = next
      } else {
        let next = Int32(meanings.count)
        meanings.append(nil)
        edges[edge] = next
        node = next
      }
    }
    guard let known = meanings[Int(node)], known.closeness <= closeness else {
      meanings[Int(node)] = Meaning(closeness: closeness, rows: [row])
      return
    }
    if known.closeness == closeness, !known.rows.contains(row) { meanings[Int(node)]?.rows.append(row) }
  }

  /// What `name` as a whole stands for.
  func meaning(of name: String) -> Meaning? {
    let scalars = FoldedName(name).scalars
    guard let (length, meaning) = longest(in: scalars[...]) else { return nil }
    return length == scalars.count ? meaning : nil
  }

  /// The names in `text`, in order, not overlapping. Offsets are bytes of `text`.
  func mentions(in text: [UInt8], range: Range<Int>) -> [NameMention] {
    let folded = FoldedName(text, in: range)
    var found: [NameMention] = []
    var at = 0
    while at < folded.scalars.count {
      let start = folded.places[at].lowerBound
      guard NameBoundary.isStart(start, in: text, range: range) else {
        at += 1
        continue
      }
      guard let mention = mention(at: at, in: folded, text: text, range: range) else {
        at += 1
        continue
      }
      found.append(mention.found)
      at = mention.next
    }
    return found
  }

  private func mention(at start: Int, in folded: FoldedName, text: [UInt8], range: Range<Int>) -> (found: NameMention, next: Int)? {
    var node: Int32 = 0
    var best: (NameMention, Int)?
    for index in start..<folded.scalars.count {
      guard let next = edges[Edge(node: node, scalar: folded.scalars[index])] else { break }
      node = next
      guard let meaning = meanings[Int(node)] else { continue }
      let span = folded.places[start].lowerBound..<folded.places[index].upperBound
      guard NameBoundary.isEnd(span.upperBound, in: text, range: range), NameBoundary.isSpelledAsName(text, span) else { continue }
      best = (NameMention(range: span, meaning: meaning), index + 1)
    }
    return best
  }

  private func longest(in scalars: ArraySlice<UInt32>) -> (Int, Meaning)? {
    var node: Int32 = 0
    var best: (Int, Meaning)?
    for (count, scalar) in scalars.enumerated() {
      guard let next = edges[Edge(node: node, scalar: scalar)] else { break }
      node = next
      if let meaning = meanings[Int(node)] { best = (count + 1, meaning) }
    }
    return best
  }
}

/// A row's or a family's name in a text.
struct NameMention: Hashable, Sendable {
  /// Bytes of the text.
  var range: Range<Int>
  var meaning: NameIndex.Meaning
}
