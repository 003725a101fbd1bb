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

  /// A figure of the sentence that is a claim already: what comes behind it may go on with its property.
  struct Earlier {
    var span: Range<Int>
    var dimension: Dimension
    var property: String
    var isLevel: Bool
  }

  /// The property of `figure` in `sentence`: the best cue that its unit allows, else that of a like figure before it, else
  /// what the unit usually is.
  func link(_ figure: QuantityMention, in sentence: AnnotatedSentence, earlier: [Earlier]) -> Link? {
    if let rate = perSecond(figure, in: sentence) { return rate }
    let cued = cued(figure, in: sentence)
    let likely = cued.flatMap { $0.score > 0 ? $0.link : nil } ?? row(figure, in: sentence, earlier: earlier)
    guard var link = likely ?? cued?.link ?? fallback(figure, in: sentence) else { return nil }
    // What something costs each time or each piece is its price.
    if link.property == "cost",
      figure.quantity.per != nil || sentence.hasCue(beginningAfter: figure.span.end, reach: 1, .perUnit)
    {
      link.property = "price"
    }
    return link
  }

  private func cued(_ figure: QuantityMention, in sentence: AnnotatedSentence) -> (score: Int, link: Link)? {
    let clause = sentence.clause(at: figure.span.start)
    var best: (score: Int, link: Link)?
    for found in sentence.properties {
      // Words too far away to reach the least score are not looked at.
      guard distance(found.range, figure.span.range) < found.entry.weight * 12 + 40, Self.allows(found.entry, figure),
        !figure.numeral.range.overlaps(found.range)
      else { continue }
      if describesCount(found.range, before: figure, in: sentence) { continue }
      // 四个⟦参数量⟧版本: what is right behind a classifier is what it counts.
      if figure.quantity.unit.name == "item", found.range.lowerBound == figure.span.end { continue }
      if found.entry.property == "training_data_size", !mayBeData(figure, in: sentence) { continue }
      var score = found.entry.weight * 12 - distance(found.range, figure.span.range)
      // The unit's own noun says less than any word beside the figure.
      if figure.span.range.overlaps(found.range) { score -= 48 }
      if !clause.overlaps(found.range) { score -= found.range.lowerBound >= figure.span.end ? 75 : 45 }
      if found.range.lowerBound >= figure.span.end { score -= 12 }
      if hasFigure(between: found.range, and: figure, in: sentence) { score -= 24 }
      guard score > -40, best.map({ score > $0.score }) ?? true else { continue }
      best = (score, Link(property: found.entry.property, cue: found.range, weight: found.entry.weight))
    }
    return best
  }

  /// 466 interruptions of its ⟦training⟧ job within 54 days: the cue says what the count before it counts.
  private func describesCount(_ cue: Range<Int>, before figure: QuantityMention, in sentence: AnnotatedSentence) -> Bool {
    guard cue.upperBound <= figure.span.start else { return false }
    return sentence.cues(.genitive).contains { link in
      link.range.upperBound <= cue.lowerBound && cue.lowerBound - link.range.upperBound <= 8
        && sentence.quantities.contains { $0.kind == .count && (0...1).contains(link.range.lowerBound - $0.span.end) }
    }
  }

  /// Prices and percentages in a row are all of the first one's property; a percentage beside a benchmark is a score.
  private func row(_ figure: QuantityMention, in sentence: AnnotatedSentence, earlier: [Earlier]) -> Link? {
    let dimension = figure.quantity.unit.dimension
    if figure.kind == .percent, isBesideBenchmark(figure, in: sentence) { return Link(property: "score", cue: nil, weight: 1) }
    guard dimension == .currency || figure.kind == .percent else { return nil }
    let like = earlier.last { $0.dimension == dimension && $0.isLevel && $0.property != "share" }
    return like.map { Link(property: $0.property, cue: nil, weight: 1) }
  }

  /// Where no word says it: bytes in a sentence about training are data, else what figures of the unit usually give.
  private func fallback(_ figure: QuantityMention, in sentence: AnnotatedSentence) -> Link? {
    let unit = figure.quantity.unit
    if unit.dimension == .information, sentence.properties.contains(where: { $0.entry.property == "training_data_size" }) {
      return Link(property: "training_data_size", cue: nil, weight: 0)
    }
    return Self.usual(unit).map { Link(property: $0, cue: nil, weight: 0) }
  }

  /// Whether a benchmark is named in the figure's clause or the one before.
  private func isBesideBenchmark(_ figure: QuantityMention, in sentence: AnnotatedSentence) -> Bool {
    let index = sentence.sentence.clauseIndex(at: figure.span.start)
    let scope = sentence.sentence.clauses[max(0, index - 1)].lowerBound..<sentence.sentence.clauses[index].upperBound
    return sentence.names.contains { $0.kind == .benchmark && scope.contains($0.range.lowerBound) }
  }

  /// Work or data by the second are a throughput: 每秒256万亿次浮点运算, 3.35 TB per second.
  private func perSecond(_ figure: QuantityMention, in sentence: AnnotatedSentence) -> Link? {
    switch figure.quantity.unit.dimension {
    case .compute, .information, .token, .word, .character: break
    default: return nil
    }
    let clause = sentence.clause(at: figure.span.start)
    let cue = sentence.nearestCue(to: figure.span.range, within: clause, .perSecond)
    let isNear = cue.map { distance($0.range, figure.span.range) <= 18 && $0.range.lowerBound <= figure.span.end + 1 } ?? false
    guard isNear || figure.quantity.per?.unit == "second" else { return nil }
    return Link(property: "throughput", cue: cue?.range, weight: 8)
  }

  /// Counts are training data only where what is counted is data: 57万条对话, 4.9 million games.
  private func mayBeData(_ figure: QuantityMention, in sentence: AnnotatedSentence) -> Bool {
    guard figure.quantity.unit.dimension == .count else { return true }
    return sentence.cues(.datum).contains { cue in
      figure.unitSpan?.range.overlaps(cue.range) ?? false
        || (0...15).contains(cue.range.lowerBound - figure.span.end)
    } || figure.quantity.unit.name == "item" && sentence.hasCue(endingBefore: figure.phrase.start, reach: 24, .tokenWord)
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
    case .ratio, .volume, .speed, .voltage, .current, .frequency, .angle, .pressure, .force, .other: "other"
    case .number: nil
    }
  }

  private static func usualCount(_ unit: String) -> String {
    switch unit {
    case "gpu", "chip", "server": "hardware_count"
    case "gpu_hour": "training_time"
    case "layer": "layers"
    case "head": "attention_heads"
    case "dimension": "hidden_size"
    default: "count"
    }
  }

  /// The unit of a bare number once its property is known: a context length is in tokens, a score in points.
  ///
  /// Where the property's own word is a unit (词元有7万亿), it is that; else training data are in tokens where a letter
  /// multiplies (1.4T), and in whatever was counted otherwise.
  static func unit(of figure: QuantityMention, given link: Link, units: Lexicon<UnitEntry>, in view: [UInt8]) -> Unit? {
    if let cue = link.cue, let unit = units.longestMatch(in: view, at: cue.lowerBound), unit.range == cue, isNoun(unit.entry.base.dimension)
    {
      return unit.entry.base
    }
    guard figure.kind == .number else { return nil }
    if link.property == "training_data_size", view[figure.numeral.end - 1] >= 0x80 { return Unit(name: "item", dimension: .count) }
    return unit(ofBareNumber: link.property)
  }

  private static func isNoun(_ dimension: Dimension) -> Bool {
    switch dimension {
    case .parameter, .token, .word, .character, .datapoint: true
    default: false
    }
  }

  static func unit(ofBareNumber property: String) -> Unit? {
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
