import SourceText
import Testing

@Suite struct ExactDecimalTests {
  @Test(arguments: [
    ("0", "0"), ("-0", "0"), ("1000", "1000"), ("100000", "1e5"), ("1.60", "1.6"), ("2.1e25", "2.1e25"), ("0.045", "0.045"),
    ("16500", "16500"), ("21e24", "2.1e25"), ("-12.5", "-12.5"), ("0.0000001", "1e-7"), ("0.00001", "0.00001"),
    ("+3", "3"), ("1234567890123456789012345678901", "1234567890123456789012345678901"),
    ("1E-4", "0.0001"), (".5", "0.5"), ("5.", "5"),
  ]) func readsAndWrites(text: String, expected: String) {
    #expect(ExactDecimal(text)?.description == expected)
  }

  @Test(arguments: ["", "-", ".", "1e", "1.2.3", "x", "1e99999999", "１", "1 000", String(repeating: "9", count: 40)])
  func refuses(text: String) {
    #expect(ExactDecimal(text) == nil)
  }

  @Test(arguments: [
    ("1", "3", "0.3333333333333333333333333333"), ("2", "3", "0.6666666666666666666666666667"), ("3", "4", "0.75"),
    ("1e9", "6", "166666666.6666666666666666667"), ("-1", "8", "-0.125"), ("0", "5", "0"),
  ]) func divides(dividend: String, divisor: String, quotient: String) throws {
    let result = try #require(ExactDecimal(dividend)).divided(by: try #require(ExactDecimal(divisor)))
    #expect(result?.description == quotient)
  }

  @Test(arguments: [("1", "2"), ("-2", "-1"), ("1e300", "1e301"), ("-1e300", "1e-300"), ("0", "1e-300"), ("9.99", "10")])
  func orders(smaller: String, larger: String) throws {
    let left = try #require(ExactDecimal(smaller))
    let right = try #require(ExactDecimal(larger))
    #expect(left < right)
    #expect(!(right < left))
  }

  @Test func whatDoesNotFitIsNil() throws {
    let huge = try #require(ExactDecimal(String(repeating: "7", count: 38)))
    #expect(huge.multiplied(by: huge) == nil)
    #expect(huge.adding(try #require(ExactDecimal("1e-5"))) == nil)
    #expect(ExactDecimal.one.divided(by: .zero) == nil)
    #expect(ExactDecimal.one.scaled(byPowerOfTen: 200_000) == nil)
  }

  @Test func sumsAreExact() throws {
    let tenth = try #require(ExactDecimal("0.1"))
    #expect(tenth.adding(try #require(ExactDecimal("0.2")))?.description == "0.3")
    #expect(ExactDecimal(5).subtracting(ExactDecimal(7))?.description == "-2")
  }
}
