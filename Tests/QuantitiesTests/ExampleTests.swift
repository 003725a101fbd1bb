import Knowledge
import Quantities
import Testing

/// Every example of the numeric knowledge files.
@Suite struct ExampleTests {
  private let check = ExampleCheck(knowledge: TestKnowledge.knowledge)

  @Test func units() { #expect(check.check(TestKnowledge.units).map(\.description) == []) }
  @Test func multipliers() { #expect(check.check(TestKnowledge.multipliers).map(\.description) == []) }
  @Test func bounds() { #expect(check.check(TestKnowledge.bounds).map(\.description) == []) }
  @Test func exceptions() { #expect(check.check(TestKnowledge.exceptions).map(\.description) == []) }
  /// Not only the examples: each exception word by itself holds no quantity.
  @Test func everyExceptionWord() {
    let words = TestKnowledge.exceptions.entries.filter { $0.entry.place == .whole }.flatMap { $0.entry.phrases.map(\.text) }
    #expect(words.filter { !read($0).quantities.isEmpty } == [])
  }

  @Test func periods() { #expect(check.check(TestKnowledge.periods).map(\.description) == []) }
}
