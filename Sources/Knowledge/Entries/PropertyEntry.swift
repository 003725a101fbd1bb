/// Words that tell which property of its subject a figure gives, and the units that such a figure can have.
package final class PropertyEntry: LexiconEntry {
  package static let fileName = "properties"

  /// The record's `property` (`training_cost`).
  package let property: String
  /// Dimensions or unit names that a figure must have for these words to count; empty where any will do.
  package let units: [String]
  /// Stronger cues win over weaker ones at the same distance; 1 to 9, 5 where nothing is said.
  package let weight: Int
  package let phrases: [Phrase]

  package init(reading node: inout EntryReader) throws(KnowledgeError) {
    property = try node.string("property")
    guard Self.known.contains(property) else {
      throw node.error(
        "unknown property '\(property)'\(suggestion(for: property, among: Self.known)); known are \(Self.known.joined(separator: ", "))")
    }
    units = try node.strings("units")
    let text = try node.optionalString("weight") ?? "5"
    guard let weight = Int(text), (1...9).contains(weight) else { throw node.error("'weight' is '\(text)'; write 1 to 9") }
    self.weight = weight
    phrases = try node.strings("words").map { Phrase($0) }
  }

  package init(fields: inout FieldReader) throws(KnowledgeError) {
    property = try fields.string()
    units = try fields.strings()
    weight = try fields.integer()
    phrases = try fields.phrases()
  }

  package func write(to fields: inout FieldWriter) {
    fields.string(property)
    fields.strings(units)
    fields.integer(weight)
    fields.phrases(phrases)
  }

  /// The properties of a claim record.
  package static let known = [
    "parameters", "active_parameters", "training_compute", "training_data_size", "vocabulary_size", "context_length", "layers",
    "hidden_size", "attention_heads", "training_cost", "training_time", "hardware_count", "memory", "throughput", "latency",
    "price", "score", "error_rate", "share", "rank", "user_count", "headcount", "funding", "valuation", "revenue", "cost",
    "count", "duration", "growth", "doubling_time", "probability", "release_date", "distance", "mass", "area", "temperature",
    "power", "energy", "other",
  ]
}
