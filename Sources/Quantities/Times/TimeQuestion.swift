/// What of time is asked for, where nothing else is.
package enum TimeQuestion: Hashable, Sendable {
  /// Dates, stretches and lengths of time.
  case times
  /// Lengths alone: 10月 is ten months.
  case lengths

  /// The question that kinds of figures make, as records name them; nil where others are among them, or none.
  package init?(kinds: Set<String>) {
    guard !kinds.isEmpty, kinds.isSubset(of: Self.kinds) else { return nil }
    self = kinds == ["duration"] ? .lengths : .times
  }

  private static let kinds: Set = [
    "date", "daterange", "datetime", "datetimerange", "datetimealt", "time", "timerange", "timezone", "set", "holiday", "duration",
  ]
}
