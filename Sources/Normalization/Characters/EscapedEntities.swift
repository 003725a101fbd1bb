import ClaimModel
import SourceText

/// Character references that a page shows as they were written, because they were escaped once too often: `&nbsp;`, `&amp;lt;`.
enum EscapedEntities {
  /// How many times one is read: `&amp;amp;lt;` is the most that was seen.
  private static let mostTimes = 3

  /// `excluded` are stretches in which references may be meant, such as code; ascending.
  static func read(_ text: [UInt8], except excluded: [Range<Int>]) -> StepText? {
    var result = StepText(.entities)
    var position = 0
    var next = 0
    while let start = text[position...].firstIndex(of: UInt8(ascii: "&")) {
      while next < excluded.count, excluded[next].upperBound <= start { next += 1 }
      if next < excluded.count, excluded[next].contains(start) {
        position = excluded[next].upperBound
        continue
      }
      guard let (utf8, end) = character(in: text, at: start) else {
        position = start + 1
        continue
      }
      result.replace(start..<end, of: text, with: utf8, as: .entity)
      position = end
    }
    return result.finished(text)
  }

  private static func character(in text: [UInt8], at start: Int) -> (utf8: [UInt8], end: Int)? {
    guard var (utf8, length) = CharacterReference.character(in: text, at: start, end: text.count) else { return nil }
    for _ in 1..<mostTimes where utf8 == [UInt8(ascii: "&")] {
      // `&amp;` in front of what makes another reference with it.
      let rest = utf8 + text[start + length..<min(text.count, start + length + 10)]
      guard let (inner, innerLength) = CharacterReference.character(in: rest, at: 0, end: rest.count) else { break }
      utf8 = inner
      length += innerLength - 1
    }
    return (utf8, start + length)
  }
}
