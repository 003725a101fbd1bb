internal import SourceText

/// A Chinese numeral while it is put together: terms of falling scale, and what no power word has claimed yet.
///
/// 三万五千 is the terms 30,000 (scale 4) and 5,000 (scale 3). A word of a larger scale gathers what stands before it:
/// in 一万五千亿 the 亿 takes both.
struct ChineseAssembly {
  private struct Term {
    var amount: Amount
    var scale: Int
  }

  private var terms: [Term] = []
  private(set) var pending: Amount?
  /// Whether `pending` is one digit without 零 before it, which after a power word may be colloquial: 三万五.
  private(set) var pendingIsColloquial = false
  private(set) var hasDigit = false
  private(set) var hasMyriad = false
  private(set) var digits = 0
  private(set) var isTooLarge = false
  /// The power of the words behind the last digit.
  private var powerBehindDigit = 0
  /// `powerBehindDigit`, where it multiplies the whole.
  var trailingPower: Int { terms.count == 1 && pending == nil ? powerBehindDigit : 0 }

  var isEmpty: Bool { terms.isEmpty && pending == nil }
  var endsWithTerm: Bool { !terms.isEmpty && pending == nil }
  var lastScale: Int { terms.last?.scale ?? 0 }
  var termCount: Int { terms.count }

  mutating func take(_ amount: Amount, digits count: Int, isColloquial: Bool) {
    pending = amount
    pendingIsColloquial = isColloquial
    hasDigit = true
    digits += count
    powerBehindDigit = 0
  }

  /// A power word below the myriad. False where it can't stand here, and then nothing has changed.
  mutating func takePower(_ power: Int) -> Bool {
    if let last = terms.last, last.scale <= power, last.scale < 4 {
      // 一百千: the larger word multiplies what stands right before it; 三十五百 is no numeral.
      guard pending == nil, last.scale < power else { return false }
      terms.removeLast()
      push(last.amount, scale: power)
      return true
    }
    guard let amount = pending else {
      guard power == 1 || terms.isEmpty else { return false }
      if power == 1 { hasDigit = true }
      push(Amount(.one), scale: power)
      return true
    }
    pending = nil
    push(amount, scale: power)
    return true
  }

  /// A power word right behind 零, which stands for one of it: 一万零百.
  mutating func takeOne(_ power: Int) -> Bool {
    guard pending == nil, let last = terms.last, last.scale > power else { return false }
    push(Amount(.one), scale: power)
    return true
  }

  /// 万, 亿, 兆: gathers every smaller term. False where it can't stand here, and then nothing has changed.
  mutating func takeMyriad(_ power: Int) -> Bool {
    if let last = terms.last, last.scale >= power {
      guard pending != nil || last.scale == power else { return false }
      if pending == nil {
        terms.removeLast()
        push(last.amount, scale: power)
        return true
      }
    }
    var gathered = pending
    var kept = terms
    while let last = kept.last, last.scale < power {
      kept.removeLast()
      gathered = gathered.map { $0.adding(last.amount) } ?? last.amount
      if gathered == nil { isTooLarge = true }
    }
    if let last = kept.last, last.scale == power { return false }
    terms = kept
    pending = nil
    hasMyriad = true
    push(gathered ?? Amount(.one), scale: power)
    return true
  }

  private mutating func push(_ amount: Amount, scale power: Int) {
    guard let scaled = amount.scaled(byPowerOfTen: power) else {
      isTooLarge = true
      return
    }
    powerBehindDigit += power
    terms.append(Term(amount: scaled, scale: power))
  }

  /// 余, 多, 来 behind what was read so far.
  mutating func loosen(_ shape: Amount.Shape) {
    if pending != nil {
      pending?.shape = shape
    } else if !terms.isEmpty {
      terms[terms.count - 1].amount.shape = shape
    }
  }

  /// Puts everything read so far into `pending`, for the decimal point: 一百点五.
  mutating func collapse() {
    resolveColloquial()
    pending = total
    pendingIsColloquial = false
    terms = []
  }

  /// Adds the fraction digits behind a decimal point.
  mutating func addFraction(_ fraction: ExactDecimal, digits count: Int) {
    pending = (pending ?? Amount(.zero)).adding(Amount(fraction))
    if pending == nil { isTooLarge = true }
    digits += count
  }

  /// Gives a trailing single digit the power below the last word: 三万五 is 35,000.
  mutating func resolveColloquial() {
    guard pendingIsColloquial, let digit = pending, let last = terms.last, last.scale >= 2 else { return }
    pending = digit.scaled(byPowerOfTen: last.scale - 1)
  }

  /// The value; nil where it has more digits than fit.
  var total: Amount? {
    guard !isTooLarge else { return nil }
    var sum = pending
    for term in terms.reversed() {
      guard let current = sum else {
        sum = term.amount
        continue
      }
      guard let next = current.adding(term.amount) else { return nil }
      sum = next
    }
    return sum
  }
}
