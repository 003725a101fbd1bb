internal import ArgumentParser
internal import ClaimPipeline
internal import Glibc

/// `kaozheng run`
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Takes all pages that a file describes through all stages, and writes claims, judgments, pages and errors.",
    discussion: """
      The file is YAML: inputs (files, folders, patterns), output (a folder), references, knowledge, published, audit. Paths in
      it are relative to it. In the output folder: claims.jsonl, judgments.jsonl, pages.jsonl, errors.jsonl, manifest.json.

      EXAMPLES
        kaozheng run Pipelines/audit.yaml
        kaozheng run --strict Pipelines/audit.yaml      exit code 1 where a figure is refuted or a page rejected
      """)

  @Flag(help: "Ends with exit code 1 where a figure was refuted or a page rejected.")
  var strict = false

  @Argument(help: "The run's description.")
  var pipeline: String

  func run() throws {
    let description = try RunDescription(at: pipeline)
    let run = try Run(description)
    let isWatched = isatty(STDERR_FILENO) == 1
    let manifest = try run.execute { done, all in
      if isWatched { Failure.progress("\(done) of \(all) pages") }
    }
    if isWatched { Failure.progress(nil) }
    let output = CheckedOutput.standard()
    try output.write(
      "\(manifest.pages) pages, \(manifest.rejected) rejected; \(manifest.claims) claims; \(manifest.supported) figures supported, \(manifest.refuted) refuted; written to \(description.output)"
    )
    try output.flush()
    if strict, manifest.refuted + manifest.rejected > 0 { throw StatusError(status: .foundProblems) }
  }
}
