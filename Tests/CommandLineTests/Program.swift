import ClaimTesting
import Foundation

/// The built program, run as a user runs it.
struct Program {
  struct Outcome {
    var status: Int32
    var output: String
    var messages: String
  }

  /// It lies beside the test bundle.
  static let path =
    Bundle.main.executableURL?.deletingLastPathComponent().appending(path: "kaozheng").path(percentEncoded: false) ?? "kaozheng"

  /// Runs the program in `folder` with `input` on standard input.
  static func run(_ arguments: [String], input: String = "", in folder: String = Repository.root) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    let scratch = try Scratch()
    let (inputFile, outputFile, messageFile) = (scratch.path("in"), scratch.path("out"), scratch.path("err"))
    try Data(input.utf8).write(to: URL(filePath: inputFile))
    for file in [outputFile, messageFile] { try Data().write(to: URL(filePath: file)) }
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: inputFile))
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: outputFile))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: messageFile))
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try Repository.text(outputFile), messages: try Repository.text(messageFile))
  }
}

/// A folder of one test's own, gone when the test is.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "kaozheng-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appending(path: name).path(percentEncoded: false) }

  /// Writes a file and gives its path.
  func file(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: URL(filePath: path(name)))
    return path(name)
  }
}
