extension ShiftedSpanDecoder {
  /// What stands before a damaged span in its line.
  struct Context {
    /// The character right before; the line's boundary at its start.
    var previous: UInt32 = CharacterModel.boundary
    /// The one before it; zero where there is none.
    private(set) var beforePrevious: UInt32 = 0
    /// The marks left open, each as the one that would close it.
    private var open: [UInt32] = []

    /// The mark that would close the innermost one left open; zero where there is none.
    var closingMark: UInt32 { open.last ?? 0 }

    mutating func append(_ character: UInt32) {
      beforePrevious = previous
      previous = character
      if let closing = Context.closing[character] {
        open.append(closing)
      } else if let last = open.last, character == last || character + 0xFEE0 == last {
        open.removeLast()
      }
    }

    mutating func append(_ unit: ShiftedSpan.Unit) {
      append(unit.character)
      if let sign = unit.sign { append(sign) }
    }

    /// Closing marks, full-width or paired.
    static let closings = Set(closing.values)

    /// Opening marks and what closes them. Parentheses close full-width ones, which they were before they were folded.
    static let closing: [UInt32: UInt32] = [
      0x28: 0xFF09, 0xFF08: 0xFF09, 0x201C: 0x201D, 0x2018: 0x2019, 0x300C: 0x300D, 0x300E: 0x300F, 0x300A: 0x300B, 0x3010: 0x3011,
    ]
  }
}
