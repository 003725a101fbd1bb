internal import ClaimModel
internal import Knowledge

/// Tells whether a sentence asserts its figures or forecasts, supposes, denies or only reports them.
enum ModalityRule {
  static func modality(of sentence: AnnotatedSentence, attribution: Attribution?) -> Modality {
    if !sentence.cues(.hypothetical).isEmpty { return .hypothetical }
    if !sentence.cues(.forecast).isEmpty { return .forecast }
    if !sentence.cues(.denied).isEmpty { return .denied }
    return attribution == nil ? .asserted : .reported
  }
}
