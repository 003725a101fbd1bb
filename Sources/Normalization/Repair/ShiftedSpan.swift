/// A stretch of damaged text with the characters that it stands for.
struct ShiftedSpan {
  /// A character of the text decoded, and the bytes that stand for it: those up to the end of the visible character that holds
  /// its last byte.
  struct Unit {
    var character: UInt32
    /// An ASCII character whose byte the same visible character held.
    var sign: UInt32?
    var source: Range<Int>

    var last: UInt32 { sign ?? character }
  }

  /// In text order, their sources next to each other.
  var units: [Unit]
  /// Whether every character is told by what is left. Otherwise one was chosen over another nearly as likely, or could not be
  /// told at all and is left as `?`.
  var isCertain: Bool

  var source: Range<Int> { (units.first?.source.lowerBound ?? 0)..<(units.last?.source.upperBound ?? 0) }
}
