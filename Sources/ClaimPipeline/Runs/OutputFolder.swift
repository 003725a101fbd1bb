internal import Glibc

/// The folder a run writes to. Nothing stands under a final name before it is whole.
package final class OutputFolder {
  private let path: String
  private var drafts: [(name: String, output: CheckedOutput, descriptor: Int32)] = []

  /// Makes the folder where it is missing; throws where it can't be made or written to.
  package init(_ path: String) throws(OutputError) {
    self.path = path
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    if unsafe mkdir(path, 0o755) != 0, errno != EEXIST { throw OutputError(code: errno, path: path) }
    if unsafe access(path, W_OK | X_OK) != 0 { throw OutputError(code: errno, path: path) }
  }

  deinit {
    for draft in drafts {
      close(draft.descriptor)
      unsafe unlink(draftPath(draft.name))
    }
  }

  /// Opens a file of the folder for writing, under a draft's name.
  package func file(_ name: String) throws(OutputError) -> CheckedOutput {
    let descriptor = unsafe open(draftPath(name), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw OutputError(code: errno, path: path + "/" + name) }
    let output = CheckedOutput(descriptor: descriptor)
    drafts.append((name, output, descriptor))
    return output
  }

  /// Writes out every file and gives it its final name, in the order they were opened.
  package func commit() throws(OutputError) {
    for draft in drafts { try draft.output.flush() }
    while let draft = drafts.first {
      guard fsync(draft.descriptor) == 0, unsafe rename(draftPath(draft.name), path + "/" + draft.name) == 0 else {
        throw OutputError(code: errno, path: path + "/" + draft.name)
      }
      close(draft.descriptor)
      drafts.removeFirst()
    }
  }

  private func draftPath(_ name: String) -> String { path + "/." + name + ".part" }
}
