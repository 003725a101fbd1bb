internal import ArgumentParser
internal import ClaimModel
internal import ClaimPipeline
internal import Knowledge

/// The script and the region's words that a text is converted to.
struct ConversionOptions: ParsableArguments {
  enum Target: String, ExpressibleByArgument, CaseIterable {
    case hans, hant
  }

  enum Region: String, ExpressibleByArgument, CaseIterable {
    case cn, tw, hk
  }

  @Option(name: .customLong("to"), help: "Converts for reading, to Simplified (hans) or Traditional (hant).")
  var target: Target?

  @Option(help: "With --to: puts in the words of the mainland (cn), Taiwan (tw) or Hong Kong (hk).")
  var region: Region?

  func validate() throws {
    if region != nil, target == nil { throw ValidationError("--region goes with --to; add --to hans or --to hant") }
  }

  /// What converts; it does nothing where nothing is asked for.
  func conversion(knowledge: Knowledge) -> PageConversion {
    PageConversion(to: target.map { $0 == .hans ? .simplified : .traditional }, region: region?.rawValue, knowledge: knowledge)
  }
}
