import ClaimTesting
import Foundation
import Testing

/// Runs described by a file: what comes out, and what is told when something is wrong.
@Suite struct RunTests {
  /// A small table of published figures and a page that agrees with one and differs from the other by a thousand.
  private func prepared() throws -> Scratch {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(at: scratch.folder.appending(path: "pages"), withIntermediateDirectories: true)
    _ = try scratch.file("pages/a.txt", "这篇文章谈的是模型的规模。GPT-3有1750亿参数,这是公开的数字,谁都可以去查。\n")
    _ = try scratch.file("pages/b.txt", "这篇文章谈的是另一个模型的规模。有人说PaLM只有5.4亿参数,这个数字值得怀疑。\n")
    _ = try scratch.file("pages/c.html", "")
    _ = try scratch.file("table.csv", "model,parameters,link\nGPT-3,175000000000,\nPaLM,540350000000,\n")
    _ = try scratch.file(
      "table.yaml",
      """
      reference: models
      file: table.csv
      publisher: somebody
      license: CC0
      snapshot: "2024-01-01"
      subject: model
      measures:
        - {column: parameters, property: parameters, unit: parameter, words: [参数]}
      """)
    _ = try scratch.file("run.yaml", "inputs: [pages]\noutput: out\nreferences: [table.yaml]\n")
    return scratch
  }

  @Test func writesWhatThePagesSay() throws {
    let scratch = try prepared()
    let outcome = try Program.run(["run", scratch.path("run.yaml")])
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.output.hasPrefix("3 pages, 1 rejected; 2 claims; 1 figures supported, 1 refuted"), "\(outcome.output)")
    let judgments = try Repository.text(scratch.path("out/judgments.jsonl"))
    #expect(judgments.contains(#""verdict":"refuted","diagnosis":["powerOfTen"]"#))
    #expect(try Repository.text(scratch.path("out/errors.jsonl")).contains("emptyPage"))
    #expect(try Repository.text(scratch.path("out/pages.jsonl")).split(separator: "\n").count == 3)
    #expect(
      try Repository.text(scratch.path("out/manifest.json")).contains(#""references":[{"name":"models","snapshot":"2024-01-01","rows":2}]"#)
    )
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path("out")).allSatisfy { !$0.hasSuffix(".part") })
  }

  @Test func twoRunsGiveTheSameBytesWhateverTheOrder() throws {
    let scratch = try prepared()
    _ = try scratch.file("again.yaml", "inputs: [pages/c.html, pages/b.txt, pages/a.txt]\noutput: again\nreferences: [table.yaml]\n")
    _ = try scratch.file("twice.yaml", "inputs: [pages]\noutput: twice\nreferences: [table.yaml]\n")
    for run in ["run", "again", "twice"] { #expect(try Program.run(["run", scratch.path(run + ".yaml")]).status == 0) }
    for file in ["claims.jsonl", "judgments.jsonl", "pages.jsonl", "errors.jsonl"] {
      let first = try Repository.text(scratch.path("out/" + file))
      #expect(try Repository.text(scratch.path("twice/" + file)) == first)
      // The lines of a page are the same; they stand in the order of the inputs.
      #expect(try Repository.text(scratch.path("again/" + file)).split(separator: "\n").sorted() == first.split(separator: "\n").sorted())
    }
  }

  @Test func strictEndsWithOneWhereAFigureIsRefuted() throws {
    let scratch = try prepared()
    #expect(try Program.run(["run", "--strict", scratch.path("run.yaml")]).status == 1)
  }

  @Test(arguments: [
    ("inputs: [pages]\nouput: out\n", 2, "run.yaml:1: the key 'output' is missing; add it"),
    ("inputs: [pages]\noutput: out\nreference: [table.yaml]\n", 2, "run.yaml:3: unknown key 'reference'; did you mean 'references'?"),
    ("output: out\n", 2, "run.yaml:1: the key 'inputs' is missing; list the pages"),
    ("inputs: [pages]\noutput: out\npublished: 2023-13-01\n", 2, "run.yaml:3: 'published' is '2023-13-01'"),
    ("inputs: [pages/*.pdf]\noutput: out\n", 3, "pages/*.pdf: names no file"),
    ("inputs: [pages]\noutput: no/such/folder\n", 4, "no/such/folder: cannot be written: No such file or directory"),
    ("inputs: [pages]\noutput: out\nreferences: [none.yaml]\n", 3, "none.yaml: no such file"),
    ("", 2, "run.yaml: the file is empty"),
  ]) func wrongDescriptionsAreTold(yaml: String, status: Int32, message: String) throws {
    let scratch = try prepared()
    let outcome = try Program.run(["run", try scratch.file("run.yaml", yaml)])
    #expect(outcome.status == status)
    #expect(outcome.messages.contains(message), "\(outcome.messages)")
    #expect(!FileManager.default.fileExists(atPath: scratch.path("out/claims.jsonl")))
  }

  @Test(arguments: [
    ("snapshot: \"2024-01-01\"", "", "table.yaml:1: the key 'snapshot' is missing"),
    ("column: parameters,", "column: paramters,", "no column 'paramters'"),
    ("file: table.csv", "file: tabel.csv", "tabel.csv"),
    ("publisher:", "publishr:", "the key 'publisher' is missing"),
  ]) func wrongReferencesAreTold(from: String, to: String, message: String) throws {
    let scratch = try prepared()
    let yaml = try Repository.text(scratch.path("table.yaml")).replacingOccurrences(of: from, with: to)
    _ = try scratch.file("table.yaml", yaml)
    let outcome = try Program.run(["run", scratch.path("run.yaml")])
    #expect(outcome.status == 2)
    #expect(outcome.messages.contains(message), "\(outcome.messages)")
    #expect(!FileManager.default.fileExists(atPath: scratch.path("out/claims.jsonl")))
  }

  @Test func checkShowsTheFigureUnderACaret() throws {
    let scratch = try prepared()
    let outcome = try Program.run(["check", "--references", scratch.path("table.yaml"), scratch.path("pages/b.txt")])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("^"))
    #expect(outcome.output.contains("REFUTED (powerOfTen)"))
    #expect(!outcome.output.contains("\u{1B}["))
    let chinese = try Program.run([
      "check", "--chinese", "--strict", "--references", scratch.path("table.yaml"), scratch.path("pages/b.txt"),
    ])
    #expect(chinese.status == 1)
    #expect(chinese.output.contains("2024-01-01"))
    #expect(chinese.output.contains("倍") || chinese.output.contains("原文"))
  }
}
