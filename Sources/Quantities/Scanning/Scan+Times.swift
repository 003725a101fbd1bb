internal import ClaimModel

/// What a scan does with periods and times.
extension Scan {
  /// A date, stretch or length of time, where the text is asked for them.
  mutating func takeTime() -> Bool {
    guard let found = times?.read(at: position) else { return false }
    switch found {
    case .time(let time):
      append(time.choices, at: time.range, anchor: time.anchor, isRelative: time.isRelative, rule: time.rule)
      skip(to: time.range.upperBound)
    case .length(let length):
      guard let mention = length.mention(text) else { return false }
      reading.quantities.append(mention)
      skip(to: length.range.upperBound)
    case .leftAlone(let range): leave(range, "a time that comes again and again")
    }
    return true
  }

  mutating func append(
    _ choices: [CalendarPeriod], at range: Range<Int>, anchor: String? = nil, isRelative: Bool, rule: String
  ) {
    guard let first = choices.first else { return }
    var mention = PeriodMention(
      span: text.source(range), edtf: first.edtf, firstDay: first.firstDay?.description, dayAfter: first.dayAfter?.description,
      isRelative: isRelative, derivation: Derivation(rule))
    mention.anchor = anchor
    mention.alternatives = choices.dropFirst().map { .init(firstDay: $0.firstDay?.description, dayAfter: $0.dayAfter?.description) }
    reading.periods.append(mention)
  }
}
