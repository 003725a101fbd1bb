package import ClaimModel
package import SourceText

/// What became of one figure or date of a document: its claims, or the reason why it gives none.
package struct FigureOutcome: Sendable {
  package enum Decision: Sendable {
    case claims([Claim])
    case left(String)
  }

  /// The figure in the document's text.
  package var span: TextSpan
  /// How it was read.
  package var derivation: Derivation
  package var decision: Decision

  package init(span: TextSpan, derivation: Derivation, decision: Decision) {
    self.span = span
    self.derivation = derivation
    self.decision = decision
  }

  package var claims: [Claim] {
    if case .claims(let claims) = decision { claims } else { [] }
  }
}
