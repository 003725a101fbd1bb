import Foundation
import Testing

/// Wrong uses end with one line that says where, what and what to do, and with the exit code of their kind.
@Suite struct WrongUseTests {
  @Test(arguments: [
    (["extract", "no-such-page.html"], 3, "kaozheng: no-such-page.html: no such file; check the path"),
    (["extract", "Corpus"], 3, "kaozheng: Corpus: is a folder; name the files in it, such as Corpus/*"),
    (["extract", "--formt", "table", "x"], 2, "Unknown option '--formt'. Did you mean '--format'?"),
    (["extract", "--format", "xml", "x"], 2, "The value 'xml' is invalid for '--format <format>'"),
    (["extract"], 2, "no page is named; give at least one file, or --jsonl to read standard input"),
    (["extract", "--jsonl", "x"], 2, "--jsonl reads standard input; leave out the files or the flag"),
    (["extract", "--published", "2023-02-30", "x"], 2, "--published is '2023-02-30'; write a day that exists as YYYY-MM-DD"),
    (["quantities", "--kinds", "money", "x"], 2, "--kinds has 'money'; write one or more of number, ordinal, percent, currency"),
    (["quantities", "--reference-date", "2020-13-01", "x"], 2, "--reference-date is '2020-13-01'; write a day that exists as YYYY-MM-DD"),
    (["audit", "--references", "no-such.yaml", "README.md"], 3, "kaozheng: no-such.yaml: no such file; check the path"),
    (["audit", "--jsonl", "--references", "x.yaml"], 2, "--jsonl takes the table from each record; leave out --references"),
    (["segment", "no-such-page.html"], 3, "kaozheng: no-such-page.html: no such file; check the path"),
    (["segment", "--separator", "", "x"], 2, "--separator is empty or has a line end; give a sign such as '|'"),
    (["segment", "--jsonl", "--separator", "|"], 2, "--jsonl lists words with their places; leave out --separator"),
    (["normalize", "--words", "x"], 2, "Unknown option '--words'"),
    (["normalize", "--steps", "repair,spelling", "x"], 2, "'spelling' is no step; name some of repair, mojibake"),
    (["normalize", "--show-changes", "--format", "jsonl", "x"], 2, "--show-changes and --format jsonl show different things"),
    (["normalize", "--to", "xx", "x"], 2, "The value 'xx' is invalid for '--to <to>'"),
    (["normalize", "--region", "tw", "x"], 2, "--region goes with --to; add --to hans or --to hant"),
    (["extrct"], 2, "Unexpected argument 'extrct'"),
    (["knowledge", "check", "no-such-folder"], 2, "no-such-folder: no knowledge file in this folder; name one that has units.yaml"),
    (
      ["knowledge", "compile", "--output", "/no/such/folder"], 4,
      "/no/such/folder/knowledge.table: cannot be written: No such file or directory"
    ),
    (["ingest", "--knowledge", "no-such-folder", "x"], 2, "no-such-folder: no knowledge file in this folder"),
  ]) func isToldInOneLine(arguments: [String], status: Int32, message: String) throws {
    let outcome = try Program.run(arguments)
    #expect(outcome.status == status)
    #expect(outcome.messages.contains(message), "\(outcome.messages)")
    #expect(outcome.output.isEmpty)
  }

  @Test func aMissingPageDoesNotStopTheOthers() throws {
    let scratch = try Scratch()
    let page = try scratch.file("page.txt", "OpenAI发布的GPT-4训练成本超过了1亿美元。\n")
    let outcome = try Program.run(["ingest", "missing.txt", page])
    #expect(outcome.status == 3)
    #expect(outcome.output.contains("1亿美元"))
  }

  @Test(arguments: [
    (
      "units.yaml", "- unit: furlong\n  base: meter\n  dimension: length\n  factor: 201\n  words: [弗隆]\n  examples: [跑了⟦3弗隆⟧ => 600 meter]",
      "units.yaml:6: '跑了3弗隆' came out as = 603 meter, expected 600 meter"
    ),
    (
      "units.yaml", "- unit: furlong\n  dimension: length\n  wrods: [弗隆]\n  examples: [跑了⟦3弗隆⟧]",
      ":3: unknown key 'wrods'; did you mean 'words'?"
    ),
    ("names.yaml", "- name: Zhixue\n  kind: modell\n  examples: [⟦Zhixue⟧]", ":1: 'kind' is 'modell'; did you mean 'model'?"),
    (
      "properties.yaml", "- property: revenue\n  units: [currency]\n  words: [流水]\n  examples: [OpenAI的流水为⟦3亿美元⟧ => cost]",
      ":4: the example"
    ),
  ]) func aLexiconThatIsWrongIsTold(name: String, yaml: String, message: String) throws {
    let scratch = try Scratch()
    let path = try scratch.file(name, yaml)
    let outcome = try Program.run(["knowledge", "check", scratch.path("")])
    #expect(outcome.status == 2)
    #expect((outcome.output + outcome.messages).contains(message), "\(outcome) \(path)")
  }

  @Test(arguments: [
    ("snapshot: 2024-01-01\n", "", ":1: the key 'snapshot' is missing; add the day"),
    ("TDP", "TPD", ":7: the table 't.csv' has no column 'TPD'; did you mean 'TDP'?; its columns are Name, TDP"),
    ("t.csv", "u.csv", ":2: the table 'u.csv': no such file; check the path"),
    ("property", "proprety", ":7: the key 'property' is missing; add it"),
  ]) func aReferenceThatIsWrongIsTold(found: String, replacement: String, message: String) throws {
    let scratch = try Scratch()
    _ = try scratch.file("t.csv", "Name,TDP\nH100,700\n")
    let yaml = """
      reference: chips
      file: t.csv
      publisher: Somebody
      license: CC0
      subject: Name
      measures:
        - {column: TDP, property: power, unit: watt}
      snapshot: 2024-01-01

      """
    let parts = yaml.split(separator: found, maxSplits: 1, omittingEmptySubsequences: false)
    let path = try scratch.file("t.yaml", String(parts[0] + replacement + parts[1]))
    let outcome = try Program.run(["audit", "--references", path, "README.md"])
    #expect(outcome.status == 2)
    #expect(outcome.messages.contains("t.yaml\(message)"), "\(outcome.messages)")
    #expect(outcome.output.isEmpty)
  }

  @Test(.enabled(if: getuid() != 0, "root may read everything")) func anUnreadablePageIsTold() throws {
    let scratch = try Scratch()
    let path = try scratch.file("page.txt", "x")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    let outcome = try Program.run(["extract", path])
    #expect(outcome.status == 3)
    #expect(outcome.messages.contains("no permission to read it"))
  }

  @Test func aFullDiskIsTold() throws {
    try #require(FileManager.default.fileExists(atPath: "/dev/full"))
    let scratch = try Scratch()
    let page = try scratch.file("page.txt", "OpenAI发布的GPT-4训练成本超过了1亿美元。\n")
    let outcome = try shell("\"$0\" ingest \"$1\" >/dev/full", page)
    #expect(outcome == 4)
  }

  @Test func aReaderThatGoesAwayIsNoError() throws {
    let scratch = try Scratch()
    let page = try scratch.file("page.txt", String(repeating: "OpenAI发布的GPT-4训练成本超过了1亿美元,这是一个很长的句子。\n", count: 20_000))
    let outcome = try shell("{ \"$0\" ingest \"$1\"; echo $? >&3; } 3>\"$2\" | head -c 10 >/dev/null", page, scratch.path("status"))
    #expect(outcome == 0)
    #expect(try String(contentsOfFile: scratch.path("status"), encoding: .utf8) == "141\n")
  }

  private func shell(_ command: String, _ arguments: String...) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command, Program.path] + arguments
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
