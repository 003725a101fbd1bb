internal import ClaimModel
internal import Knowledge
internal import Quantities
internal import SourceText

/// Tells what kind of statement gives a figure: a level, a share, a change …
struct ValueKindRule {
  let view: [UInt8]

  /// The claim value of `figure`, and the rule that decided.
  func value(of figure: QuantityMention, property: String, in sentence: AnnotatedSentence) -> (value: ClaimValue, rule: String) {
    let quantity = figure.quantity
    switch figure.kind {
    case .ordinal: return (.rank(quantity), "rank")
    case .multiple: return multiple(figure, in: sentence)
    case .percent: return percent(figure, property: property, in: sentence)
    default:
      if quantity.unit.dimension == .time, let rate = doublingRate(figure, in: sentence) { return rate }
      if let direction = change(of: figure, in: sentence) { return (.change(quantity, direction), "change of a level") }
      if property == "throughput" { return (.level(quantity), "throughput") }
      if isPerTime(quantity.per) { return (.rate(quantity, nil), "rate per time") }
      return (.level(quantity), "level")
    }
  }

  /// 每九个月…翻番: a period after which something doubles.
  private func doublingRate(_ figure: QuantityMention, in sentence: AnnotatedSentence) -> (ClaimValue, String)? {
    guard sentence.hasCue(endingBefore: figure.phrase.start, reach: 4, .rate), !sentence.cues(.doubling).isEmpty else { return nil }
    return (.rate(figure.quantity, .up), "doubling time")
  }

  private func isPerTime(_ per: Per?) -> Bool {
    guard let per else { return false }
    return ["year", "quarter", "month", "week", "day", "hour", "minute", "second"].contains(per.unit)
  }

  private func multiple(_ figure: QuantityMention, in sentence: AnnotatedSentence) -> (value: ClaimValue, rule: String) {
    if let direction = change(of: figure, in: sentence) { return (.change(figure.quantity, direction), "multiple of change") }
    let clause = sentence.clause(at: figure.span.start)
    let near = sentence.nearestCue(to: figure.span.range, within: clause, .increase, .decrease, .more, .less)
    if isPerTime(figure.quantity.per), let near {
      return (.rate(figure.quantity, near.entry.kind == .decrease || near.entry.kind == .less ? .down : .up), "multiple per time")
    }
    switch near?.entry.kind {
    case .increase?: return (.change(figure.quantity, .up), "multiple of increase")
    case .decrease?: return (.change(figure.quantity, .down), "multiple of decrease")
    case .more?: return (.ratio(figure.quantity, .up), "multiple of another")
    case .less?: return (.ratio(figure.quantity, .down), "multiple of another")
    default: return (.ratio(figure.quantity, nil), "multiple")
    }
  }

  private func percent(_ figure: QuantityMention, property: String, in sentence: AnnotatedSentence) -> (value: ClaimValue, rule: String) {
    let clause = sentence.clause(at: figure.span.start)
    if property == "probability" || sentence.hasCue(beginningAfter: figure.span.end, reach: 8, .probability) {
      return (.probability(figure.quantity), "probability")
    }
    if let direction = change(of: figure, in: sentence) { return (.change(figure.quantity, direction), "percent of change") }
    if property == "score" || property == "error_rate" { return (.level(figure.quantity), "percent as a score") }
    if let cue = sentence.nearestCue(to: figure.span.range, within: clause, .more, .less),
      cue.range.lowerBound >= figure.span.end || distance(cue.range, figure.span.range) <= 6
    {
      return (.ratio(figure.quantity, cue.entry.kind == .more ? .up : .down), "percent against another")
    }
    if property == "growth" { return (.change(figure.quantity, .up), "growth rate") }
    if property == "other" && cueIsNear(figure, in: sentence) { return (.level(figure.quantity), "a rate of its own") }
    return (.share(figure.quantity), "share")
  }

  /// Whether a property word stands in the figure's clause: 毛利率为30% is a rate of its own, no share.
  private func cueIsNear(_ figure: QuantityMention, in sentence: AnnotatedSentence) -> Bool {
    let clause = sentence.clause(at: figure.span.start)
    return sentence.properties.contains { clause.contains($0.range.lowerBound) && $0.entry.property == "other" }
  }

  /// The direction of a change that `figure` gives: a word of increase or decrease right before it, not followed by "to".
  private func change(of figure: QuantityMention, in sentence: AnnotatedSentence) -> Direction? {
    if figure.kind == .percent, let sign = sign(of: figure) { return sign }
    let clause = sentence.clause(at: figure.span.start)
    let before = sentence.cues.last {
      ($0.entry.kind == .increase || $0.entry.kind == .decrease) && $0.range.upperBound <= figure.span.start
        && figure.span.start - $0.range.upperBound <= 24 && clause.lowerBound <= $0.range.lowerBound
    }
    guard let before else { return trailingChange(of: figure, in: sentence) }
    let between = before.range.upperBound..<figure.span.start
    let isLevelReached = sentence.cues.contains { $0.entry.kind == .reached && between.contains($0.range.lowerBound) }
    let isOther = sentence.quantities.contains { $0.span != figure.span && between.contains($0.span.start) }
    guard !isLevelReached, !isOther else { return nil }
    return before.entry.kind == .increase ? .up : .down
  }

  /// +57%, -3%: a written sign makes a percentage a change.
  private func sign(of figure: QuantityMention) -> Direction? {
    switch view[figure.span.start] {
    case UInt8(ascii: "+"): .up
    case UInt8(ascii: "-"): .down
    default: nil
    }
  }

  /// `23% growth`, `30%的涨幅`: the word of change stands right behind.
  private func trailingChange(of figure: QuantityMention, in sentence: AnnotatedSentence) -> Direction? {
    guard figure.kind == .percent || figure.quantity.unit.dimension == .percentagePoint else { return nil }
    let behind = sentence.cues.first {
      ($0.entry.kind == .increase || $0.entry.kind == .decrease) && $0.range.lowerBound >= figure.span.end
        && $0.range.lowerBound - figure.span.end <= 4
    }
    return behind.map { $0.entry.kind == .increase ? .up : .down }
  }
}
