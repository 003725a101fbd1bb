/// A set of phrases that can be looked up at any place of a text, each phrase with the indices of the entries it belongs to.
///
/// Phrases are kept with ASCII letters lowered, so that one walk finds every spelling; an entry that cares for case checks
/// the text itself. Flat arrays: a look-up touches no reference-counted object.
package struct PhraseTrie: Sendable {
  private struct Node {
    var firstEdge: Int32 = -1
    var firstValue: Int32 = -1
  }

  private struct Edge {
    var byte: UInt8
    var target: Int32
    var next: Int32
  }

  private struct Value {
    var entry: Int32
    var next: Int32
  }

  private var nodes: [Node] = [Node()]
  private var edges: [Edge] = []
  private var values: [Value] = []
  /// The root's children by first byte, -1 where there is none.
  private var roots = [Int32](repeating: -1, count: 256)

  /// A bit for each character of three bytes that a phrase begins with, by code point.
  private var beginnings = [UInt64](repeating: 0, count: 1024)

  package init() {}

  /// Adds `phrase` (UTF-8) for the entry with the index `entry`. Cost: linear in the phrase.
  package mutating func insert(_ phrase: some Collection<UInt8>, entry: Int) {
    guard !phrase.isEmpty else { return }
    let start = Array(phrase.prefix(3))
    if start.count == 3, (0xE0..<0xF0).contains(start[0]) {
      let slot = Self.slot(start[0], start[1], start[2])
      beginnings[slot >> 6] |= 1 << UInt64(slot & 63)
    }
    var node = 0
    for byte in phrase { node = child(of: node, along: lowered(byte)) }
    var last = nodes[node].firstValue
    values.append(Value(entry: Int32(entry), next: -1))
    let added = Int32(values.count - 1)
    guard last >= 0 else {
      nodes[node].firstValue = added
      return
    }
    while values[Int(last)].next >= 0 { last = values[Int(last)].next }
    values[Int(last)].next = added
  }

  private mutating func child(of node: Int, along byte: UInt8) -> Int {
    let found = step(from: node, along: byte)
    if found >= 0 { return found }
    nodes.append(Node())
    let target = Int32(nodes.count - 1)
    if node == 0 { roots[Int(byte)] = target }
    edges.append(Edge(byte: byte, target: target, next: nodes[node].firstEdge))
    nodes[node].firstEdge = Int32(edges.count - 1)
    return Int(target)
  }

  private func step(from node: Int, along byte: UInt8) -> Int {
    if node == 0 { return Int(roots[Int(byte)]) }
    var edge = nodes[node].firstEdge
    while edge >= 0 {
      let candidate = edges[Int(edge)]
      if candidate.byte == byte { return Int(candidate.target) }
      edge = candidate.next
    }
    return -1
  }

  /// Calls `body` with the end offset and the entry index of every phrase that stands at `offset`, shorter phrases first.
  package func forEachMatch(in text: [UInt8], at offset: Int, _ body: (_ end: Int, _ entry: Int) -> Void) {
    var node = 0
    var position = offset
    while position < text.count {
      node = step(from: node, along: lowered(text[position]))
      guard node >= 0 else { return }
      position += 1
      var value = nodes[node].firstValue
      while value >= 0 {
        body(position, Int(values[Int(value)].entry))
        value = values[Int(value)].next
      }
    }
  }

  /// Whether any phrase begins with the character at `offset`; for characters of three bytes, such as Han, exactly, for others by
  /// their first byte.
  package func canBegin(in text: [UInt8], at offset: Int) -> Bool {
    guard offset < text.count else { return false }
    let first = text[offset]
    guard roots[Int(lowered(first))] >= 0 else { return false }
    guard first >= 0xE0, first < 0xF0, offset + 2 < text.count else { return true }
    let slot = Self.slot(first, text[offset + 1], text[offset + 2])
    return beginnings[slot >> 6] & 1 << UInt64(slot & 63) != 0
  }

  /// The number of a character of three bytes, its code point.
  private static func slot(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
    Int(first & 0x0F) << 12 | Int(second & 0x3F) << 6 | Int(third & 0x3F)
  }
}

/// ASCII letters in lower case, other bytes as they are.
@inline(__always)
package func lowered(_ byte: UInt8) -> UInt8 {
  byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
}

/// Whether a byte is an ASCII letter or digit: what an English word can't be cut inside of.
@inline(__always)
package func isWordByte(_ byte: UInt8) -> Bool {
  (byte >= 0x30 && byte <= 0x39) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
}
