internal import FoundationEssentials

/// An annotated claim: what a person says that a page claims.
package struct GoldClaim: Decodable, Sendable {
  /// Half-open byte range in the page.
  package var start: Int
  package var end: Int
  package var surface: String
  package var kind: String
  package var subject: String
  package var subjectKind: String
  /// Whether any subject counts as right.
  package var subjectFree: Bool?
  package var property: String
  package var of: String?
  package var value: String?
  package var low: String?
  package var high: String?
  package var comparator: String
  package var direction: String?
  package var unit: String
  package var year: String?
  package var source: String?

  package var range: Range<Int> { start..<end }

  /// Reads JSON Lines; throws with the line that is wrong.
  package static func claims(in bytes: [UInt8], file: String) throws(GoldError) -> [GoldClaim] {
    try GoldLines.read(bytes, file: file)
  }
}

/// An annotated judgment of a figure.
package struct GoldJudgment: Decodable, Sendable {
  package var start: Int
  package var end: Int
  package var surface: String
  package var check: String
  /// The snapshot of the reference that decides; null for arithmetic.
  package var snapshot: String?
  package var verdict: String
  package var diagnosis: [String]
  /// Other diagnoses that count as right.
  package var acceptDiagnosis: [[String]]?
  package var row: String?

  package var range: Range<Int> { start..<end }

  package static func judgments(in bytes: [UInt8], file: String) throws(GoldError) -> [GoldJudgment] {
    try GoldLines.read(bytes, file: file)
  }
}

/// A gold file that can't be read.
package struct GoldError: Error, Hashable, CustomStringConvertible {
  package var file: String
  package var line: Int
  package var problem: String

  package var description: String { "\(file):\(line): \(problem)" }
}

enum GoldLines {
  static func read<Line: Decodable>(_ bytes: [UInt8], file: String) throws(GoldError) -> [Line] {
    var lines: [Line] = []
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() where !line.allSatisfy({ $0 <= 0x20 })
    {
      do {
        lines.append(try JSONDecoder().decode(Line.self, from: Data(line)))
      } catch {
        throw GoldError(file: file, line: index + 1, problem: "not a gold line: \(Self.reason(error)); see Corpus/README.md for its fields")
      }
    }
    return lines
  }

  private static func reason(_ error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, _): "the key '\(key.stringValue)' is missing"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      "'\(context.codingPath.map(\.stringValue).joined(separator: "."))' has another type"
    default: "not valid JSON"
    }
  }
}
