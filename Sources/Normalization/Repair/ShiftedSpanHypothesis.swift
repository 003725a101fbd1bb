/// One way to read a damaged stretch up to some place.
struct ShiftedSpanHypothesis {
  /// Where the visible text is read up to.
  var position: Int
  /// First byte of a character whose second is still to come; zero where the reading is in step with the visible text.
  var pending: UInt8
  /// Whether `pending` was told by the text or by a gloss, rather than being one of all.
  var isPendingKnown = true
  /// The last character read, and the one before it.
  var last: UInt32 { didSet { beforeLast = oldValue } }
  var beforeLast: UInt32 = 0
  /// The mark that would close the innermost one left open; zero where there is none.
  var closingMark: UInt32 = 0
  /// What the characters read so far cost by the character model, in sixteenths of a bit.
  var cost: Int
  /// Where the span decoded ends; its start for the reading that leaves the text alone.
  var end: Int
  var units: [ShiftedSpan.Unit]
  var lacksCharacter = false
  /// Whether another `?` was met behind the span.
  var meetsNextSpan = false

  var isInStep: Bool { pending == 0 }

  /// What tells hypotheses apart that go on alike: of those that agree in it, only the cheapest can win.
  struct Key: Hashable {
    var position: Int
    var pending: UInt8
    var last: UInt32
    var end: Int
  }

  /// The characters read, as UTF-16.
  var characters: [UInt16] {
    units.flatMap { unit in [unit.character, unit.sign].compactMap { $0.flatMap { UInt16(exactly: $0) } } }
  }

  /// `end` counts only for readings in step: before that it is not known.
  var key: Key { Key(position: position, pending: pending, last: last, end: isInStep ? end : 0) }
}
