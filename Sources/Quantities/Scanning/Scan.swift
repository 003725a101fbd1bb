internal import ClaimModel
internal import Knowledge
internal import SourceText

/// One pass over a text from left to right, which sorts every numeral into quantities, periods and what is left alone.
struct Scan {
  let text: FoldedText
  let source: Source
  let numerals: NumeralReader
  let combiner: QuantityCombiner
  let periods: PeriodReader
  let codes: CodeReader
  /// Only where the text is asked for its times.
  let times: TimeReader?
  var reading = Reading()
  var position = 0
  /// End of what was sorted last: nothing before it is taken again.
  private var floor = 0
  /// The quantity that was sorted last, where it is a bound.
  private var last: QuantityCombiner.Combined?

  init(
    text: FoldedText, vocabulary: Vocabulary, reference: CalendarDay?, asked: Set<QuantityKind>, question: TimeQuestion?
  ) {
    self.text = text
    let source = Source(bytes: text.bytes, vocabulary: vocabulary, asked: asked)
    let numerals = NumeralReader(source: source)
    let periods = PeriodReader(source: source, reference: reference)
    self.source = source
    self.numerals = numerals
    self.periods = periods
    combiner = QuantityCombiner(source: source, numerals: numerals)
    codes = CodeReader(source: source)
    times = question.map { TimeReader(source: source, numerals: numerals, periods: periods, lengthsFirst: $0 == .lengths) }
  }

  mutating func run() {
    while position < source.count {
      let byte = source.bytes[position]
      if isDigit(byte) {
        readDigits()
      } else if isLetter(byte) {
        readWord()
      } else if byte >= 0xC2 {
        if times == nil, (0xE0..<0xF0).contains(byte), !source.vocabulary.openers.contains(characterOf: source.bytes, at: position) {
          position += 3
        } else {
          readCharacter()
        }
      } else if byte == UInt8(ascii: "."), isDigit(source.byte(at: position + 1)), !isWordByte(source.byte(at: position - 1)) {
        readDigits()
      } else if byte != UInt8(ascii: ">") && byte != UInt8(ascii: "<") || !takeTime() {
        position += 1
      }
    }
  }

  // MARK: What may begin here

  private mutating func readDigits() {
    if takeTime() { return }
    if let code = codes.digits(at: position, floor: floor) { return leave(code.range, code.reason) }
    if takePeriod() { return }
    if let code = codes.plainCode(at: position, floor: floor) { return leave(code.range, code.reason) }
    if let exception = exception() { return leave(exception.range, exception.reason) }
    if !takeNumeral() { position = source.digitsEnd(at: position + 1) }
  }

  private mutating func readWord() {
    if position > 0, isWordByte(source.bytes[position - 1]) {
      position = source.lettersEnd(at: position)
      return
    }
    if takeTime() || takePeriod() { return }
    if let code = codes.word(at: position) {
      guard code.isSilent else { return leave(code.range, code.reason) }
      position = code.range.upperBound
      return
    }
    if let exception = exception() { return leave(exception.range, exception.reason) }
    if !takeNumeral() { position = source.lettersEnd(at: position) }
  }

  private mutating func readCharacter() {
    if takeTime() || takePeriod() { return }
    guard numerals.mayBegin(at: position), beginsNumeral() else {
      position = source.next(position)
      return
    }
    // The sign of the figure behind it, no zero.
    if source.has("零下", at: position) {
      position += 6
      return
    }
    if let exception = exception() { return leave(exception.range, exception.reason) }
    if !takeNumeral() { position = source.next(position) }
  }

  /// Whether the character at the position can begin a numeral: the quick test that spares the look-ups.
  private func beginsNumeral() -> Bool {
    let character = source.character(at: position)
    if ChineseSign(character) != nil { return true }
    switch character {
    case "第", "参", "俩", "米", "半", "数", "上", "翻", "减", "对", "½", "¼", "¾", "⅓", "⅔", "⅕", "⅛": return true
    default: return source.vocabulary.chineseMultipliers.longest(in: source, at: position) != nil
    }
  }

  // MARK: Sorting

  mutating func leave(_ range: Range<Int>, _ reason: String) {
    reading.leftAlone.append(LeftAlone(span: text.source(range), reason: reason))
    skip(to: range.upperBound)
  }

  mutating func skip(to end: Int) {
    position = max(end, position + 1)
    floor = position
  }

  private mutating func takePeriod() -> Bool {
    guard times == nil, !source.asksForNumbersAlone, let found = periods.read(at: position, floor: floor) else { return false }
    switch found {
    case .period(let period):
      let start = max(period.range.lowerBound, floor)
      append([period.calendar], at: start..<period.range.upperBound, isRelative: period.isRelative, rule: period.rule)
      skip(to: period.range.upperBound)
    case .unresolved(let range):
      leave(range, "a period without a year")
    }
    return true
  }

  /// An idiom or name of the exception list that covers the numeral at the position.
  private func exception() -> (range: Range<Int>, reason: String)? {
    var start = position
    for _ in 0..<5 {
      for match in source.vocabulary.exceptions.all(in: source, at: start, afterDigits: false).reversed()
      where match.range.upperBound > position && stands(match) {
        return (start..<match.range.upperBound, match.entry.reason)
      }
      guard start > floor else { return nil }
      start = source.previous(start)
    }
    return nil
  }

  private func stands(_ match: Lexicon<ExceptionEntry>.Match) -> Bool {
    !match.entry.notBefore.contains { source.has($0, at: match.range.upperBound) }
      && !match.entry.notAfter.contains { source.has($0, at: match.range.lowerBound - $0.utf8.count) }
  }

  private mutating func takeNumeral() -> Bool {
    guard let found = numerals.read(at: position) else { return false }
    switch found {
    case .refused(let range, let reason):
      leave(range, reason)
    case .numeral(let numeral):
      guard let combined = combiner.combine(numeral, floor: floor) else {
        leave(numeral.range, "more digits than a figure has")
        return true
      }
      sort(combined)
    }
    return true
  }

  private mutating func sort(_ combined: QuantityCombiner.Combined) {
    if let ago = periods.ago(combined, floor: floor) {
      append([ago.calendar], at: ago.range, isRelative: true, rule: ago.rule)
      return skip(to: ago.range.upperBound)
    }
    if let reason = NumeralDoubts(source: source).reason(against: combined, floor: floor) {
      return leave(combined.numeralRange.lowerBound..<max(combined.numeral.range.upperBound, combined.span.upperBound), reason)
    }
    if let code = codes.glued(to: combined) { return leave(code.range, code.reason) }
    var combined = combined
    if let last, let pair = BoundPair(source: source).joined(last, combined) {
      reading.quantities.removeLast()
      combined = pair
    }
    last = BoundPair.mayBegin(combined) ? combined : nil
    let unit = combined.unit
    reading.quantities.append(
      QuantityMention(
        span: text.source(combined.span), phrase: text.source(combined.phrase), numeral: text.source(combined.numeralRange),
        unitSpan: combined.unitRange.map { text.source($0) }, quantity: combined.quantity,
        written: WrittenQuantity(bounds: combined.written, unit: unit?.name ?? "", per: combined.writtenPer),
        kind: combined.numeral.form == .ordinal ? .ordinal : unit.map(\.kind) ?? .number,
        rules: combined.rules))
    skip(to: max(combined.phrase.upperBound, combined.span.upperBound, combined.consumedEnd))
  }
}
