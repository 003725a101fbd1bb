internal import ClaimModel
internal import Knowledge
internal import Normalization
internal import SourceText

/// Runs the examples of the files that convert between scripts and regions: the marked words must become what stands behind =>.
struct ConversionCheck {
  private let fold: MatchingFold
  private let simplified: DocumentConversion
  private let traditional: DocumentConversion
  private let regional: [WritingRegion: DocumentConversion]

  init(knowledge: Knowledge) {
    let forms = WritingForms(knowledge)
    fold = MatchingFold(forms: forms)
    simplified = DocumentConversion(to: ConversionTarget(script: .simplified, region: nil), forms: forms)
    traditional = DocumentConversion(to: ConversionTarget(script: .traditional, region: nil), forms: forms)
    let targets = WritingRegion.allCases.map { region in
      (region, ConversionTarget(script: region == .mainland ? .simplified : .traditional, region: region))
    }
    regional = Dictionary(uniqueKeysWithValues: targets.map { ($0, DocumentConversion(to: $1, forms: forms)) })
  }

  /// The fold must do it, and unless the entry is for matching alone, the conversion too.
  func characterProblem(_ entry: CharacterEntry, _ example: Example) -> String? {
    switch entry.scope {
    case .matching: return problem(example, in: fold(Array(example.text.utf8)))
    case .hk: return regional[.hongKong].flatMap { problem(example, by: $0) }
    case .simplified:
      return problem(example, in: fold(Array(example.text.utf8))) ?? problem(example, by: simplified)
    }
  }

  func traditionalProblem(_ entry: TraditionalEntry, _ example: Example) -> String? { problem(example, by: traditional) }

  /// `tw: 軟體` says what the region makes of the marked word; nothing is marked where the words must stay.
  func regionProblem(_ entry: RegionEntry, _ example: Example) -> String? {
    guard let parts = example.expectation?.split(separator: ":", maxSplits: 1), parts.count == 2,
      let region = WritingRegion(rawValue: String(parts[0])), let conversion = regional[region]
    else { return "does not say a region and its word behind =>, such as `=> tw: 軟體`" }
    var example = example
    example.expectation = parts[1].drop { $0 == " " }.description
    return problem(example, by: conversion)
  }

  private func problem(_ example: Example, by conversion: DocumentConversion) -> String? {
    guard let marked = example.marked, let expected = example.expectation else { return "has no mark or nothing behind =>" }
    let made: Rewriter<DocumentText, DocumentText> = conversion(Array(example.text.utf8))
    let found = made.text.string(made.map.preimage(of: ByteSpan(start: marked.lowerBound, end: marked.upperBound)).range)
    return found == expected ? nil : "becomes '\(found)', not '\(expected)'"
  }

  /// The marked bytes of a text that stays as long as it is.
  private func problem(_ example: Example, in made: [UInt8]) -> String? {
    guard let marked = example.marked, let expected = example.expectation else { return "has no mark or nothing behind =>" }
    let found = made.string(marked)
    return found == expected ? nil : "becomes '\(found)' in the fold, not '\(expected)'"
  }
}
