internal import ClaimModel
internal import Knowledge
internal import SourceText

/// Reads the unit, the classifier or the counted noun behind a numeral.
struct UnitReader {
  let source: Source

  /// The unit that belongs to `numeral`, whose words end at `end`; nil where it stands alone.
  func read(after numeral: Numeral, at end: Int) -> UnitMatch? {
    if numeral.impliesMeter { return UnitMatch(name: "meter", base: Unit(name: "meter", dimension: .length), range: end..<end) }
    switch numeral.form {
    case .percent: return UnitMatch(name: "percent", base: .ratio, factor: Self.hundredth, range: end..<end)
    case .multiple: return UnitMatch(name: "fold", base: .ratio, range: end..<end)
    case .ordinal: return ordinal(at: end)
    case .fraction:
      return lexical(after: numeral, at: end).flatMap { $0.usage == .measure || $0.usage == .currency ? $0 : nil } ?? part(of: end)
    case .cardinal: return lexical(after: numeral, at: end) ?? openNoun(after: numeral, at: end)
    }
  }

  private static let hundredth = ExactDecimal("0.01") ?? .one

  /// A fraction without a unit is a part of a whole.
  private func part(of end: Int) -> UnitMatch {
    UnitMatch(name: "", base: .ratio, range: end..<end)
  }

  private func ordinal(at end: Int) -> UnitMatch {
    var match = UnitMatch(name: "ordinal", base: .ordinal, range: end..<end)
    if let counter = entry(at: end, afterDigits: true), counter.entry.usage == .classifier || counter.entry.base.name == "person" {
      match.range = counter.range
      match.spanEnd = counter.range.upperBound
    }
    return match
  }

  private func lexical(after numeral: Numeral, at end: Int) -> UnitMatch? {
    var start = pastModifier(at: pastOf(numeral, at: source.skippingGap(at: end)))
    if source.byte(at: end) == UInt8(ascii: "-"), isLetter(source.byte(at: end + 1)) { start = end + 1 }
    if let age = ageBehindDash(at: end) { start = age }
    guard var found = entry(at: start, afterDigits: start == end) else {
      return power(at: start, afterDigits: start == end) ?? marked(after: numeral, at: end)
    }
    // m/s^2: the square is of the second alone.
    if found.entry.base.dimension == .speed, exponent(at: found.range.upperBound) != nil,
      let short = symbol(at: start, afterDigits: start == end, of: .length)
    {
      found = short
    }
    if source.byte(at: start) == UInt8(ascii: "$"), inFormula(numeral) || opensNext(at: start + 1) { return nil }
    if let weight = weighed(found, numeral) { return weight }
    if found.entry.base.dimension == .length, let power = power(at: start, afterDigits: start == end) { return power }
    if isCode(found.range) || isHour(numeral, found) { return nil }
    if start > end, source.byte(at: end) == 0x0A, found.entry.usage != .classifier, !isHan(source.character(at: start)) { return nil }
    if found.entry.usage == .classifier { return counted(by: found, at: found.range.upperBound) }
    var match = UnitMatch(found.entry, range: found.range)
    // 384 A100 GPUs: a product's name is no noun of the span.
    if found.entry.usage == .noun, start > end, found.range.contains(where: { isDigit(source.byte(at: $0)) }) { match.spanEnd = end }
    if found.entry.name == "discount", numeral.amount.low >= ExactDecimal(10) { match.factor = Self.hundredth }
    if found.entry.usage == .currency, let second = secondCurrency(of: match) { match.spanEnd = second }
    return match
  }

  /// 28 ⟦ - year - old⟧: an age whose hyphens stand apart.
  private func ageBehindDash(at end: Int) -> Int? {
    guard source.has(" - ", at: end), entry(at: end + 3, afterDigits: false)?.entry.base.dimension == .age else { return nil }
    return end + 3
  }

  /// Whether the figure behind a dollar sign is its own: $ 30, but not the $ of "10 $ 30 cents".
  private func opensNext(at offset: Int) -> Bool {
    let start = source.skippingSpace(at: offset)
    guard isDigit(source.byte(at: start)) else { return false }
    let next = source.digitsEnd(at: start) + 1
    return !source.hasWord("cents", at: next) && !source.hasWord("cent", at: next)
  }

  /// 5 to ⟦6 pm⟧: an hour, where picometers would have decimals.
  private func isHour(_ numeral: Numeral, _ unit: Lexicon<UnitEntry>.Match) -> Bool {
    guard unit.range.count == 2, unit.entry.name == "picometer" || unit.entry.name == "attometer" else { return false }
    return numeral.isPlainDigits && numeral.amount.low <= ExactDecimal(12)
  }

  /// 24703 L-202: a letter that a hyphen and digits follow is no unit.
  private func isCode(_ range: Range<Int>) -> Bool {
    range.count == 1 && isUpper(source.byte(at: range.lowerBound)) && source.byte(at: range.upperBound) == UInt8(ascii: "-")
      && isDigit(source.byte(at: range.upperBound + 1))
  }

  /// Whether a dollar sign behind `numeral` closes a formula that another one opened: $T=0$.
  private func inFormula(_ numeral: Numeral) -> Bool {
    if numeral.rules.contains("power") { return true }
    let start = numeral.range.lowerBound
    for offset in 1...40 where source.byte(at: start - offset) == UInt8(ascii: "$") || source.byte(at: start - offset) == 0x0A {
      return source.byte(at: start - offset) == UInt8(ascii: "$")
    }
    return false
  }

  /// Past `of` behind an order of magnitude: tens of billions of parameters.
  func pastOf(_ numeral: Numeral, at offset: Int) -> Int {
    if numeral.form == .fraction, numeral.writing == .english, let unit = pastPart(at: offset) { return unit }
    guard numeral.writing == .english, numeral.amount.shape == .order, source.hasWord("of", at: offset), source.byte(at: offset + 2) == 0x20
    else { return offset }
    return offset + 3
  }

  /// Past `of a` behind a fraction, where a measure follows: two thirds ⟦of a⟧ mile.
  private func pastPart(at offset: Int) -> Int? {
    guard source.hasWord("of", at: offset) else { return nil }
    var next = offset + 3
    for word in ["a", "an", "one", "1"] where source.hasWord(word, at: next) {
      next += word.utf8.count + 1
      break
    }
    guard let unit = entry(at: next, afterDigits: false)?.entry, unit.usage == .measure,
      unit.base.dimension != .ratio || unit.name == "percent"
    else { return nil }
    return next
  }

  /// Past `more`, `additional` and their like: 2 more minutes.
  private func pastModifier(at offset: Int) -> Int {
    for word in ["more", "additional", "extra", "fewer", "less", "other"] where source.hasWord(word, at: offset) {
      let next = offset + word.utf8.count + 1
      return source.byte(at: next - 1) == 0x20 && entry(at: next, afterDigits: false) != nil ? next : offset
    }
    return offset
  }

  /// 亿元人民币: a second name of the same currency.
  private func secondCurrency(of match: UnitMatch) -> Int? {
    guard source.byte(at: match.range.upperBound) >= 0xE4, let next = entry(at: match.range.upperBound, afterDigits: false) else {
      return nil
    }
    guard next.entry.usage == .currency, next.entry.base == match.base, next.entry.factor == match.factor else { return nil }
    return next.range.upperBound
  }

  /// The longest entry at `offset` whose words are not the beginning of other words.
  func entry(at offset: Int, afterDigits: Bool) -> Lexicon<UnitEntry>.Match? {
    guard let longest = source.vocabulary.units.longest(in: source, at: offset, afterDigits: afterDigits) else { return nil }
    if !source.asked.isEmpty, let asked = asked(at: offset, afterDigits: afterDigits), asked.range == longest.range { return asked }
    if stands(longest) { return longest }
    return source.vocabulary.units.all(in: source, at: offset, afterDigits: afterDigits).last { stands($0) }
  }

  /// The meaning that a word at `offset` has for whoever looks for its kind of figures.
  private func asked(at offset: Int, afterDigits: Bool) -> Lexicon<UnitEntry>.Match? {
    source.vocabulary.units.all(in: source, at: offset, afterDigits: afterDigits).last { $0.entry.isAskedFor && stands($0) }
  }

  private func stands(_ match: Lexicon<UnitEntry>.Match) -> Bool {
    switch match.entry.context {
    case .any: break
    case .chinese: guard source.isChinese else { return false }
    case .english: guard !source.isChinese else { return false }
    }
    if match.entry.isAskedFor, !source.asked.contains(UnitMatch(match.entry, range: match.range).kind) { return false }
    if !match.entry.near.isEmpty, !isNear(match.entry.near, before: match.range.lowerBound) { return false }
    return !match.entry.notBefore.contains { source.has($0, at: match.range.upperBound) }
  }

  /// Whether one of `words` stands in the same clause, at most 20 characters before `offset`.
  private func isNear(_ words: [String], before offset: Int) -> Bool {
    var position = offset
    for _ in 0..<20 {
      guard position > 0 else { return false }
      position = source.previous(position)
      switch source.character(at: position) {
      case "，", "。", ",", ";", "；", "\n", "！", "？": return false
      default: if words.contains(where: { source.has($0, at: position) }) { return true }
      }
    }
    return false
  }

  /// What a classifier counts: 个数据点, 张A100, 条英文对话. Nouns that are measures of their own belong to the span.
  private func counted(by classifier: Lexicon<UnitEntry>.Match, at end: Int) -> UnitMatch {
    var match = UnitMatch(classifier.entry, range: classifier.range)
    let start = source.skippingSpace(at: end)
    guard var noun = entry(at: start, afterDigits: false), noun.entry.usage == .noun || isMeasured(noun, behind: classifier) else {
      return match
    }
    // Of A100服务器 the last noun is counted.
    if let head = entry(at: source.skippingSpace(at: noun.range.upperBound), afterDigits: true), head.entry.name == "server" { noun = head }
    match.name = noun.entry.name
    match.base = noun.entry.base
    match.factor = noun.entry.factor
    match.divisor = noun.entry.divisor
    match.per = noun.entry.per
    match.range = classifier.range.lowerBound..<noun.range.upperBound
    if noun.entry.base.dimension != .count { match.spanEnd = noun.range.upperBound }
    return match
  }

  /// 六个⟦加仑⟧, 两个⟦百分点⟧: a measure of two characters or more, right behind 个.
  private func isMeasured(_ measure: Lexicon<UnitEntry>.Match, behind classifier: Lexicon<UnitEntry>.Match) -> Bool {
    measure.entry.name == "percentage_point"
      || measure.entry.usage == .measure && measure.range.count >= 6 && isHan(source.character(at: measure.range.lowerBound))
        && source.has("个", at: classifier.range.lowerBound) && classifier.range.upperBound == measure.range.lowerBound
  }
}
