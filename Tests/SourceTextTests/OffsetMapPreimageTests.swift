import ClaimTesting
import SourceText
import Testing

@Suite struct OffsetMapPreimageTests {
  @Test(arguments: 0..<200) func holdsEveryUnitThatTouchesTheSpan(seed: Int) {
    var generator = SeededGenerator(state: UInt64(seed) &+ 20_000)
    let source = (0..<Int.random(in: 1...40, using: &generator)).map { UInt8(truncatingIfNeeded: $0) }
    let rewrite = RandomRewrite<Second, First>(of: source, using: &generator)
    for start in 0..<source.count {
      for end in start + 1...source.count {
        let found = rewrite.rewriter.map.preimage(of: ByteSpan(start: start, end: end)).range
        let touching = rewrite.origins.indices.filter { rewrite.origins[$0].overlaps(start..<end) }
        if let first = touching.first, let last = touching.last { #expect(found == first..<last + 1) } else { #expect(found.isEmpty) }
      }
    }
  }
}
