internal import Yams

/// The node tree of a YAML text; what is no YAML throws with its line.
struct YAMLText {
  /// Nil for an empty text.
  let root: Node?

  init(_ text: String, file: String) throws(KnowledgeError) {
    do {
      root = try Yams.compose(yaml: text)
    } catch let error as YamlError {
      throw KnowledgeError(file: file, line: Self.line(of: error), problem: "not valid YAML: \(Self.text(of: error))")
    } catch {
      throw KnowledgeError(file: file, line: 0, problem: "not valid YAML: \(error)")
    }
  }

  private static func line(of error: YamlError) -> Int {
    switch error {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
    default: 0
    }
  }

  private static func text(of error: YamlError) -> String {
    switch error {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _): problem
    default: "\(error)"
    }
  }
}
