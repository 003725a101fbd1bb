import ClaimTesting
import Foundation
import Testing

/// What became of the figures of a line, and how pages compare with their gold.
@Suite struct ExplainTests {
  @Test func aLineShowsClaimsAndReasons() throws {
    let scratch = try Scratch()
    let page = try scratch.file("page.txt", "这是一篇关于模型的文章,它有好几句话,都与模型有关。\nGPT-3有1750亿参数,谷歌用4张图说明,见GPT-4。\n")
    let outcome = try Program.run(["explain", page + ":2"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("^ 1750亿参数"))
    #expect(outcome.output.contains("claim: 1.75e11 parameter · GPT-3 · parameters"))
    #expect(outcome.output.contains("no claim: a count of the exposition"))
    #expect(outcome.output.contains("└ "))
  }

  @Test func aLineThatIsNotThereIsTold() throws {
    let scratch = try Scratch()
    let page = try scratch.file("page.txt", "一行。\n")
    let outcome = try Program.run(["explain", page + ":7"])
    #expect(outcome.status == 2)
    #expect(outcome.messages.contains("has 1 lines; name one of them"))
  }

  @Test func theCorpusIsScored() throws {
    let outcome = try Program.run(["score", "--gold", "Corpus/gold", "Corpus/pages/open-models.md"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("relaxed P"))
    #expect(outcome.output.contains("open-models.md"))
  }

  @Test func missingGoldIsTold() throws {
    let scratch = try Scratch()
    let page = try scratch.file("page.txt", "一行。\n")
    let outcome = try Program.run(["score", "--gold", "Corpus/gold", page])
    #expect(outcome.status == 3)
    #expect(outcome.messages.contains("Corpus/gold/page.txt.jsonl: no such file"))
  }
}
