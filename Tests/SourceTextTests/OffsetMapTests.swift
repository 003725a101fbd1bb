import ClaimTesting
import SourceText
import Testing

enum First {}
enum Second {}
enum Third {}

/// A text rewritten at random, and for each byte made the stretch it came from, kept the slow way.
struct RandomRewrite<From, To> {
  var rewriter = Rewriter<From, To>()
  var origins: [Range<Int>] = []

  init(of source: [UInt8], using generator: inout SeededGenerator) {
    var position = 0
    while position < source.count {
      let end = min(source.count, position + Int.random(in: 1...5, using: &generator))
      switch Int.random(in: 0..<5, using: &generator) {
      case 0:
        let made = [UInt8](repeating: 0x2A, count: Int.random(in: 1...4, using: &generator))
        rewriter.replace(position..<end, with: made)
        origins += Array(repeating: position..<end, count: made.count)
      case 1: break  // deleted
      case 2:
        rewriter.insert([0x2B], at: position)
        origins.append(position..<position)
        fallthrough
      default:
        rewriter.copy(position..<end, of: source)
        origins += (position..<end).map { $0..<$0 + 1 }
      }
      position = end
    }
  }

  /// The stretch behind `span`, from the first to the last byte that was not inserted; nil where all were.
  func origin(of span: Range<Int>) -> Range<Int>? {
    let standing = origins[span].filter { !$0.isEmpty }
    guard let first = standing.first, let last = standing.last else { return nil }
    return first.lowerBound..<max(first.lowerBound, last.upperBound)
  }
}

@Suite struct OffsetMapTests {
  @Test(arguments: 0..<300) func mapsAsTheSlowWayDoes(seed: Int) {
    var generator = SeededGenerator(state: UInt64(seed))
    let source = (0..<Int.random(in: 1...60, using: &generator)).map { UInt8(truncatingIfNeeded: $0) }
    let rewrite = RandomRewrite<Second, First>(of: source, using: &generator)
    let length = rewrite.rewriter.text.count
    #expect(rewrite.rewriter.map.length == length)
    for start in 0..<length {
      for end in start + 1...length {
        let mapped = rewrite.rewriter.map(ByteSpan(start: start, end: end))
        if let origin = rewrite.origin(of: start..<end) { #expect(mapped.range == origin) } else { #expect(mapped.isEmpty) }
      }
    }
  }

  @Test(arguments: 0..<300) func composedLeadsWhereTheTwoLead(seed: Int) {
    var generator = SeededGenerator(state: UInt64(seed) &+ 7_000)
    let source = (0..<Int.random(in: 1...60, using: &generator)).map { UInt8(truncatingIfNeeded: $0) }
    let first = RandomRewrite<Second, First>(of: source, using: &generator)
    let second = RandomRewrite<Third, Second>(of: first.rewriter.text, using: &generator)
    let composed = second.rewriter.map.composed(with: first.rewriter.map)
    #expect(composed.length == second.rewriter.text.count)
    let origins = (0..<composed.length).map { first.rewriter.map(second.rewriter.map(ByteSpan(start: $0, end: $0 + 1))) }
    for start in 0..<composed.length {
      for end in start + 1...composed.length {
        let span = composed(ByteSpan(start: start, end: end))
        let standing = origins[start..<end].filter { !$0.isEmpty }
        if let first = standing.first, let last = standing.last {
          #expect(span == first.union(last))
        } else {
          #expect(span.isEmpty)
        }
      }
    }
  }

  @Test func copiedStretchesStayOneRun() {
    let text = [UInt8](repeating: 0x61, count: 1000)
    var rewriter = Rewriter<Second, First>()
    for start in stride(from: 0, to: 1000, by: 10) { rewriter.copy(start..<start + 10, of: text) }
    #expect(rewriter.map.runs == [.init(from: 0, to: 0, count: 1000, fromWidth: 1, toWidth: 1)])
  }

  @Test func aUnitCutInTwoKeepsItsWholeTarget() {
    var decode = OffsetMap<Second, First>()
    decode.append(.init(from: 0, to: 0, count: 4, fromWidth: 3, toWidth: 2))  // four GBK characters
    var cut = OffsetMap<Third, Second>()
    cut.append(.init(from: 0, to: 1, count: 7, fromWidth: 1, toWidth: 1))
    let composed = cut.composed(with: decode)
    #expect(composed(ByteSpan(start: 0, end: 1)).range == 0..<2)
    #expect(composed(ByteSpan(start: 2, end: 5)).range == 2..<4)
    #expect(composed(ByteSpan(start: 0, end: 7)).range == 0..<6)
  }

  @Test func emptySpansKeepTheirPlace() {
    var map = OffsetMap<Second, First>()
    map.append(.init(from: 0, to: 4, count: 3, fromWidth: 1, toWidth: 1))
    #expect(map(ByteSpan(start: 1, end: 1)).range == 5..<5)
    #expect(map(ByteSpan(start: 3, end: 3)).range == 7..<7)
    #expect(OffsetMap<Second, First>()(ByteSpan(start: 0, end: 0)).range == 0..<0)
  }
}
