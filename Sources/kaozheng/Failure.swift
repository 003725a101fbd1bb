internal import ArgumentParser
internal import ClaimPipeline
internal import Glibc
internal import Knowledge
internal import Scoring

/// Ends the program with one line that says where, what and what to do, and the exit code of its kind.
enum Failure {
  static func end(with error: any Error) -> Never {
    switch error {
    case let error as OutputError where error.isReaderGone: leave(.readerGone)
    case let error as OutputError: leave(.unwritableOutput, saying: error.description)
    case let error as KnowledgeError: leave(.wrongUse, saying: error.description)
    case let error as GoldError: leave(.wrongUse, saying: error.description)
    case let error as InputError: leave(error.status, saying: error.description)
    case let error as StatusError: leave(error.status)
    default: leaveByParser(error)
    }
  }

  /// ArgumentParser's own errors, help and version: its text, with 64 mapped to the code for wrong use.
  private static func leaveByParser(_ error: any Error) -> Never {
    let code = Kaozheng.exitCode(for: error)
    guard code != .success else {
      let output = CheckedOutput.standard()
      do throws(OutputError) {
        try output.write(Kaozheng.message(for: error))
        try output.flush()
      } catch {
        end(with: error)
      }
      leave(.done)
    }
    leave(.wrongUse, saying: Kaozheng.fullMessage(for: error))
  }

  static func say(_ message: String) {
    let line = Array("kaozheng: \(message)\n".utf8)
    _ = unsafe line.withUnsafeBytes { bytes in unsafe write(STDERR_FILENO, bytes.baseAddress, bytes.count) }
  }

  /// Shows how far a run is, on one line of standard error; nil clears it.
  static func progress(_ text: String?) {
    let line = Array("\r\u{1B}[K\(text ?? "")".utf8)
    _ = unsafe line.withUnsafeBytes { bytes in unsafe write(STDERR_FILENO, bytes.baseAddress, bytes.count) }
  }

  private static func leave(_ status: ExitStatus, saying message: String? = nil) -> Never {
    if let message { say(message) }
    exit(status.rawValue)
  }
}

/// An exit code for which everything has been said already.
struct StatusError: Error {
  var status: ExitStatus
}
