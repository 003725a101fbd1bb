internal import SourceText

/// An English numeral in words while it is put together.
struct EnglishAssembly {
  private var sum = ExactDecimal.zero
  /// Below a thousand, or below ten thousand for twelve hundred; nil where no word was taken since the last multiplier.
  private(set) var group: Int?
  private var fraction: ExactDecimal?
  /// Whether `fraction` is of the multiplier before it: one million and a half.
  private var isFractionOfMultiplier = false
  private var lastPower = Int.max
  private var multipliers = 0
  var hasMultiplier: Bool { multipliers > 0 }
  private(set) var isTooLarge = false
  private var isClosed = false

  mutating func takeSmall(_ value: Int) -> Bool {
    guard !isClosed else { return false }
    guard let current = group else {
      group = value
      return true
    }
    guard current > 0, current % 100 == 0 || (current % 10 == 0 && current % 100 >= 20 && (1...9).contains(value)) else { return false }
    group = current + value
    return true
  }

  mutating func takeTens(_ value: Int) -> Bool {
    guard !isClosed else { return false }
    guard let current = group else {
      group = value
      return true
    }
    guard current > 0, current % 100 == 0 else { return false }
    group = current + value
    return true
  }

  mutating func takeHundred() -> Bool {
    guard !isClosed, let current = group, (1...99).contains(current) else { return false }
    group = current * 100
    return true
  }

  mutating func takeDozen() -> Bool {
    guard !isClosed, let current = group, (1...999).contains(current), !hasMultiplier else { return false }
    // three hundred and two dozens: only the two counts dozens. Of two hundred dozens the whole does.
    let counting = current % 100 == 0 ? current : current % 100
    group = current - counting + counting * 12
    isClosed = true
    return true
  }

  mutating func takeMultiplier(_ power: Int) -> Bool {
    // three thousand millions: the larger multiplies what stands before it.
    if group == nil, fraction == nil, hasMultiplier, multipliers == 1, power > lastPower, let scaled = sum.scaled(byPowerOfTen: power) {
      sum = scaled
      lastPower = power
      return true
    }
    guard group != nil || fraction != nil, power < lastPower else { return false }
    var amount = ExactDecimal(group ?? 0)
    if let fraction { amount = amount.adding(fraction) ?? amount }
    guard let scaled = amount.scaled(byPowerOfTen: power), let next = sum.adding(scaled) else {
      isTooLarge = true
      return false
    }
    sum = next
    group = nil
    fraction = nil
    isFractionOfMultiplier = false
    isClosed = false
    lastPower = power
    multipliers += 1
    return true
  }

  mutating func takeFraction(_ numerator: Int, over denominator: Int) -> Bool {
    guard !isClosed, group != nil || multipliers == 1, let value = ExactDecimal(numerator).divided(by: ExactDecimal(denominator)) else {
      return false
    }
    fraction = value
    isFractionOfMultiplier = group == nil
    isClosed = true
    return true
  }

  mutating func takeDecimals(_ digits: [Int]) -> Bool {
    guard !isClosed, group != nil else { return false }
    var value: Int128 = 0
    for digit in digits { value = value * 10 + Int128(digit) }
    fraction = ExactDecimal(coefficient: value, exponent: -digits.count)
    isClosed = true
    return fraction != nil
  }

  /// `and` joins tens and ones to hundreds and multipliers only: "one hundred and five", not "five and six".
  var canJoinWithAnd: Bool { group.map { $0 % 100 == 0 && $0 > 0 } ?? hasMultiplier }

  /// Tens that ones may follow: fifty.
  var awaitsOnes: Bool { group.map { $0 % 10 == 0 && $0 % 100 >= 20 } ?? false }

  /// Whether the last word was a multiplier: three million.
  var isBehindMultiplier: Bool { hasMultiplier && group == nil && fraction == nil }

  /// What the last multiplier stands for: 1e6 of three million.
  var lastMultiplier: ExactDecimal? { hasMultiplier ? ExactDecimal.one.scaled(byPowerOfTen: lastPower) : nil }

  /// The group that an ordinal may close: 120 of one hundred twenty, 0 behind a multiplier.
  var lastGroup: Int? { fraction == nil ? group ?? (hasMultiplier ? 0 : nil) : nil }

  /// The power of the multiplier that multiplies the whole; 0 where none does.
  var trailingPower: Int {
    if hasMultiplier { return group == nil && multipliers == 1 ? lastPower : 0 }
    return fraction == nil && group.map { $0 >= 100 && $0 % 100 == 0 } ?? false ? 2 : 0
  }

  /// The value where it is one plain word or group without a multiplier.
  var simple: Int? { hasMultiplier || fraction != nil ? nil : group }

  var total: ExactDecimal? {
    guard !isTooLarge, let whole = sum.adding(ExactDecimal(group ?? 0)) else { return nil }
    guard let fraction else { return whole }
    return (isFractionOfMultiplier ? fraction.scaled(byPowerOfTen: lastPower) : fraction).flatMap { whole.adding($0) }
  }

  var digits: Int { total.map { String($0.coefficient.magnitude).count } ?? 1 }
}
