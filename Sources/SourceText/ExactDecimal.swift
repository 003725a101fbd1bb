/// A decimal number without rounding: `coefficient` × 10^`exponent`.
///
/// Kept normalized (the coefficient has no trailing zeros; zero is 0 × 10^0), so that equal numbers are equal values.
/// Up to 38 digits; what does not fit is nil at the operation that would lose digits, never a wrong number.
package struct ExactDecimal: Hashable, Sendable {
  package let coefficient: Int128
  package let exponent: Int

  package static let zero = ExactDecimal(0)
  package static let one = ExactDecimal(1)

  /// Exponents outside ±100,000 are refused everywhere: no figure of a page means them.
  package static let exponentLimit = 100_000

  package init(_ value: Int) {
    self.init(normalizing: Int128(value), exponent: 0)
  }

  /// Nil where `exponent` is beyond ±`exponentLimit`.
  package init?(coefficient: Int128, exponent: Int) {
    guard abs(exponent) <= Self.exponentLimit else { return nil }
    self.init(normalizing: coefficient, exponent: exponent)
  }

  private init(normalizing coefficient: Int128, exponent: Int) {
    var rest = coefficient
    var power = exponent
    if rest == 0 {
      power = 0
    } else {
      while rest % 10 == 0 {
        rest /= 10
        power += 1
      }
    }
    self.coefficient = rest
    self.exponent = power
  }

  /// Reads `[+-]digits[.digits][e[+-]digits]` in ASCII; nil for anything else or more than 38 digits.
  package init?(_ text: some StringProtocol) {
    var digits: Int128 = 0
    var exponent = 0
    var sawDigit = false
    var sawPoint = false
    var iterator = text.utf8.makeIterator()
    var next = iterator.next()
    let isNegative = next == UInt8(ascii: "-")
    if isNegative || next == UInt8(ascii: "+") { next = iterator.next() }
    while let byte = next {
      if byte == UInt8(ascii: "."), !sawPoint {
        sawPoint = true
      } else if byte >= 0x30, byte <= 0x39 {
        let (tenfold, overflow) = digits.multipliedReportingOverflow(by: 10)
        let (sum, carry) = tenfold.addingReportingOverflow(Int128(byte - 0x30))
        guard !overflow, !carry else { return nil }
        digits = sum
        sawDigit = true
        if sawPoint { exponent -= 1 }
      } else {
        break
      }
      next = iterator.next()
    }
    guard sawDigit else { return nil }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      var rest: [UInt8] = []
      while let byte = iterator.next() { rest.append(byte) }
      if rest.first == UInt8(ascii: "+") { rest.removeFirst() }
      guard !rest.isEmpty, rest.count <= 7, let power = Int(String(decoding: rest, as: UTF8.self)) else { return nil }
      exponent += power
    } else if next != nil {
      return nil
    }
    self.init(coefficient: isNegative ? -digits : digits, exponent: exponent)
  }

  package var isZero: Bool { coefficient == 0 }
  package var isNegative: Bool { coefficient < 0 }
  package var magnitude: ExactDecimal { isNegative ? negated : self }
  package var negated: ExactDecimal { ExactDecimal(normalizing: -coefficient, exponent: exponent) }

  /// The value as an integer; nil where it has a fraction or does not fit.
  package var integer: Int? {
    guard exponent >= 0, exponent <= 18 else { return nil }
    var value = coefficient
    for _ in 0..<exponent { value *= 10 }
    return Int(exactly: value)
  }

  /// This number × 10^`power`; nil where the exponent leaves its bounds.
  package func scaled(byPowerOfTen power: Int) -> ExactDecimal? {
    isZero ? self : ExactDecimal(coefficient: coefficient, exponent: exponent + power)
  }

  /// The exact product; nil where it has more digits than fit.
  package func multiplied(by other: ExactDecimal) -> ExactDecimal? {
    let (product, overflow) = coefficient.multipliedReportingOverflow(by: other.coefficient)
    guard !overflow else { return nil }
    return ExactDecimal(coefficient: product, exponent: exponent + other.exponent)
  }

  /// The exact sum; nil where it has more digits than fit.
  package func adding(_ other: ExactDecimal) -> ExactDecimal? {
    guard let (left, right, exponent) = Self.aligned(self, other) else { return nil }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : ExactDecimal(coefficient: sum, exponent: exponent)
  }

  package func subtracting(_ other: ExactDecimal) -> ExactDecimal? { adding(other.negated) }

  /// The quotient: exact where it ends within 28 digits, else cut to 28 significant digits (rounded half up). Nil for a
  /// zero divisor or one of more than 38 - 28 digits.
  package func divided(by divisor: ExactDecimal) -> ExactDecimal? {
    guard !divisor.isZero else { return nil }
    guard !isZero else { return .zero }
    var rest = coefficient.magnitude
    let by = divisor.coefficient.magnitude
    var quotient: UInt128 = 0
    var power = exponent - divisor.exponent
    quotient = rest / by
    rest %= by
    let limit: UInt128 = 1_000_000_000_000_000_000_000_000_000
    while rest != 0, quotient < limit {
      let (tenfold, overflow) = rest.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      quotient = quotient * 10 + tenfold / by
      rest = tenfold % by
      power -= 1
    }
    if rest != 0, rest >= by - rest { quotient += 1 }
    guard let signed = Int128(exactly: quotient) else { return nil }
    return ExactDecimal(coefficient: isNegative != divisor.isNegative ? -signed : signed, exponent: power)
  }

  /// Both coefficients at the smaller exponent; nil where one would not fit.
  private static func aligned(_ left: ExactDecimal, _ right: ExactDecimal) -> (Int128, Int128, Int)? {
    let exponent = min(left.exponent, right.exponent)
    guard let first = left.coefficient(at: exponent), let second = right.coefficient(at: exponent) else { return nil }
    return (first, second, exponent)
  }

  private func coefficient(at power: Int) -> Int128? {
    guard !isZero else { return 0 }
    guard exponent - power <= 38 else { return nil }
    var value = coefficient
    for _ in 0..<(exponent - power) {
      let (tenfold, overflow) = value.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      value = tenfold
    }
    return value
  }
}

extension ExactDecimal: Comparable {
  package static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    if let (first, second, _) = aligned(left, right) { return first < second }
    // Too far apart to be aligned: the sign decides, then the position of the leading digit.
    if left.isNegative != right.isNegative { return left.isNegative }
    let leftIsSmaller = left.leadingPower < right.leadingPower
    return left.isNegative ? !leftIsSmaller : leftIsSmaller
  }

  /// The power of ten of the leading digit: 5 for 123,456.
  package var leadingPower: Int { isZero ? 0 : digits.count - 1 + exponent }

  /// The digits of the coefficient, without a sign.
  private var digits: String { String(coefficient.magnitude) }
}

extension ExactDecimal: CustomStringConvertible {
  /// The shortest usual form: `16500`, `0.045`, `2.1e25`. Five or more trailing zeros, or six or more leading ones, are
  /// written as a power of ten.
  package var description: String {
    let digits = self.digits
    let sign = isNegative ? "-" : ""
    if exponent >= 5 || exponent + digits.count < -5 {
      let fraction = digits.dropFirst()
      return sign + digits.prefix(1) + (fraction.isEmpty ? "" : "." + fraction) + "e\(leadingPower)"
    }
    if exponent >= 0 { return sign + digits + String(repeating: "0", count: exponent) }
    let point = digits.count + exponent
    if point > 0 { return sign + digits.prefix(point) + "." + digits.dropFirst(point) }
    return sign + "0." + String(repeating: "0", count: -point) + digits
  }
}
