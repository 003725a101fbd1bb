internal import Yams

/// Reads the keys of one YAML mapping one by one, and refuses what nobody asked for.
package struct EntryReader {
  package let file: String
  /// Line of the entry's first key, from 1.
  package let line: Int
  private let mapping: Node.Mapping
  private var asked: [String] = []

  init(_ node: Node, file: String) throws(KnowledgeError) {
    let line = node.mark?.line ?? 0
    guard case .mapping(let mapping) = node else {
      throw KnowledgeError(file: file, line: line, problem: "an entry must be a mapping such as `- unit: meter`")
    }
    self.file = file
    self.line = line
    self.mapping = mapping
  }

  /// An error at this entry's line.
  package func error(_ problem: String) -> KnowledgeError { KnowledgeError(file: file, line: line, problem: problem) }

  private mutating func node(_ key: String) -> Node? {
    asked.append(key)
    return mapping[Node(key)]
  }

  package mutating func optionalString(_ key: String) throws(KnowledgeError) -> String? {
    guard let node = node(key) else { return nil }
    guard let scalar = node.scalar else { throw error("'\(key)' must be a single value", at: node) }
    return scalar.string
  }

  package mutating func string(_ key: String) throws(KnowledgeError) -> String {
    guard let value = try optionalString(key), !value.isEmpty else { throw error("the key '\(key)' is missing; add it") }
    return value
  }

  /// A list of strings; a missing key is an empty list, a single value a list of one.
  package mutating func strings(_ key: String) throws(KnowledgeError) -> [String] {
    try located(key).map(\.text)
  }

  package mutating func flag(_ key: String) throws(KnowledgeError) -> Bool {
    guard let text = try optionalString(key) else { return false }
    guard text == "true" || text == "false" else { throw error("'\(key)' is '\(text)'; write true or false") }
    return text == "true"
  }

  /// One of a closed set of words; `fallback` where the key is missing, an error where there is no fallback.
  package mutating func choice<Choice>(_ key: String, fallback: Choice? = nil) throws(KnowledgeError) -> Choice
  where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
    guard let text = try optionalString(key) else {
      if let fallback { return fallback }
      throw error("the key '\(key)' is missing; add one of \(Self.list(Choice.self))")
    }
    guard let choice = Choice(rawValue: text) else {
      throw error(
        "'\(key)' is '\(text)'\(suggestion(for: text, among: Choice.allCases.map(\.rawValue))); it must be one of \(Self.list(Choice.self))"
      )
    }
    return choice
  }

  private static func list<Choice>(_ type: Choice.Type) -> String
  where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
    Choice.allCases.map(\.rawValue).joined(separator: ", ")
  }

  /// The examples of the entry, those that must hold and those that must not; at least one must be there.
  package mutating func examples() throws(KnowledgeError) -> [Example] {
    var examples: [Example] = []
    for (key, isAgainst) in [("examples", false), ("against", true)] {
      for (text, line) in try located(key) {
        do throws(ExampleError) {
          examples.append(try Example(text, line: line, isAgainst: isAgainst))
        } catch {
          throw KnowledgeError(file: file, line: line, problem: error.problem)
        }
      }
    }
    guard examples.contains(where: { !$0.isAgainst }) else {
      throw error("the entry has no example; add `examples:` with a text that marks the words with ⟦ ⟧")
    }
    return examples
  }

  private mutating func located(_ key: String) throws(KnowledgeError) -> [(text: String, line: Int)] {
    guard let node = node(key) else { return [] }
    if let scalar = node.scalar { return [(scalar.string, node.mark?.line ?? line)] }
    guard let sequence = node.sequence else { throw error("'\(key)' must be a list", at: node) }
    var found: [(String, Int)] = []
    for element in sequence {
      guard let scalar = element.scalar else { throw error("'\(key)' must be a list of texts", at: element) }
      found.append((scalar.string, element.mark?.line ?? line))
    }
    return found
  }

  /// Refuses every key that was not asked for.
  package func finish() throws(KnowledgeError) {
    for (key, _) in mapping {
      let name = key.scalar?.string ?? ""
      guard !asked.contains(name) else { continue }
      throw KnowledgeError(
        file: file, line: key.mark?.line ?? line,
        problem: "unknown key '\(name)'\(suggestion(for: name, among: asked)); known keys are \(asked.joined(separator: ", "))")
    }
  }

  private func error(_ problem: String, at node: Node) -> KnowledgeError {
    KnowledgeError(file: file, line: node.mark?.line ?? line, problem: problem)
  }
}

/// "; did you mean 'x'?" where a known word is at most two edits away, else nothing.
package func suggestion(for word: String, among known: [String]) -> String {
  let nearest = known.map { ($0, editDistance(word, $0)) }.min { $0.1 < $1.1 }
  guard let (name, distance) = nearest, distance <= 2, distance < word.count else { return "" }
  return "; did you mean '\(name)'?"
}

/// Levenshtein distance in characters.
private func editDistance(_ left: String, _ right: String) -> Int {
  let target = Array(right)
  var row = Array(0...target.count)
  for (line, character) in left.enumerated() {
    var diagonal = row[0]
    row[0] = line + 1
    for column in 0..<target.count {
      let substituted = diagonal + (character == target[column] ? 0 : 1)
      diagonal = row[column + 1]
      row[column + 1] = min(substituted, row[column] + 1, diagonal + 1)
    }
  }
  return row[target.count]
}
