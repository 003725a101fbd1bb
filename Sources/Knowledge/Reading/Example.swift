/// A text that shows what an entry is for: `全长⟦3公里⟧ => 3000 meter`.
///
/// The marks ⟦ ⟧ enclose the words meant; what stands behind `=>` is what they must come to, and how that is checked is the
/// business of whoever reads the entry's kind. An example against has no expectation: the entry must not act there.
package struct Example: Hashable, Sendable {
  /// Without the marks.
  package var text: String
  /// Byte range of the marked words in `text`; nil where nothing is marked.
  package var marked: Range<Int>?
  package var expectation: String?
  /// Line in its file, from 1.
  package var line: Int
  package var isAgainst: Bool

  init(_ source: String, line: Int, isAgainst: Bool) throws(ExampleError) {
    var sides = source
    var expectation: String?
    if let arrow = source.range(ofArrow: "=>") {
      sides = String(source[..<arrow.lowerBound]).trimmed
      expectation = String(source[arrow.upperBound...]).trimmed
    }
    let open = sides.split(separator: "⟦", omittingEmptySubsequences: false)
    guard open.count <= 2 else { throw ExampleError(problem: "an example marks one place; '\(source)' has two ⟦") }
    if open.count == 2 {
      let rest = open[1].split(separator: "⟧", omittingEmptySubsequences: false)
      guard rest.count == 2, !rest[0].isEmpty else {
        throw ExampleError(problem: "⟦ must be closed by one ⟧ around some words in '\(source)'")
      }
      let start = open[0].utf8.count
      marked = start..<start + rest[0].utf8.count
      text = String(open[0] + rest[0] + rest[1])
    } else {
      guard isAgainst else { throw ExampleError(problem: "mark the words meant with ⟦ ⟧ in '\(source)'") }
      text = sides
    }
    self.expectation = expectation
    self.line = line
    self.isAgainst = isAgainst
  }
}

struct ExampleError: Error {
  var problem: String
}

extension String {
  fileprivate func range(ofArrow arrow: String) -> Range<Index>? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(arrow) { return index..<self.index(index, offsetBy: arrow.count) }
      index = self.index(after: index)
    }
    return nil
  }

  fileprivate var trimmed: String {
    var slice = self[...]
    while slice.first == " " { slice.removeFirst() }
    while slice.last == " " { slice.removeLast() }
    return String(slice)
  }
}
