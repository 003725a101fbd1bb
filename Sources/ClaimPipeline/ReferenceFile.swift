package import ClaimModel
internal import Knowledge
internal import References

/// Reads references from files.
package enum ReferenceFile {
  /// The reference that the YAML file at `path` describes, with the table it names (relative to the YAML).
  package static func reference(at path: String) throws -> Reference {
    let bytes = try PageFile.bytes(at: path)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw KnowledgeError(file: path, line: 0, problem: "not UTF-8; save it as UTF-8")
    }
    let description = try ReferenceDescription(text, file: path)
    let table: [UInt8]
    do {
      table = try PageFile.bytes(at: sibling(of: path, description.table))
    } catch {
      throw description.unreadableTable(error.problem)
    }
    return try description.reference(table: table)
  }

  /// A table without a description, read by the built-in layout that fits its header.
  package static func bareTable(at path: String, snapshot: String) throws -> Reference {
    guard let reference = try Reference(bareTable: PageFile.bytes(at: path), path: path, snapshot: snapshot) else {
      throw InputError(
        path: path, status: .wrongUse, problem: "its columns are of no table that is known; describe them in a YAML file (--references)")
    }
    return reference
  }

  private static func sibling(of path: String, _ name: String) -> String {
    guard !name.hasPrefix("/"), let slash = path.lastIndex(of: "/") else { return name }
    return String(path[...slash]) + name
  }
}
