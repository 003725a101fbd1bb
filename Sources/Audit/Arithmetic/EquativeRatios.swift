internal import ClaimModel
internal import Knowledge
internal import Quantities
internal import SourceText

/// Reads "…有2800亿个参数，是Chinchilla的4倍" and "…, 3 times as much as BLOOM": how many times another subject's figure the one
/// just given is. The page has to give the other subject one figure of the same property.
struct EquativeRatios {
  let passage: Passage
  let words: ArithmeticWords

  /// What a figure is of, with the name in lower case.
  private struct Meaning: Hashable {
    var name: String
    var property: String
    var unit: String
  }

  /// The longest name that is looked for, in bytes.
  private static let longestName = 60

  func relations(_ figures: [Figure]) -> [Relation] {
    let given = baselines(figures)
    return figures.indices.compactMap { index in
      let result = figures[index]
      guard result.kind == .multiple else { return nil }
      if let claimed = claimed(result, given) { return claimed }
      guard index > 0, let number = passage.sentence(at: result.span.start) else { return nil }
      let sentence = passage.sentences[number]
      let own = figures[index - 1]
      guard sentence.contains(own.span.start), own.span.end <= result.span.start, let claim = own.level else { return nil }
      for name in namesBefore(result, own) + namesBehind(result, own, in: sentence) where name != claim.subject?.name.lowercased() {
        let meaning = Meaning(name: name, property: claim.property, unit: claim.value.quantity.unit.name)
        guard let baseline = given[meaning]?.only, let range = baseline.inputRange, let quotient = own.inputRange?.divided(by: range) else {
          continue
        }
        return Relation(kind: .ratio, result: result, inputs: [own, baseline], expected: [quotient], isCertain: true)
      }
      return nil
    }
  }

  /// GPT-3的用电量约为BLOOM的3倍: a claim that says itself what is compared, where the page gives each side one figure.
  private func claimed(_ result: Figure, _ given: [Meaning: Baseline]) -> Relation? {
    guard let claim = result.claims.first, result.claims.count == 1, case .ratio = claim.value, let subject = claim.subject,
      let other = claim.of
    else { return nil }
    let sides = [subject.name, other.name].map { name in
      given.filter { $0.key.name == name.lowercased() && $0.key.property == claim.property }
    }
    guard let own = sides[0].first, sides[0].count == 1,
      let baseline = sides[1][Meaning(name: other.name.lowercased(), property: claim.property, unit: own.key.unit)],
      let figure = own.value.only, let base = baseline.only, let range = base.inputRange,
      let quotient = figure.inputRange?.divided(by: range)
    else { return nil }
    return Relation(kind: .ratio, result: result, inputs: [figure, base], expected: [quotient], isCertain: true)
  }

  private struct Baseline {
    /// Nil where the page gives several that differ.
    var only: Figure?
  }

  private func baselines(_ figures: [Figure]) -> [Meaning: Baseline] {
    var given: [Meaning: Baseline] = [:]
    for figure in figures {
      guard let claim = figure.level, let name = claim.subject?.name, name.utf8.count >= 3 else { continue }
      let meaning = Meaning(name: name.lowercased(), property: claim.property, unit: claim.value.quantity.unit.name)
      guard let known = given[meaning] else {
        given[meaning] = Baseline(only: figure)
        continue
      }
      if known.only?.inputRange != figure.inputRange { given[meaning] = Baseline(only: nil) }
    }
    return given
  }

  /// A new clause of nothing but 是, the name and 的 leads to the multiple.
  private func namesBefore(_ result: Figure, _ own: Figure) -> [String] {
    var gap = own.span.end..<result.span.start
    drop(words[.roughly], from: &gap)
    guard drop(words[.possessive], from: &gap), !gap.isEmpty else { return [] }
    return (max(gap.lowerBound, gap.upperBound - Self.longestName)..<gap.upperBound).compactMap { start in
      var ahead = gap.lowerBound..<start
      guard drop(words[.copula], from: &ahead) else { return nil }
      drop(words[.roughly], from: &ahead)
      return drop(words[.clauseBreak], from: &ahead) ? name(in: start..<gap.upperBound) : nil
    }
  }

  /// The multiple opens a clause, and "as much as" and the name follow it.
  private func namesBehind(_ result: Figure, _ own: Figure, in sentence: Range<Int>) -> [String] {
    var gap = own.span.end..<result.span.start
    drop(words[.roughly], from: &gap)
    guard drop(words[.clauseBreak], from: &gap), !passage.view[gap].contains(UInt8(ascii: ",")) else { return [] }
    let finder = WordFinder(view: passage.view)
    let at = min(result.span.end + 1, sentence.upperBound)
    guard let words = words[.asMuchAs].first(where: { at + $0.count < sentence.upperBound && finder.matches($0, at: at) }) else {
      return []
    }
    let start = at + words.count + 1
    let ends = start..<min(start + Self.longestName, sentence.upperBound)
    return ends.filter { !passage.view.isASCIIWordCharacter(at: $0) }.map { name(in: start..<$0) }
  }

  private func name(in range: Range<Int>) -> String {
    String(decoding: passage.view[range], as: UTF8.self).lowercased()
  }

  /// Takes one of `words`, and the spaces around it, from the end of `range`; false where none is there.
  @discardableResult
  private func drop(_ words: [[UInt8]], from range: inout Range<Int>) -> Bool {
    func dropSpaces() {
      while passage.view[range].last == 0x20 { range = range.lowerBound..<range.upperBound - 1 }
    }
    dropSpaces()
    guard let word = words.first(where: { passage.view[range].suffix($0.count) == $0[...] }) else { return false }
    range = range.lowerBound..<range.upperBound - word.count
    dropSpaces()
    return true
  }
}
