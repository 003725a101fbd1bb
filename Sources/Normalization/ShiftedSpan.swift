/// A stretch of damaged text with the characters that it stands for.
struct ShiftedSpan {
  /// One character or two of the text decoded, and the bytes that stand for them: those up to the end of the character that
  /// holds its last byte.
  struct Unit {
    var characters: [UInt32]
    var source: Range<Int>
  }

  /// In text order, their sources next to each other.
  var units: [Unit]
  /// Whether a character could not be told and is left as `?`.
  var lacksCharacter: Bool

  var source: Range<Int> { (units.first?.source.lowerBound ?? 0)..<(units.last?.source.upperBound ?? 0) }
}
