/// A half-open range of UTF-8 byte offsets in the coordinate space `Space`.
///
/// The space is a type without values (`PageBytes`, `DocumentText`), so that an offset into the page can't be used on the
/// document by mistake. `0 <= start <= end` holds.
package struct ByteSpan<Space>: Hashable, Sendable {
  package var start: Int
  package var end: Int

  package init(start: Int, end: Int) {
    precondition(0 <= start && start <= end, "a span runs forward from zero: \(start)..<\(end)")
    self.start = start
    self.end = end
  }

  package init(_ range: Range<Int>) {
    self.init(start: range.lowerBound, end: range.upperBound)
  }

  package var count: Int { end - start }
  package var isEmpty: Bool { start == end }
  package var range: Range<Int> { start..<end }

  package func contains(_ other: ByteSpan) -> Bool { start <= other.start && other.end <= end }
  package func overlaps(_ other: ByteSpan) -> Bool { start < other.end && other.start < end }

  /// The smallest span that holds both.
  package func union(_ other: ByteSpan) -> ByteSpan {
    ByteSpan(start: min(start, other.start), end: max(end, other.end))
  }
}

extension ByteSpan: Comparable {
  /// In reading order: by start, then by end.
  package static func < (left: ByteSpan, right: ByteSpan) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}

extension ByteSpan: CustomStringConvertible {
  package var description: String { "\(start)..<\(end)" }
}

/// The space of the page exactly as retrieved.
package enum PageBytes {}

/// The space of the page decoded to UTF-8, markup and all.
package enum DecodedText {}

/// The space of a document's text: UTF-8, repaired and normalized.
package enum DocumentText {}

package typealias SourceSpan = ByteSpan<PageBytes>
package typealias TextSpan = ByteSpan<DocumentText>
