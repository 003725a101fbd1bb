import Foundation
import Testing

/// As much of JSON Schema as the schemas in `Pipelines/` use: type, enum, const, properties, required, additionalProperties, items.
struct JSONSchema {
  private let root: [String: Any]

  init(_ text: String) throws {
    root = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// The keys of an object in the schema's order; `path` names nested objects.
  func keys(_ path: String...) -> [String] {
    let node = path.reduce(root) { node, key in ((node["properties"] as? [String: Any])?[key] as? [String: Any]) ?? [:] }
    return node["required"] as? [String] ?? []
  }

  /// All keys of the outermost object.
  var propertyNames: Set<String> { Set((root["properties"] as? [String: Any] ?? [:]).keys) }

  /// The words that an enum allows, null left out.
  func words(_ path: String...) -> Set<String> {
    let node = path.reduce(root) { node, key in
      key == "[]" ? (node["items"] as? [String: Any] ?? [:]) : ((node["properties"] as? [String: Any])?[key] as? [String: Any]) ?? [:]
    }
    return Set((node["enum"] as? [Any] ?? []).compactMap { $0 as? String })
  }

  /// What is wrong with one JSON value; empty where nothing is.
  func problems(in line: [UInt8]) throws -> [String] {
    problems(in: try JSONSerialization.jsonObject(with: Data(line), options: .fragmentsAllowed), against: root, at: "$")
  }

  private func problems(in value: Any, against schema: [String: Any], at path: String) -> [String] {
    if let allowed = schema["enum"] as? [Any] {
      return allowed.contains { "\($0)" == "\(value)" } ? [] : ["\(path): \(value) is none of \(allowed)"]
    }
    if let constant = schema["const"] as? String, constant != value as? String { return ["\(path): \(value) is not \(constant)"] }
    let types = schema["type"] as? [String] ?? (schema["type"] as? String).map { [$0] } ?? []
    guard types.isEmpty || types.contains(where: { isOf($0, value) }) else { return ["\(path): \(value) is no \(types)"] }
    if let object = value as? [String: Any], let properties = schema["properties"] as? [String: [String: Any]] {
      let missing = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }.map { "\(path): \($0) is missing" }
      let unknown = object.keys.filter { properties[$0] == nil }.map { "\(path): \($0) is not in the schema" }
      return missing + unknown
        + properties.flatMap { key, inner in object[key].map { problems(in: $0, against: inner, at: "\(path).\(key)") } ?? [] }
    }
    if let list = value as? [Any], let items = schema["items"] as? [String: Any] {
      return list.enumerated().flatMap { problems(in: $0.element, against: items, at: "\(path)[\($0.offset)]") }
    }
    return []
  }

  private func isOf(_ type: String, _ value: Any) -> Bool {
    switch type {
    case "string": value is String
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "null": value is NSNull
    case "integer", "number", "boolean": value is NSNumber
    default: false
    }
  }
}
