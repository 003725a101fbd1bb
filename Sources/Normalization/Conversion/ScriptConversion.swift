package import ClaimModel
import SourceText

/// Text written anew in a script for reading, and on demand with the words of a region.
///
/// Phrases of the knowledge files go first, the longest at each place; what is between them goes through ICU. All of it is
/// one pass over the source: nothing that was put in is looked at again.
final class ScriptConversion {
  private let target: ConversionTarget
  private let fold: SimplifiedFold
  private let transform: ContextualTransform
  /// What characters become in the target's region when all else is done; each by itself.
  private let variants: CharacterTable?
  /// For lines in another script than the target's.
  private let phrases: PhraseTable
  /// For lines that are in its script as they stand: words of other regions, and those that are in no text of it.
  private let regionalPhrases: PhraseTable

  init(to target: ConversionTarget, forms: WritingForms, fold: SimplifiedFold) {
    self.target = target
    self.fold = fold
    transform = ContextualTransform(target.script == .traditional ? "Hans-Hant" : "Hant-Hans")
    let making = PhraseMaking(target: target, forms: forms, fold: fold)
    variants = making.variants
    phrases = making.phrases
    regionalPhrases = making.regionalPhrases
  }

  /// `text` (UTF-8) converted line by line, with the way back.
  ///
  /// A phrase is one unit of the map; of what ICU converted, each character, where it would become the same alone. Cost:
  /// linear, some 2 million characters a second.
  func callAsFunction<From, To>(_ text: [UInt8]) -> Rewriter<From, To> {
    var rewriter = Rewriter<From, To>()
    let whole = ScriptCount(text, fold: fold)
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.count
      convert(
        text, start..<end, isInTarget: ScriptCount(text, start..<end, fold: fold).isIn(target.script, within: whole), into: &rewriter)
      if end < text.count { rewriter.copy(end..<end + 1, of: text) }
      start = end + 1
    }
    return rewriter
  }

  private func convert<From, To>(_ text: [UInt8], _ line: Range<Int>, isInTarget: Bool, into rewriter: inout Rewriter<From, To>) {
    let table = isInTarget ? regionalPhrases : phrases
    var copied = line.lowerBound
    var position = line.lowerBound
    while position < line.upperBound {
      let (value, width) = text.scalar(at: position)
      guard value >= 0x2E80, let found = table.longest(in: text, at: position, beginningWith: value),
        position + found.length <= line.upperBound
      else {
        position += width
        continue
      }
      convertGap(text, copied..<position, isInTarget: isInTarget, into: &rewriter)
      append(found.result, for: position..<position + found.length, of: text, to: &rewriter)
      position += found.length
      copied = position
    }
    convertGap(text, copied..<line.upperBound, isInTarget: isInTarget, into: &rewriter)
  }

  /// What no phrase covers, through ICU.
  private func convertGap<From, To>(_ text: [UInt8], _ gap: Range<Int>, isInTarget: Bool, into rewriter: inout Rewriter<From, To>) {
    guard !gap.isEmpty else { return }
    let source = Array(text[gap])
    guard !isInTarget, source.contains(where: { $0 >= 0xE2 }) else {
      return appendCharacters(of: source, as: variants.map { $0(source) } ?? source, at: gap.lowerBound, in: text, to: &rewriter)
    }
    for unit in transform(source) {
      let range = gap.lowerBound + unit.source.lowerBound..<gap.lowerBound + unit.source.upperBound
      append(variants.map { $0(unit.result) } ?? unit.result, for: range, of: text, to: &rewriter)
    }
  }

  /// `made`, which is as long as `source`, character by character.
  private func appendCharacters<From, To>(
    of source: [UInt8], as made: [UInt8], at offset: Int, in text: [UInt8], to rewriter: inout Rewriter<From, To>
  ) {
    var copied = 0
    var position = 0
    while position < source.count {
      let width = source.scalar(at: position).width
      if source[position..<position + width] != made[position..<position + width] {
        rewriter.copy(offset + copied..<offset + position, of: text)
        rewriter.replace(offset + position..<offset + position + width, with: made[position..<position + width])
        copied = position + width
      }
      position += width
    }
    rewriter.copy(offset + copied..<offset + source.count, of: text)
  }

  private func append<From, To>(_ made: [UInt8], for range: Range<Int>, of text: [UInt8], to rewriter: inout Rewriter<From, To>) {
    if text[range].elementsEqual(made) { rewriter.copy(range, of: text) } else { rewriter.replace(range, with: made) }
  }
}

/// What a text is converted to.
package struct ConversionTarget: Hashable, Sendable {
  /// Simplified or Traditional.
  package let script: Script
  /// Whose words are put in; nil: the words stay.
  package let region: WritingRegion?

  package init(script: Script, region: WritingRegion?) {
    self.script = script
    self.region = region
  }
}
