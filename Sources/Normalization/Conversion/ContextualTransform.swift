import SourceText

/// One of ICU's conversions of script, with what it made of each character.
///
/// ICU looks at the characters around: 里 alone becomes 里, in 里面 it becomes 裡. Such characters and what is around them
/// are one unit, so that what a unit came from becomes the same by itself.
final class ContextualTransform {
  /// A stretch of the source (byte offsets) and what became of it.
  struct Unit {
    var source: Range<Int>
    var result: [UInt8]
  }

  private let transform: UnicodeTransform
  /// What becomes of single UTF-16 units, asked for once.
  private var alone: [UInt16: [UInt16]] = [:]

  /// More characters than any phrase of ICU's `Hans-Hant` and `Hant-Hans` takes (CLDR 42).
  private static let longestPhrase = 6

  init(_ id: String) { transform = UnicodeTransform(id) }

  /// `text` (UTF-8) converted: its units in order, which cover it. Cost: linear.
  func callAsFunction(_ text: [UInt8]) -> [Unit] {
    guard let string = String(validating: text, as: UTF8.self) else { return [Unit(source: 0..<text.count, result: text)] }
    let units = Array(string.utf16)
    let made = transform(units)
    // ICU's phrases are as long as what they become; should one not be, the text moves as a whole.
    guard made.count == units.count else {
      return [Unit(source: 0..<text.count, result: Array(String(decoding: made, as: UTF16.self).utf8))]
    }
    var result: [Unit] = []
    var offset = 0
    for range in ranges(units, made) {
      let source = String(decoding: units[range], as: UTF16.self).utf8
      result.append(Unit(source: offset..<offset + source.count, result: Array(String(decoding: made[range], as: UTF16.self).utf8)))
      offset += source.count
    }
    return result
  }

  /// The smallest ranges of `units` that become by themselves what they became in `made`.
  private func ranges(_ units: [UInt16], _ made: [UInt16]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for index in units.indices {
      guard index >= ranges.last?.upperBound ?? 0 else { continue }
      if units[index] & 0xFC00 == 0xD800, index + 1 < units.count {
        ranges.append(index..<index + 2)
        continue
      }
      guard units[index] >= 0x2E80, formAlone(of: units[index]) != made[index...index] else {
        ranges.append(index..<index + 1)
        continue
      }
      let window = self.window(around: index, units, made)
      ranges.removeAll { $0.lowerBound >= window.lowerBound }
      var start = window.lowerBound
      if let last = ranges.last, last.upperBound > start { start = ranges.removeLast().lowerBound }
      ranges.append(start..<window.upperBound)
    }
    return ranges
  }

  /// The shortest stretch around `index` that becomes by itself what it became in `made`; the character where none does.
  private func window(around index: Int, _ units: [UInt16], _ made: [UInt16]) -> Range<Int> {
    for length in 2...Self.longestPhrase {
      for start in (index - length + 1)...index where start >= 0 && start + length <= units.count {
        let range = start..<start + length
        if transform(Array(units[range])).elementsEqual(made[range]) { return range }
      }
    }
    return index..<index + 1
  }

  private func formAlone(of unit: UInt16) -> ArraySlice<UInt16> {
    if let known = alone[unit] { return known[...] }
    let form = transform([unit])
    alone[unit] = form
    return form[...]
  }
}
