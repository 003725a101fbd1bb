internal import ClaimModel
/// Finds the phrases that mark boilerplate in the beginning of a block.
struct CueMatcher: Sendable {
  private struct Entry: Sendable {
    var scalars: [UInt32]
    var cue: PhraseCue
  }

  /// Entries by their first character, the longer ones first.
  private var entries: [UInt32: [Entry]] = [:]
  /// Bit `c & 63` is set where an entry that may stand anywhere begins with a character `c`.
  private var anywhere: UInt64 = 0

  init(_ cues: [PhraseCue]) {
    for cue in cues {
      let scalars = FoldedText(cue.text).scalars
      guard let first = scalars.first else { continue }
      entries[first, default: []].append(Entry(scalars: scalars, cue: cue))
      if cue.position == .contains { anywhere |= 1 << UInt64(first & 63) }
    }
    for key in entries.keys { entries[key]?.sort { $0.scalars.count > $1.scalars.count } }
  }

  /// The first cue that holds for a block: one at the start before one further on.
  func match(in text: FoldedText) -> PhraseCue? {
    guard let first = text.scalars.first else { return nil }
    if let found = entries[first]?.first(where: { holds($0, in: text, at: 0) }) { return found.cue }
    guard !text.isCut else { return nil }
    for offset in 1..<max(1, text.scalars.count) where anywhere & (1 << UInt64(text.scalars[offset] & 63)) != 0 {
      let found = entries[text.scalars[offset]]?.first { $0.cue.position == .contains && holds($0, in: text, at: offset) }
      if let found { return found.cue }
    }
    return nil
  }

  /// How many different phrases of one kind stand anywhere in the block.
  func count(of reason: BoilerplateReason, in text: FoldedText) -> Int {
    var found: Set<String> = []
    for offset in text.scalars.indices {
      for entry in entries[text.scalars[offset]] ?? [] where entry.cue.reason == reason && stands(entry, in: text, at: offset) {
        found.insert(entry.cue.text)
      }
    }
    return found.count
  }

  private func holds(_ entry: Entry, in text: FoldedText, at offset: Int) -> Bool {
    guard stands(entry, in: text, at: offset) else { return false }
    switch entry.cue.position {
    case .start: return offset == 0
    case .contains: return !text.isCut
    case .whole:
      let rest = text.scalars.count - entry.scalars.count
      return !text.isCut && (rest == 0 || (rest == 1 && text.scalars[entry.scalars.count] == 0x3A))
    }
  }

  private func stands(_ entry: Entry, in text: FoldedText, at offset: Int) -> Bool {
    guard offset + entry.scalars.count <= text.scalars.count else { return false }
    for index in entry.scalars.indices where text.scalars[offset + index] != entry.scalars[index] { return false }
    // A Latin phrase ends where the word ends.
    let next = offset + entry.scalars.count
    guard let last = entry.scalars.last, last >= 0x61, last <= 0x7A, next < text.scalars.count else { return true }
    return text.scalars[next] < 0x61 || text.scalars[next] > 0x7A
  }
}
