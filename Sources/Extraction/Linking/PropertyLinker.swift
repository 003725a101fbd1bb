internal import ClaimModel
internal import Knowledge
internal import Quantities
internal import SourceText

/// Tells which property of its subject a figure gives.
struct PropertyLinker {
  /// A property and where it was read; `cue` is nil where the unit alone decided.
  struct Link {
    var property: String
    var cue: Range<Int>?
    var weight: Int
  }

  /// The property of `figure` in `sentence`: the best cue that its unit allows, else what the unit usually is.
  func link(_ figure: QuantityMention, in sentence: AnnotatedSentence) -> Link? {
    let clause = sentence.clause(at: figure.span.start)
    var best: (score: Int, link: Link)?
    for found in sentence.properties where Self.allows(found.entry, figure) {
      guard !figure.numeral.range.overlaps(found.range) else { continue }
      var score = found.entry.weight * 12 - distance(found.range, figure.span.range)
      if !clause.overlaps(found.range) { score -= 45 }
      if found.range.lowerBound >= figure.span.end { score -= 12 }
      if hasFigure(between: found.range, and: figure, in: sentence) { score -= 24 }
      guard score > -40, best.map({ score > $0.score }) ?? true else { continue }
      best = (score, Link(property: found.entry.property, cue: found.range, weight: found.entry.weight))
    }
    if let best { return best.link }
    return Self.usual(figure.quantity.unit).map { Link(property: $0, cue: nil, weight: 0) }
  }

  /// Whether another figure stands between the cue and this one: the cue is more likely that one's.
  private func hasFigure(between cue: Range<Int>, and figure: QuantityMention, in sentence: AnnotatedSentence) -> Bool {
    let between =
      cue.upperBound <= figure.span.start ? cue.upperBound..<figure.span.start : figure.span.end..<max(figure.span.end, cue.lowerBound)
    return sentence.quantities.contains { $0.span != figure.span && between.contains($0.span.start) }
  }

  static func allows(_ entry: PropertyEntry, _ figure: QuantityMention) -> Bool {
    guard !entry.units.isEmpty else { return figure.kind != .number }
    let unit = figure.quantity.unit
    return entry.units.contains(unit.name) || entry.units.contains(unit.dimension.rawValue)
  }

  /// What figures of a unit usually give when no word says it; nil where a bare number says nothing.
  static func usual(_ unit: Unit) -> String? {
    switch unit.dimension {
    case .parameter: "parameters"
    case .token, .datapoint, .word, .character: "training_data_size"
    case .compute: "training_compute"
    case .computeRate: "throughput"
    case .information: "memory"
    case .time, .age: "duration"
    case .currency: "cost"
    case .percentagePoint: "growth"
    case .length: "distance"
    case .mass: "mass"
    case .area: "area"
    case .temperature: "temperature"
    case .power: "power"
    case .energy: "energy"
    case .score: "score"
    case .ordinal: "rank"
    case .count: usualCount(unit.name)
    case .ratio, .volume, .speed, .voltage, .current, .frequency, .angle, .pressure, .force: "other"
    case .number: nil
    }
  }

  private static func usualCount(_ unit: String) -> String {
    switch unit {
    case "gpu": "hardware_count"
    case "layer": "layers"
    case "head": "attention_heads"
    case "dimension": "hidden_size"
    default: "count"
    }
  }

  /// The unit of a bare number once its property is known: a context length is in tokens, a score in points.
  ///
  /// Training data are in tokens where a letter multiplies (1.4T), else in whatever was counted.
  static func unit(of figure: QuantityMention, given property: String, in view: [UInt8]) -> Unit? {
    if property == "training_data_size", view[figure.numeral.end - 1] >= 0x80 { return Unit(name: "item", dimension: .count) }
    return unit(ofBareNumber: property)
  }

  private static func unit(ofBareNumber property: String) -> Unit? {
    switch property {
    case "context_length", "vocabulary_size": Unit(name: "token", dimension: .token)
    case "training_data_size": Unit(name: "token", dimension: .token)
    case "parameters", "active_parameters": Unit(name: "parameter", dimension: .parameter)
    case "score": Unit(name: "point", dimension: .score)
    case "layers": Unit(name: "layer", dimension: .count)
    case "attention_heads": Unit(name: "head", dimension: .count)
    case "hidden_size": Unit(name: "dimension", dimension: .count)
    case "user_count", "headcount": Unit(name: "person", dimension: .count)
    case "hardware_count": Unit(name: "gpu", dimension: .count)
    default: nil
    }
  }
}
