/// Something wrong in a knowledge file: where, what, what was expected.
package struct KnowledgeError: Error, Hashable, Sendable, CustomStringConvertible {
  package var file: String
  /// From 1; 0 when the file as a whole is meant.
  package var line: Int
  package var problem: String

  package init(file: String, line: Int, problem: String) {
    self.file = file
    self.line = line
    self.problem = problem
  }

  package var description: String { line > 0 ? "\(file):\(line): \(problem)" : "\(file): \(problem)" }
}
