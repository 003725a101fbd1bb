internal import ClaimModel
internal import SourceText

/// What an example says of a claim: words that must all be true of it, and `source NAME` or `subject NAME` at the end.
struct ClaimExpectation {
  private var words: [Substring]
  private var source: String?
  private var subject: String?

  /// Reads `funding subject OpenAI`, `rate doubling_time up`, `date release_date`.
  init(_ text: String) {
    words = text.split(separator: " ")
    if let index = words.firstIndex(of: "source") {
      source = words[(index + 1)...].joined(separator: " ")
      words = Array(words[..<index])
    } else if let index = words.firstIndex(of: "subject") {
      subject = words[(index + 1)...].joined(separator: " ")
      words = Array(words[..<index])
    }
  }

  func isMet(by claim: Claim) -> Bool {
    let facts: [String] = [
      claim.value.kindName, claim.property, claim.value.direction?.rawValue ?? "", claim.modality.rawValue, claim.value.quantity.unit.name,
    ]
    guard words.allSatisfy({ facts.contains(String($0)) }) else { return false }
    if let source, (claim.attribution?.name ?? "none") != source { return false }
    if let subject, claim.subject?.name != subject { return false }
    return true
  }
}

extension Claim {
  /// The claim in a few words, for messages.
  var summary: String {
    let figure = "\(value.kindName) \(property) \(value.direction?.rawValue ?? "")"
    return "\(figure) subject \(subject?.name ?? "none") source \(attribution?.name ?? "none") \(modality.rawValue)"
  }
}
