internal import ClaimModel

/// Finds the phrases that mark boilerplate in the beginning of a block.
struct CueMatcher: Sendable {
  /// A phrase: where its characters stand in `scalars`, and the cue it belongs to.
  private struct Entry: Sendable {
    var start: Int
    var count: Int
    var position: PhraseCue.Position
    var cue: Int
  }

  private let cues: [PhraseCue]
  private var scalars: [UInt32] = []
  /// Grouped by their first character, the longer ones first.
  private var entries: [Entry] = []
  private var groups: [UInt32: Range<Int>] = [:]
  /// Bit `c & 1023` is set where a phrase that may stand anywhere begins with a character `c`.
  private var anywhere = [UInt64](repeating: 0, count: 16)

  init(_ cues: [PhraseCue]) {
    self.cues = cues
    let folded = cues.map { FoldedText($0.text).scalars }
    let order = cues.indices.filter { !folded[$0].isEmpty }.sorted { (folded[$0][0], folded[$1].count) < (folded[$1][0], folded[$0].count) }
    for cue in order {
      let first = folded[cue][0]
      let group = groups[first] ?? entries.count..<entries.count
      groups[first] = group.lowerBound..<entries.count + 1
      entries.append(Entry(start: scalars.count, count: folded[cue].count, position: cues[cue].position, cue: cue))
      scalars += folded[cue]
      if cues[cue].position == .contains { anywhere[Int(first & 1023) / 64] |= 1 << UInt64(first & 63) }
    }
  }

  /// The first cue that holds for a block: one at the start before one further on.
  func match(in text: FoldedText) -> PhraseCue? {
    guard let first = text.scalars.first else { return nil }
    for index in groups[first] ?? 0..<0 where holds(entries[index], in: text, at: 0) { return cues[entries[index].cue] }
    guard !text.isCut else { return nil }
    for offset in 1..<max(1, text.scalars.count) where mayBegin(text.scalars[offset]) {
      for index in groups[text.scalars[offset]] ?? 0..<0
      where entries[index].position == .contains && stands(entries[index], in: text, at: offset) { return cues[entries[index].cue] }
    }
    return nil
  }

  private func mayBegin(_ scalar: UInt32) -> Bool {
    anywhere[Int(scalar & 1023) / 64] & (1 << UInt64(scalar & 63)) != 0
  }

  /// How many different phrases of one kind stand anywhere in the block.
  func count(of reason: BoilerplateReason, in text: FoldedText) -> Int {
    var found: Set<Int> = []
    for offset in text.scalars.indices {
      for index in groups[text.scalars[offset]] ?? 0..<0
      where cues[entries[index].cue].reason == reason && stands(entries[index], in: text, at: offset) { found.insert(entries[index].cue) }
    }
    return found.count
  }

  private func holds(_ entry: Entry, in text: FoldedText, at offset: Int) -> Bool {
    guard stands(entry, in: text, at: offset) else { return false }
    switch entry.position {
    case .start: return offset == 0
    case .contains: return !text.isCut
    case .whole:
      let rest = text.scalars.count - entry.count
      return !text.isCut && (rest == 0 || (rest == 1 && text.scalars[entry.count] == 0x3A))
    }
  }

  private func stands(_ entry: Entry, in text: FoldedText, at offset: Int) -> Bool {
    guard offset + entry.count <= text.scalars.count else { return false }
    for index in 0..<entry.count where text.scalars[offset + index] != scalars[entry.start + index] { return false }
    // A Latin phrase ends where the word ends.
    let last = scalars[entry.start + entry.count - 1]
    let next = offset + entry.count
    guard last >= 0x61, last <= 0x7A, next < text.scalars.count else { return true }
    return text.scalars[next] < 0x61 || text.scalars[next] > 0x7A
  }
}
