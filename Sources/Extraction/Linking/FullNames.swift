internal import ClaimModel

/// What the short forms of a document's names stand for: Mark I for Perceptron Mark I.
struct FullNames {
  private var full: [String: NameMention] = [:]

  /// Notes the last words of every name of three words or more as its short form.
  mutating func note(_ names: [NameMention]) {
    for name in names {
      let words = name.canonical.split(separator: " ")
      guard words.count >= 3 else { continue }
      let short = words.dropFirst().joined(separator: " ")
      if full[short] == nil { full[short] = name }
    }
  }

  /// `subject` by its full name, where that was there before.
  func resolved(_ subject: Subject) -> Subject {
    guard let name = full[subject.canonical] else { return subject }
    var subject = subject
    subject.name = name.name
    subject.canonical = name.canonical
    subject.kind = name.kind
    return subject
  }
}
