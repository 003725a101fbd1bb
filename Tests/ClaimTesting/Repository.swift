internal import Foundation

/// Where things of the repository are, for tests.
package enum Repository {
  /// The top folder.
  package static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .path(percentEncoded: false)

  /// The knowledge files that people edit.
  package static let knowledge = root + "Sources/Knowledge/Data"

  /// Development data beside the repository; a user does not have it, and tests that need it are skipped then.
  package static let shared = URL(filePath: root).deletingLastPathComponent().appending(path: "shared/").path(percentEncoded: false)
  package static let hasShared = FileManager.default.fileExists(atPath: shared + "seed")

  /// The page that users feed, byte for byte.
  package static let seedPage = shared + "seed/000_251aee54246bc607.txt"

  package static func bytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: path))) }

  package static func text(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }
}
