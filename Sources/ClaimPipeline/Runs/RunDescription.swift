package import Knowledge
internal import Quantities

/// A run as a file in `Pipelines/` describes it: which pages, with what knowledge, against which references, to where.
///
/// Paths in the file are relative to the file.
package struct RunDescription: Sendable {
  /// The file's path, as named.
  package var file: String
  /// Files, folders (all files in them, not deeper) and patterns with `*` and `?` in their last part.
  package var inputs: [String]
  /// The folder to write to; made where it is missing, its parent must exist.
  package var output: String
  /// Folders of knowledge files on top of what is built in.
  package var knowledge: [String]
  /// Reference descriptions; none leaves only the checks within the page.
  package var references: [String]
  /// The date of pages that carry none, `YYYY-MM-DD`.
  package var published: String?
  /// Whether claims are judged.
  package var isAudited: Bool

  /// Reads and checks a run's file. Throws with file, line, what is wrong and what to do.
  package init(at path: String) throws {
    let bytes = try PageFile.bytes(at: path)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw KnowledgeError(file: path, line: 0, problem: "not UTF-8; save it as UTF-8")
    }
    try self.init(text: text, at: path)
  }

  /// Reads and checks the text of a run's file at `path`.
  package init(text: String, at path: String) throws(KnowledgeError) {
    var reader = try EntryReader(text, file: path)
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    file = path
    inputs = try reader.strings("inputs").map { Self.resolved($0, in: folder) }
    guard !inputs.isEmpty else { throw reader.error("the key 'inputs' is missing; list the pages, such as `inputs: [../Corpus/pages/*]`") }
    output = Self.resolved(try reader.string("output"), in: folder)
    knowledge = try reader.strings("knowledge").map { Self.resolved($0, in: folder) }
    references = try reader.strings("references").map { Self.resolved($0, in: folder) }
    published = try reader.optionalString("published")
    if let published, CalendarDay(published) == nil {
      throw KnowledgeError(
        file: path, line: reader.line(of: "published"), problem: "'published' is '\(published)'; write a day that exists as YYYY-MM-DD")
    }
    isAudited = try reader.optionalString("audit") == nil ? true : reader.flag("audit")
    try reader.finish()
  }

  /// `path` seen from `folder`; leading `../` take a part off it, so that messages name short paths.
  private static func resolved(_ path: String, in folder: String) -> String {
    guard !path.hasPrefix("/") else { return path }
    var parts = folder.split(separator: "/")
    var rest = path[...]
    while rest.hasPrefix("../"), let last = parts.last, last != ".." {
      parts.removeLast()
      rest = rest.dropFirst(3)
    }
    return (folder.hasPrefix("/") ? "/" : "") + parts.map { $0 + "/" }.joined() + rest
  }
}
