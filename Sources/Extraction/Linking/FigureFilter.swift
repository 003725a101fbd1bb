internal import ClaimModel
internal import Knowledge
internal import Quantities
internal import SourceText

/// Tells which figures are no claims, by CLAIMS.md's list: time frames, counts of the exposition, bare numbers.
struct FigureFilter {
  let view: [UInt8]

  /// Why `figure` gives no claim; nil where it may.
  func reason(against figure: QuantityMention, property: PropertyLinker.Link?, in sentence: AnnotatedSentence) -> String? {
    if sentence.names.contains(where: { $0.range.lowerBound < figure.numeral.end && figure.numeral.start < $0.range.upperBound }) {
      return "part of a name"
    }
    if isIndefinite(figure) { return "an indefinite one" }
    switch figure.kind {
    case .proportion: return "a proportion"
    case .ordinal: return isRank(figure, in: sentence) ? nil : "an ordinal"
    case .age: return "an age"
    case .number: return bareNumber(figure, property: property)
    case .count: return count(figure, property: property, in: sentence)
    case .duration: return timeFrame(figure, in: sentence) ?? (isVague(figure) && property?.cue == nil ? "an indefinite one" : nil)
    case .multiple: return doubling(in: sentence) ?? (isRound(figure) && property?.cue == nil ? "a figure of speech" : nil)
    case .currency: return isOnePiece(figure) ? "an indefinite one" : nil
    case .percent, .dimension, .temperature: return nil
    }
  }

  /// 一个词元, one token: says that there is such a thing, not how many. Spans of time and money do count.
  private func isIndefinite(_ figure: QuantityMention) -> Bool {
    guard figure.kind == .count || figure.kind == .dimension, figure.quantity.bounds == .exactly(.one), figure.unitSpan != nil else {
      return false
    }
    return view[figure.numeral.start] < 0x30 || view[figure.numeral.start] > 0x39
  }

  /// 几年, 几个月: some time, of no length.
  private func isVague(_ figure: QuantityMention) -> Bool {
    guard case .order(let low, let high) = figure.written.bounds else { return false }
    return low <= ExactDecimal(1) && high <= ExactDecimal(10)
  }

  /// 十倍, 百倍: a lone power of ten in words.
  private func isRound(_ figure: QuantityMention) -> Bool {
    figure.numeral.count == 3 && figure.quantity.unit.dimension == .ratio
      && Self.powers.contains(view.scalar(at: figure.numeral.start).value)
  }

  /// 十百千万.
  private static let powers: Set<UInt32> = [0x5341, 0x767E, 0x5343, 0x4E07]

  /// 一块: one piece, more likely than one 元.
  private func isOnePiece(_ figure: QuantityMention) -> Bool {
    guard figure.quantity.bounds == .exactly(.one), let unit = figure.unitSpan else { return false }
    return view.scalar(at: unit.start).value == 0x5757 && unit.count == 3 && view[figure.numeral.start] >= 0x80
  }

  /// 每两年翻一番: the claim is the period; the doubling itself is what makes it one.
  private func doubling(in sentence: AnnotatedSentence) -> String? {
    let rates = sentence.cues(.rate)
    guard !rates.isEmpty, !sentence.cues(.doubling).isEmpty else { return nil }
    let hasPeriod = sentence.quantities.contains { figure in
      figure.kind == .duration
        && rates.contains { $0.range.upperBound <= figure.span.start && figure.span.start - $0.range.upperBound <= 4 }
    }
    return hasPeriod ? "the doubling of a doubling time" : nil
  }

  private func isRank(_ figure: QuantityMention, in sentence: AnnotatedSentence) -> Bool {
    guard view[figure.numeral.start] < 0x80 || figure.numeral.count > 3 else { return false }
    return !sentence.cues(.rank).isEmpty
  }

  /// A number without a unit needs a property that says what it counts, close by.
  private func bareNumber(_ figure: QuantityMention, property: PropertyLinker.Link?) -> String? {
    guard let property, let cue = property.cue, !isSmallHanNumeral(figure) else { return "a bare number" }
    if property.property == "training_data_size", !isLarge(figure) { return "a bare number" }
    return distance(cue, figure.span.range) <= 40 ? nil : "a bare number"
  }

  /// Ten thousand or more: what training data are counted in.
  private func isLarge(_ figure: QuantityMention) -> Bool {
    switch figure.quantity.bounds {
    case .exactly(let value), .above(let value, _), .below(let value, _), .between(let value, _), .order(let value, _):
      value >= ExactDecimal(10_000)
    }
  }

  private func count(_ figure: QuantityMention, property: PropertyLinker.Link?, in sentence: AnnotatedSentence) -> String? {
    if sentence.hasCue(beginningAfter: figure.span.end, reach: 9, .exposition) { return "a count of the exposition" }
    if let unit = figure.unitSpan, sentence.cues.contains(where: { $0.entry.kind == .exposition && $0.range.overlaps(unit.range) }) {
      return "a count of the exposition"
    }
    let isNamed = figure.quantity.unit.name != "item"
    if isSmallHanNumeral(figure), !isNamed, property?.cue == nil { return "a small count in words" }
    return nil
  }

  /// 三个, 两种: a count below ten, in words, of nothing in particular.
  private func isSmallHanNumeral(_ figure: QuantityMention) -> Bool {
    view[figure.numeral.start] >= 0x80 && figure.numeral.count <= 6
      && {
        switch figure.quantity.bounds {
        case .exactly(let value), .above(let value, _), .below(let value, _): value < ExactDecimal(10)
        case .between(_, let high), .order(_, let high): high <= ExactDecimal(10)
        }
      }()
  }

  /// 自1950年以来, 过去十年, over the past decade: only dates something else.
  private func timeFrame(_ figure: QuantityMention, in sentence: AnnotatedSentence) -> String? {
    if sentence.hasCue(endingBefore: figure.phrase.start, reach: 4, .timeFrame) { return "a time frame" }
    if sentence.hasCue(beginningAfter: figure.phrase.end, reach: 3, .timeFrame) { return "a time frame" }
    return nil
  }
}
