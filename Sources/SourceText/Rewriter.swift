/// A text made step by step from another one, together with the map back.
///
/// Steps come in the order of the source: what is passed over between two steps is deleted.
package struct Rewriter<From, To>: Sendable {
  /// UTF-8 of the text made so far.
  package private(set) var text: [UInt8] = []
  package private(set) var map = OffsetMap<From, To>()

  package init() {}

  /// Bytes made so far: where the next step's text will begin.
  package var position: Int { text.count }

  /// Copies `range` of `source` byte by byte.
  package mutating func copy(_ range: Range<Int>, of source: [UInt8]) {
    guard !range.isEmpty else { return }
    map.append(.init(from: text.count, to: range.lowerBound, count: range.count, fromWidth: 1, toWidth: 1))
    text.append(contentsOf: source[range])
  }

  /// Copies `range` of `source`, which stands at `offset` in the text it was taken from.
  package mutating func copy(_ range: Range<Int>, of source: [UInt8], standingAt offset: Int) {
    guard !range.isEmpty else { return }
    map.append(.init(from: text.count, to: offset, count: range.count, fromWidth: 1, toWidth: 1))
    text.append(contentsOf: source[range])
  }

  /// Puts `bytes` in the place of `range` of the source, as one unit.
  package mutating func replace(_ range: Range<Int>, with bytes: some Collection<UInt8>) {
    guard !bytes.isEmpty else { return }
    map.append(.init(from: text.count, to: range.lowerBound, count: 1, fromWidth: bytes.count, toWidth: range.count))
    text.append(contentsOf: bytes)
  }

  /// Inserts `bytes` that stand nowhere in the source, at its offset `place`.
  package mutating func insert(_ bytes: some Collection<UInt8>, at place: Int) {
    guard !bytes.isEmpty else { return }
    map.append(.init(from: text.count, to: place, count: 1, fromWidth: bytes.count, toWidth: 0))
    text.append(contentsOf: bytes)
  }
}
