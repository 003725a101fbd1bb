/// A text of a test with places marked by ⟦ ⟧, so that no test counts bytes.
package struct MarkedText: Hashable, Sendable {
  /// Without the marks.
  package private(set) var text = ""
  /// UTF-8 ranges of the marked places, in text order.
  package private(set) var ranges: [Range<Int>] = []

  package var bytes: [UInt8] { Array(text.utf8) }

  /// Marks can't be nested.
  package init(_ source: String) {
    var start: Int?
    for character in source {
      switch character {
      case "⟦": start = text.utf8.count
      case "⟧":
        guard let begun = start else { preconditionFailure("⟧ without ⟦ in: \(source)") }
        ranges.append(begun..<text.utf8.count)
        start = nil
      default: text.append(character)
      }
    }
    precondition(start == nil, "⟦ without ⟧ in: \(source)")
  }

  /// `bytes` with ⟦ ⟧ around `ranges`: how a result is shown beside what was expected.
  package static func marking(_ ranges: [Range<Int>], in bytes: [UInt8]) -> String {
    var shown = ""
    var position = 0
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where range.lowerBound >= position {
      shown += String(decoding: bytes[position..<range.lowerBound], as: UTF8.self)
      shown += "⟦" + String(decoding: bytes[range], as: UTF8.self) + "⟧"
      position = range.upperBound
    }
    return shown + String(decoding: bytes[position...], as: UTF8.self)
  }
}
