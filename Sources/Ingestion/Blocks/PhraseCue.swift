package import ClaimModel

/// A phrase that marks a block as boilerplate, and of which kind.
package struct PhraseCue: Hashable, Sendable {
  /// Where in a block the phrase has to stand. White space, brackets and bullets in front do not count.
  package enum Position: String, Hashable, Sendable, CaseIterable {
    /// At the start.
    case start
    /// Anywhere in a short block.
    case contains
    /// The whole block.
    case whole
  }

  /// In Simplified characters and lower case.
  package var text: String
  package var reason: BoilerplateReason
  package var position: Position

  package init(text: String, reason: BoilerplateReason, position: Position) {
    self.text = text
    self.reason = reason
    self.position = position
  }
}
