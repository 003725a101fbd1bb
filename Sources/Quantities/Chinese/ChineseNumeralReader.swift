internal import Knowledge
internal import SourceText

/// Reads Chinese numerals: 一万五千亿, 3万5千, 两三百, 数十亿, 三十多万, 二〇二三, 三点五亿.
struct ChineseNumeralReader {
  let source: Source

  /// The numeral that begins with the character at `start`.
  func read(at start: Int) -> NumeralReading? {
    var position = start
    var assembly = ChineseAssembly()
    if let head = head(at: start) {
      position = head.end
      if let amount = head.amount { assembly.take(amount, digits: 1, isColloquial: false) }
    }
    return finish(&assembly, from: start, at: position)
  }

  /// What a figure becomes with the Chinese words behind it: 1.2亿, 3万5, 30多万. Nil where none are there.
  func read(after figure: Numeral) -> NumeralReading? {
    guard figure.writing == .figures, figure.form == .cardinal else { return nil }
    let next = source.skippingGap(at: figure.range.upperBound)
    guard source.byte(at: next) >= 0xE4, beginsWord(at: next, isApart: next > figure.range.upperBound) else { return nil }
    var assembly = ChineseAssembly()
    assembly.take(figure.amount, digits: figure.significantDigits, isColloquial: false)
    return finish(&assembly, from: figure.range.lowerBound, at: next)
  }

  /// Whether a word that extends a figure stands at `offset`.
  private func beginsWord(at offset: Int, isApart: Bool) -> Bool {
    if unitStands(at: offset) { return false }
    if let sign = ChineseSign(source.character(at: offset)) {
      if case .power = sign { return !isApart }
      return false
    }
    if multiplier(at: offset) != nil { return true }
    return looseShape(at: offset) != nil && (!isApart || source.byte(at: offset - 1) == 0x0A)
  }

  /// 数十, 几百, 上千: a word that stands for the digit. The amount is nil where the power word speaks for itself.
  private func head(at offset: Int) -> (amount: Amount?, end: Int)? {
    let character = source.character(at: offset)
    let next = source.next(offset)
    guard character == "数" || character == "上" else { return nil }
    // 海滩上拾取: the signs of accounting begin no such word.
    guard isPower(at: next), !["拾", "佰", "仟"].contains(source.character(at: next)) else { return nil }
    return character == "数" ? (Self.few, next) : (nil, next)
  }

  private static let few = Amount(low: .one, high: ExactDecimal(10), shape: .order)

  private func isPower(at offset: Int) -> Bool {
    if case .power = ChineseSign(source.character(at: offset)) { return true }
    return multiplier(at: offset) != nil
  }

  /// A Chinese multiplier word (万, 亿, 兆) at `offset`.
  private func multiplier(at offset: Int) -> (power: Int, end: Int)? {
    guard source.byte(at: offset) >= 0xE4 else { return nil }
    guard let match = source.vocabulary.chineseMultipliers.longest(in: source, at: offset) else { return nil }
    return (match.entry.power, match.range.upperBound)
  }

  /// Whether a unit of more than one character begins at `offset`, so that its first character is no power word: 千瓦, 兆字节.
  private func unitStands(at offset: Int) -> Bool {
    let character = source.character(at: offset)
    guard character == "千" || character == "兆" || character == "百" || character == "万" else { return false }
    guard let match = source.vocabulary.units.longest(in: source, at: offset) else { return false }
    return match.range.count > 3
  }

  /// Reads on from `start` until no further word belongs to the numeral.
  private func finish(_ assembly: inout ChineseAssembly, from start: Int, at first: Int) -> NumeralReading? {
    var position = first
    while let next = step(&assembly, at: position) { position = next }
    if assembly.isTooLarge { return .refused(start..<position, reason: "more digits than a figure has") }
    guard !assembly.isEmpty else { return nil }
    if assembly.pendingIsColloquial, isColloquialEnd(position) { assembly.resolveColloquial() }
    guard let amount = assembly.total else { return .refused(start..<position, reason: "more digits than a figure has") }
    var numeral = Numeral(
      range: start..<position, amount: amount, significantDigits: max(assembly.digits, 1), writing: .chinese, rules: ["Chinese numeral"])
    numeral.hasMultiplier = assembly.hasMyriad
    numeral.trailingPower = assembly.trailingPower
    if source.character(at: start) == "上", first > start {
      numeral.amount.shape = .above
      numeral.rules.append("上: at least the power")
    } else if !assembly.hasDigit {
      numeral.isBareScale = true
      numeral.amount.high = amount.low.scaled(byPowerOfTen: 1) ?? amount.high
      if amount.shape == .exact { numeral.amount.shape = .order }
      numeral.rules.append("bare scale word")
    }
    return .numeral(numeral)
  }

  /// A digit is colloquial only where no other unit follows it closely: 三万五, but 一百二十 has gone on already.
  private func isColloquialEnd(_ position: Int) -> Bool {
    let character = source.character(at: position)
    return character != "%" && (character != "分" || source.has("分之", at: position)) && character != "."
  }

  /// Takes the word at `offset`; the offset behind it, or nil where it does not belong.
  private func step(_ assembly: inout ChineseAssembly, at place: Int) -> Int? {
    let offset = pastSpace(assembly, at: place)
    let byte = source.byte(at: offset)
    if isDigit(byte) { return takeFigure(&assembly, at: offset) }
    guard byte >= 0xE3 else { return nil }
    let character = source.character(at: offset)
    let next = source.next(offset)
    if let sign = sign(at: offset) {
      switch sign {
      case .digit: return takeDigits(&assembly, at: offset)
      case .few: return takeFew(&assembly, at: offset)
      case .tens(let tens):
        guard assembly.pending == nil else { return nil }
        assembly.take(Amount(ExactDecimal(tens)), digits: 1, isColloquial: false)
        return assembly.takePower(1) ? next : nil
      case .power(let power):
        if unitStands(at: offset) { return nil }
        return assembly.takePower(power) || (assembly.endsWithTerm && source.has("零百", at: offset - 3) && assembly.takeOne(power))
          ? next : nil
      }
    }
    if character == "点" { return takeFraction(&assembly, at: next) }
    if let shape = looseShape(at: offset), !assembly.isEmpty, assembly.hasDigit || assembly.endsWithTerm {
      return takeLoose(&assembly, shape, at: offset)
    }
    guard let multiplier = multiplier(at: offset), !unitStands(at: offset) else { return nil }
    return assembly.takeMyriad(multiplier.power) ? multiplier.end : nil
  }

  /// The sign at `offset`; 参 is a three only among the other financial digits, 俩 a two only before a power word.
  private func sign(at offset: Int) -> ChineseSign? {
    let character = source.character(at: offset)
    if character == "俩" { return isPower(at: offset + 3) ? .digit(2) : nil }
    guard character == "参" else { return ChineseSign(character) }
    switch source.character(at: source.next(offset)) {
    case "拾", "佰", "仟": return .digit(3)
    default:
      switch source.character(before: offset) {
      case "拾", "佰", "仟", "零": return .digit(3)
      default:
        return source.character(at: source.next(offset)) == "万" && ChineseSign(source.character(at: offset + 6)) != nil ? .digit(3) : nil
      }
    }
  }

  /// Past a space that stands inside a numeral: 三千 九百, 二十 亿, 五百 余万.
  private func pastSpace(_ assembly: ChineseAssembly, at offset: Int) -> Int {
    guard !assembly.isEmpty, assembly.endsWithTerm || assembly.pending != nil, source.byte(at: offset) == 0x20 else { return offset }
    let next = offset + 1
    if isDigit(source.byte(at: next)) { return assembly.endsWithTerm && isPower(at: source.digitsEnd(at: next)) ? next : offset }
    guard source.byte(at: next) >= 0xE3 else { return offset }
    if isPower(at: next) { return next }
    if looseShape(at: next) != nil { return isPower(at: source.next(next)) ? next : offset }
    if case .digit = ChineseSign(source.character(at: next)), assembly.endsWithTerm { return next }
    return offset
  }

  /// ASCII digits between Chinese words: 16万8千, 3万4000, 3万5.
  private func takeFigure(_ assembly: inout ChineseAssembly, at offset: Int) -> Int? {
    guard assembly.endsWithTerm, assembly.lastScale >= 3 else { return nil }
    let end = source.digitsEnd(at: offset)
    guard end - offset <= min(assembly.lastScale, 8), let value = source.integer(in: offset..<end) else { return nil }
    let after = source.character(at: end)
    if after == "." || after == "%" || after == "," || isWordByte(source.byte(at: end)) { return nil }
    let isSingle = end - offset == 1
    guard isPower(at: end) || isSingle || end - offset >= 3 else { return nil }
    assembly.take(Amount(ExactDecimal(value)), digits: end - offset, isColloquial: isSingle && value > 0)
    return end
  }

  /// A run of digit characters: one digit, digits in a row (二〇二三), or two neighbors that mean a range (两三).
  private func takeDigits(_ assembly: inout ChineseAssembly, at offset: Int) -> Int? {
    guard assembly.pending == nil else { return nil }
    var position = offset
    var values: [Int] = []
    while case .digit(let digit) = sign(at: position) {
      if isLiang(at: position, behind: values, assembly) { break }
      if values.count < 40 { values.append(digit) }
      position = source.next(position)
    }
    guard position > offset else { return nil }
    let run = values.drop { $0 == 0 }
    if !assembly.isEmpty, run.isEmpty {
      return afterZero(&assembly, at: position)
    }
    if run.count == 2, values.count == 2, let range = neighbors(values[0], values[1]), rangeFits(assembly, at: position) {
      assembly.take(range, digits: 1, isColloquial: false)
      return position
    }
    guard assembly.isEmpty || run.count == 1, let value = Self.positional(values) else {
      return assembly.isEmpty ? overlong(&assembly, to: position) : nil
    }
    assembly.take(Amount(value), digits: max(run.count, 1), isColloquial: values.count == 1 && !assembly.isEmpty && assembly.lastScale >= 2)
    return position
  }

  /// 三十⟦两⟧, 二⟦两⟧: behind a numeral 两 is a digit only before a power word (两万两千) and in 一两个; else it is the weight.
  private func isLiang(at offset: Int, behind values: [Int], _ assembly: ChineseAssembly) -> Bool {
    guard source.character(at: offset) == "两", !values.isEmpty || !assembly.isEmpty else { return false }
    return values == [1]
      ? source.vocabulary.units.longest(in: source, at: offset + 3) == nil && !isPower(at: offset + 3) : !isPower(at: offset + 3)
  }

  /// What 零 joins where no digit character follows: 一千零十, 一百零几, 一万零卌, 1千零1.
  private func afterZero(_ assembly: inout ChineseAssembly, at position: Int) -> Int? {
    if isDigit(source.byte(at: position)) {
      let end = source.digitsEnd(at: position)
      guard end - position <= 4, let value = source.integer(in: position..<end), !isWordByte(source.byte(at: end)), assembly.endsWithTerm
      else { return nil }
      assembly.take(Amount(ExactDecimal(value)), digits: end - position, isColloquial: false)
      return end
    }
    switch ChineseSign(source.character(at: position)) {
    case .power(1), .power(2), .tens, .few: return position
    default: return nil
    }
  }

  private func overlong(_ assembly: inout ChineseAssembly, to end: Int) -> Int {
    assembly.take(Amount(.one), digits: 1, isColloquial: false)
    _ = assembly.takeMyriad(ExactDecimal.exponentLimit + 1)
    return end
  }

  private static func positional(_ values: [Int]) -> ExactDecimal? {
    guard values.count <= 30 else { return nil }
    var sum: Int128 = 0
    for value in values { sum = sum * 10 + Int128(value) }
    return ExactDecimal(coefficient: sum, exponent: 0)
  }

  private func neighbors(_ low: Int, _ high: Int) -> Amount? {
    guard high == low + 1 || (low == 3 && high == 5) else { return nil }
    return Amount(low: ExactDecimal(low), high: ExactDecimal(high), shape: .between)
  }

  /// Two neighboring digits are a range behind 十 and before a power word or a unit: 十七八, 两三百, 三五年.
  private func rangeFits(_ assembly: ChineseAssembly, at end: Int) -> Bool {
    if isPower(at: end) { return true }
    if assembly.endsWithTerm { return true }
    return source.vocabulary.units.longest(in: source, at: end) != nil
  }

  private func takeFew(_ assembly: inout ChineseAssembly, at offset: Int) -> Int? {
    guard assembly.pending == nil else { return nil }
    let low: ExactDecimal = assembly.isEmpty ? .one : .zero
    assembly.take(Amount(low: low, high: ExactDecimal(10), shape: .order), digits: 1, isColloquial: false)
    return source.next(offset)
  }

  /// The digits behind 点.
  private func takeFraction(_ assembly: inout ChineseAssembly, at offset: Int) -> Int? {
    guard !assembly.isEmpty, assembly.hasDigit else { return nil }
    var position = offset
    var values: [Int] = []
    while let digit = fractionDigit(at: position) {
      if values.count < 40 { values.append(digit) }
      position = source.next(position)
    }
    // 三点十五, 三点二十分 are times of day.
    guard !values.isEmpty, let digits = Self.positional(values) else { return nil }
    if case .power(1) = ChineseSign(source.character(at: position)) { return nil }
    guard let fraction = digits.scaled(byPowerOfTen: -values.count) else { return nil }
    assembly.collapse()
    assembly.addFraction(fraction, digits: values.count)
    return position
  }

  private func fractionDigit(at offset: Int) -> Int? {
    if isDigit(source.byte(at: offset)) { return Int(source.byte(at: offset) - 0x30) }
    if case .digit(let digit) = ChineseSign(source.character(at: offset)) { return digit }
    return nil
  }

  /// 多 and 余 leave the upper end open, 来 loosens.
  private func looseShape(at offset: Int) -> Amount.Shape? {
    switch source.character(at: offset) {
    case "多", "余":
      source.vocabulary.boundAfter(in: source, at: offset) != nil ? .above : nil
    case "来", "把": .approximate
    default: nil
    }
  }

  /// 30多万, 一百多个, 百余名, 百把块: not 余额, 多样, 来自, 一把刀.
  private func takeLoose(_ assembly: inout ChineseAssembly, _ shape: Amount.Shape, at offset: Int) -> Int? {
    let next = source.next(offset)
    let follows = isPower(at: next) || source.vocabulary.units.longest(in: source, at: next) != nil
    guard follows || (shape == .above && !isHan(source.character(at: next))) else { return nil }
    if shape == .approximate, !assembly.endsWithTerm || assembly.lastScale > 2 && assembly.hasDigit { return nil }
    if source.has("把", at: offset), assembly.hasDigit { return nil }
    assembly.loosen(shape)
    return next
  }
}
