internal import ArgumentParser
internal import ClaimModel
internal import ClaimPipeline
internal import Glibc
internal import Quantities

/// The pages a command reads: files, or with `--jsonl` one record a line from standard input.
struct PageInputs: ParsableArguments {
  @Flag(help: "Reads one page a line from standard input: {\"id\",\"url\",\"html_b64\"} or {\"id\",\"url\",\"text\"}.")
  var jsonl = false

  @Option(help: ArgumentHelp("The date of pages that carry none, YYYY-MM-DD; relative words such as 去年 hang on it.", valueName: "date"))
  var published: String?

  @Argument(help: ArgumentHelp("Pages: HTML, Markdown or plain text, any charset, also gzip.", valueName: "file"))
  var files: [String] = []

  func validate() throws {
    if jsonl, !files.isEmpty { throw ValidationError("--jsonl reads standard input; leave out the files or the flag") }
    if !jsonl, files.isEmpty { throw ValidationError("no page is named; give at least one file, or --jsonl to read standard input") }
    if let published, CalendarDay(published) == nil {
      throw ValidationError("--published is '\(published)'; write a day that exists as YYYY-MM-DD")
    }
  }

  /// Calls `body` with each page in the order given, and writes out all of `output` at the end.
  ///
  /// A file that can't be read is told on standard error and skipped; the first such failure is thrown when all others are
  /// done. A record that holds no page becomes a record that says why.
  func forEachPage(writingTo output: CheckedOutput, _ body: (Page) throws -> Void) throws {
    let failure = jsonl ? try forEachRecord(writingTo: output, body) : try forEachFile(body)
    try output.flush()
    if let failure { throw StatusError(status: failure) }
  }

  private func forEachFile(_ body: (Page) throws -> Void) throws -> ExitStatus? {
    var failure: ExitStatus?
    for path in files {
      let page: Page
      do throws(InputError) {
        page = try PageFile.page(at: path, published: published)
      } catch {
        Failure.say(error.description)
        failure = failure ?? error.status
        continue
      }
      try body(page)
    }
    return failure
  }

  private func forEachRecord(writingTo output: CheckedOutput, _ body: (Page) throws -> Void) throws -> ExitStatus? {
    let lines = LineReader(descriptor: STDIN_FILENO)
    while let line = try lines.next() {
      guard !line.bytes.allSatisfy({ $0 <= 0x20 }) else { continue }
      let page: Page
      do throws(RecordError) {
        page = try PageRecord.page(of: line.bytes, number: line.number)
      } catch {
        try output.write(line: error.rejection.line)
        continue
      }
      try body(page)
    }
    return nil
  }
}
