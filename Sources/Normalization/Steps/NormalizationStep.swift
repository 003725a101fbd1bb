/// What normalization does to a text, in the order in which it is done.
package enum NormalizationStep: String, CaseIterable, Sendable {
  /// Glosses removed, shifted spans decoded.
  case repair
  /// Text that was read in a charset it was not written in, read in the right one.
  case mojibake
  /// Character references left as they were written (`&amp;lt;`), once or twice escaped.
  case entities
  /// Soft hyphens, zero-width characters and controls of direction left out.
  case invisible
  /// Ligatures, letters with separate accents, compatibility ideographs and radicals, vertical signs, styled letters and digits
  /// in their usual form.
  case forms
  /// Full-width letters, digits and signs as ASCII.
  case width
}

package typealias NormalizationSteps = Set<NormalizationStep>

extension NormalizationSteps {
  package static let all = NormalizationSteps(NormalizationStep.allCases)
}
