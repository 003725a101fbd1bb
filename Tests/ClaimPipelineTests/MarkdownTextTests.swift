import ClaimModel
import ClaimPipeline
import ClaimTesting
import Knowledge
import SourceText
import Testing

/// The article as Markdown.
@Suite struct MarkdownTextTests {
  private func worker() throws -> PageWorker { try PageWorker(knowledge: Knowledge()) }

  private func document(_ text: String, _ format: PageFormat) throws -> Document {
    let bytes = Array(text.utf8)
    return try worker().normalized(
      Page(record: "t", path: "", bytes: bytes, provenance: Provenance(sha256: Digest.sha256(bytes)), format: format))
  }

  @Test(arguments: [
    (
      "<h1>Title</h1><p>It has *stars*, [brackets] and a_b, as one sentence says.</p>",
      "# Title\n\nIt has \\*stars\\*, \\[brackets\\] and a\\_b, as one sentence says."
    ),
    (
      "<h1>T</h1><p>A list of things, which are these, follows here:</p><ul><li>one</li><li>two</li></ul><p>And one sentence, which stands behind it, too.</p>",
      "# T\n\nA list of things, which are these, follows here:\n\n- one\n- two\n\nAnd one sentence, which stands behind it, too."
    ),
    (
      "<h1>T</h1><p>A sentence before the table, so that it is kept.</p><table><tr><th>a</th><th>b</th></tr><tr><td>1|2</td><td>3</td></tr></table><p>And one sentence, which stands behind it, too.</p>",
      "# T\n\nA sentence before the table, so that it is kept.\n\n| a | b |\n| --- | --- |\n| 1\\|2 | 3 |\n\nAnd one sentence, which stands behind it, too."
    ),
    (
      "<h1>T</h1><p>1. is no list, though it may look like one to a reader.</p>",
      "# T\n\n1\\. is no list, though it may look like one to a reader."
    ),
    (
      "<h1>T</h1><p>Some code follows, which has a fence inside.</p><pre>a```b</pre><p>And one sentence, which stands behind it, too.</p>",
      "# T\n\nSome code follows, which has a fence inside.\n\n````\na```b\n````\n\nAnd one sentence, which stands behind it, too."
    ),
  ]) func writes(page: String, markdown: String) throws {
    let written = MarkdownText(document: try document(page, .html)).text
    #expect(String(decoding: written, as: UTF8.self) == markdown)
  }

  /// What was written reads back as the same blocks.
  @Test(arguments: CorpusTests.pages) func readsBack(page: String) throws {
    let worker = try worker()
    let first = worker.normalized(try PageFile.page(at: Repository.root + "Corpus/pages/" + page))
    let markdown = MarkdownText(document: first).text
    let second = try document(String(decoding: markdown, as: UTF8.self), .markdown)
    #expect(second.blocks.map { words(second, $0) } == first.keptBlocks.map { words(first, $0) })
  }

  /// Letters, digits and ideographs: line breaks inside a block become spaces.
  private func words(_ document: Document, _ block: Block) -> String {
    String(document.string(block.span).filter { $0.isLetter || $0.isNumber })
  }
}
