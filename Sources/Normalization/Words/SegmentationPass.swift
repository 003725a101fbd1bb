internal import ClaimModel
internal import SourceText

/// One stretch of text being cut into words.
struct SegmentationPass {
  private let text: [UInt8]
  private let lattice: WordLattice
  private let units: [UInt16]
  /// The byte offset of each UTF-16 unit, and of the end.
  private let offsets: [Int]
  /// By unit: where the word of ICU that begins there ends; zero where none begins.
  private let wordEnds: [Int]
  /// The unit that cutting has come to: gaps come in text order.
  private var position = 0
  var tokens: [Token] = []

  init(text: [UInt8], range: Range<Int>, breaker: WordBreaker, lattice: WordLattice) {
    self.text = text
    self.lattice = lattice
    var units: [UInt16] = []
    var offsets: [Int] = []
    units.reserveCapacity(range.count)
    offsets.reserveCapacity(range.count + 1)
    var position = range.lowerBound
    while position < range.upperBound {
      let (value, width) = text.scalar(at: position)
      if value > 0xFFFF {
        units += [UInt16(0xD7C0 + (value >> 10)), UInt16(0xDC00 + (value & 0x3FF))]
        offsets += [position, position]
      } else {
        units.append(UInt16(value))
        offsets.append(position)
      }
      position += width
    }
    offsets.append(min(position, range.upperBound))
    var wordEnds = [Int](repeating: 0, count: units.count)
    for word in breaker.words(in: units) { wordEnds[word.lowerBound] = word.upperBound }
    self.units = units
    self.offsets = offsets
    self.wordEnds = wordEnds
  }

  /// Appends the words of a byte range, which begins where the last one ended or later.
  mutating func cut(_ range: Range<Int>) {
    while position < units.count, offsets[position] < range.lowerBound { position += 1 }
    var limit = position
    while limit < units.count, offsets[limit] < range.upperBound { limit += 1 }
    while position < limit {
      let unit = units[position]
      if WordLattice.isHanUnit(unit) {
        cutRun(limit: limit)
      } else if unit < 0x80, CompoundForm.isWordByte(UInt8(unit)) {
        append(end: latinEnd(limit: limit))
      } else if wordEnds[position] > position {
        append(end: min(limit, wordEnds[position]))
      } else {
        position += 1
      }
    }
  }

  private mutating func append(end: Int) {
    tokens.append(Token(span: TextSpan(start: offsets[position], end: offsets[end])))
    position = end
  }

  private mutating func cutRun(limit: Int) {
    var end = position
    while end < limit, WordLattice.isHanUnit(units[end]) { end += 1 }
    for word in lattice.words(of: units[position..<end], cutEnds: wordEnds) {
      let span = TextSpan(start: offsets[word.range.lowerBound], end: offsets[word.range.upperBound])
      tokens.append(Token(span: span, kind: word.isName ? .name : .word))
    }
    position = end
  }

  /// The end of the Latin word here: by its form, or as ICU has it (don't), or of the letters and digits left of a cut word.
  private func latinEnd(limit: Int) -> Int {
    var end = min(limit, wordEnds[position])
    let start = offsets[position]
    if let formEnd = CompoundForm.end(in: text, at: start, limit: offsets[limit]) { end = max(end, position + formEnd - start) }
    guard end <= position else { return end }
    end = position + 1
    while end < limit, units[end] < 0x80, CompoundForm.isWordByte(UInt8(units[end])) { end += 1 }
    return end
  }
}
