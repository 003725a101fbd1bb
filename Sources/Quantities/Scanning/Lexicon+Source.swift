internal import Knowledge

/// Look-ups in the text under the readers' eyes. They are compiled here for each kind of entry, which spares the hottest calls of the
/// program the generic ones' type look-ups.
extension Lexicon {
  /// The longest phrase at `offset`; of two entries with one phrase the later.
  @inline(__always)
  func longest(in source: Source, at offset: Int, afterDigits: Bool = false) -> Match? {
    guard index.canBegin(in: source.bytes, at: offset), let best = index.longest(in: source.bytes, at: offset, afterDigits: afterDigits)
    else { return nil }
    return Match(entry: entries[best.entry], range: offset..<best.end)
  }

  /// Every phrase at `offset`, shorter ones first.
  func all(in source: Source, at offset: Int, afterDigits: Bool = false, beforeDigits: Bool = false) -> [Match] {
    guard index.canBegin(in: source.bytes, at: offset) else { return [] }
    var found: [Match] = []
    index.forEach(in: source.bytes, at: offset, afterDigits: afterDigits, beforeDigits: beforeDigits) { entry, end in
      found.append(Match(entry: entries[entry], range: offset..<end))
    }
    return found
  }
}
