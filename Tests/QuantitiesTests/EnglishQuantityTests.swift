import Quantities
import SourceText
import Testing

@Suite struct EnglishQuantityTests {
  private func check(_ line: MarkedText, asked: Set<QuantityKind> = []) {
    let reading = reader(line.text, in: 0..<line.text.count, asked: asked)
    let found = reading.quantities.first { $0.span == line.marked }
    #expect(
      found.map { ExampleCheck.matches($0.quantity, line.expectation) } == true,
      "\(reading.quantities.map { "\($0.span) \($0.quantity)" }) \(reading.leftAlone)")
  }

  @Test(
    arguments: [
      "⟦sixty - four⟧ => 64 ", "⟦ninetyfour⟧ => 94 ", "⟦six million, four hundred & twelve⟧ => 6000412 ", "⟦5 hundred and 12⟧ => 512 ",
      "⟦7 thousand 2 hundred⟧ => 7200 ", "⟦9 crore and three hundred⟧ => 90000300 ", "⟦4 lakh crore⟧ => 4e12 ",
      "⟦2 thousand million⟧ => 2e9 ",
      "⟦four hundred and three dozens⟧ => 436 ", "⟦a few dozen firms⟧ => order 10..100 firm", "⟦a couple dozen⟧ => 24 ",
      "⟦two-and-a-half million⟧ => 2.5e6 ", "⟦point five percent⟧ => 0.005 ratio", "⟦nought point twenty-five⟧ => 0.25 ",
      "⟦three thirty-four⟧ => 334 ", "⟦point 45⟧ => 0.45 ", "⟦a pair⟧ => 2 ", "⟦fourty one⟧ => 41 ",
    ].map(MarkedText.init)) func words(line: MarkedText)
  { check(line) }

  @Test(
    arguments: [
      "⟦seven - ninths⟧ => 0.7777777777777777777777777778 ratio", "⟦three and eleven hundredths⟧ => 3.11 ",
      "⟦four hundred and six tenths⟧ => 400.6 ",
      "⟦two hundred twenty-fifths⟧ => 8 ratio", "⟦six hundred thirty two eighths⟧ => 79 ratio",
      "⟦one one hundred and twenty-fifth⟧ => 0.008 ratio", "⟦a twenty-fifth⟧ => 0.04 ratio", "⟦a hundredth⟧ => 0.01 ratio",
      "⟦three out of six hundred⟧ samples => 0.005 ratio", "⟦two fifths of a mile⟧ => 643.7376 meter",
      "⟦tenth of a litre⟧ => 0.0001 cubic_meter",
      "⟦quarter-mile⟧ => 402.336 meter", "⟦three-quarters of a percent⟧ => 0.0075 ratio",
      "fell by ⟦a third⟧ => 0.3333333333333333333333333333 ratio",
      "⟦three quarters⟧ => 0.75 ratio",
    ].map(MarkedText.init)) func fractions(line: MarkedText)
  { check(line) }

  @Test(
    arguments: [
      "⟦sixty—fourth⟧ => 64 ordinal", "the ⟦ninetyfourth⟧ => 94 ordinal", "⟦four trillionth⟧ => 4e12 ordinal",
      "the ⟦two thousand and fifth⟧ => 2005 ordinal", "the ⟦nineth⟧ => 9 ordinal", "the ⟦three hundredth⟧ => 300 ordinal",
    ].map(MarkedText.init)) func ordinals(line: MarkedText)
  { check(line) }

  @Test(
    arguments: [
      "costs ⟦€7,50⟧ => 7.5 eur", "⟦2.345.678,9⟧ => 2345678.9 ", "⟦2,5 million⟧ => 2.5e6 ", "⟦2.5million⟧ => 2.5e6 ",
      "⟦3x2^10 bits⟧ => 384 byte",
      "⟦4.5 bn⟧ => 4.5e9 ", "⟦3.5 k⟧ => 3500 ", "⟦3.4b⟧ => 3.4e9 ", "⟦3mil⟧ => 3e6 ",
    ].map(MarkedText.init)) func figures(line: MarkedText)
  { check(line) }

  @Test(
    arguments: [
      "⟦85 USD million⟧ in all => 8.5e7 usd", "⟦12 kEUR⟧ => 12000 eur", "about ⟦MAUD 75⟧ => ≈ 7.5e7 aud", "⟦40 dollars 25⟧ => 40.25 usd",
      "⟦35 ringgit and 12 sen⟧ => 35.12 myr", "⟦$35 and 12c⟧ => 35.12 usd", "⟦12 hryvnias 40 kopiykas⟧ => 12.4 uah",
      "⟦hk $ 12 million⟧ => 1.2e7 hkd", "⟦250₸⟧ => 250 kzt", "⟦90 Jordanian dinars⟧ => 90 jod", "a ⟦US$3.5 billion⟧ deal => 3.5e9 usd",
      "worth ⟦7 grand⟧ => 7000 usd", "⟦40 won⟧ => 40 krw",
    ].map(MarkedText.init)) func money(line: MarkedText)
  { check(line) }

  @Test(
    arguments: [
      "⟦7 mm cubed⟧ => 7e-9 cubic_meter", "⟦12 cubic yards⟧ => 9.174658295808 cubic_meter", "⟦3 dm^2⟧ => 0.03 square_meter",
      "⟦5 kibibytes⟧ => 5120 byte", "⟦12 µSv⟧ => 0.000012 sievert", "⟦6 ft 1 in⟧ => 1.8542 meter", "he is ⟦6'1\"⟧ => 1.8542 meter",
      "a board ⟦3 1/2 in⟧ thick => 0.0889 meter", "⟦35 (kg)⟧ => 35 kilogram", "⟦12 degrees below zero⟧ => -12 degree", "⟦34 yo⟧ => 34 year",
      "a ⟦150-pound⟧ statue => 68.0388555 kilogram", "⟦three pounds⟧ of flour => 1.36077711 kilogram", "a fine of ⟦three pounds⟧ => 3 gbp",
      "aged ⟦45⟧ => 45 year", "children ages ⟦5 to 12⟧ => 5..12 year", "turn left ⟦30 degrees⟧ => 30 degree",
    ].map(MarkedText.init)) func units(line: MarkedText)
  { check(line) }

  @Test(
    arguments: [
      "⟦7.5±0.5 TeV⟧ => 0.0000011215236438..0.0000012817413072 joule", "⟦4e-3 +/- 1e-4 km⟧ => 3.9..4.1 meter",
      "given ⟦15⟧ and 20 mg => 0.000015 kilogram", "it ranged from ⟦-5 °C to -12 °C⟧ => -12..-5 celsius", "⟦$2-2.5 bn⟧ => 2e9..2.5e9 usd",
      "from ⟦12 celsius and 20 celsius⟧ => 12..20 celsius", "a ⟦12-to-18-month⟧ wait => 12..18 month",
      "⟦three or four hundred⟧ => 300..400 ",
      "⟦four or five million⟧ => 4e6..5e6 ", "not over ⟦30 kg⟧ => ≤ 30 kilogram", "open ⟦7 to 9⟧ pm => 7..9 ",
      "at most ⟦40 and at least 10 pears⟧ => 10..40 pear",
    ].map(MarkedText.init)) func ranges(line: MarkedText)
  { check(line) }

  @Test(arguments: [
    ("at 7 km/ms", "kilometer per millisecond"), ("gives 30 J/m^2 per year", "joule per square meter per year"),
    ("is 9.8 m/s²", "meter per square second"), ("costs $12.5/hour", "dollar per hour"), ("paid €3 per kg", "euro per kilogram"),
    ("open five times per week", "count per week"), ("at 2e14 s-1", "inverse second"), ("£12 a month", "GBP"),
  ]) func composedUnits(text: String, unit: String) {
    let bytes = Array(text.utf8)
    let line = ScoringRecord(id: "a", original: bytes) { $0.range }.line(read(text))
    #expect(String(decoding: line, as: UTF8.self).contains("\"unit\":\"\(unit)\""), "\(String(decoding: line, as: UTF8.self))")
  }

  @Test(arguments: [
    "in a few cases", "a single model", "few know it", "a point of view", "a stone was found", "a bit of luck", "the Ioniq N",
  ]) func countsNothing(text: String) {
    #expect(read(text).quantities.isEmpty, "\(read(text).quantities.map(\.quantity))")
  }

  @Test(
    arguments: [
      "they won ⟦3 medals⟧ => 3 medal", "- ⟦20 programs⟧ => 20 program", "a third-party audit of ⟦12⟧ => 12 ",
      "tools like MARS ⟦2.0⟧ => 2 ",
      "size=\"⟦6⟧\" => 6 ", "daughters of 6, ⟦12⟧,13, and 14 => 12 ", "the Ioniq ⟦5⟧ N => 5 ", "grew ⟦4 times⟧ per year => 4 ratio",
      "⟦15 dollars⟧ and 20 people => 15 usd", "it rose from ⟦44 mg⟧ to 50 mg => 0.000044 kilogram",
    ].map(MarkedText.init)) func staysAsItIs(line: MarkedText)
  { check(line) }

  @Test(
    arguments: [
      "⟦- 7 k⟧ => -7000 ", "⟦- 3 degrees⟧ => -3 degree", "⟦7\"⟧ => 0.1778 meter", "⟦7''⟧ => 0.1778 meter", "⟦2 yd 4'⟧ => 3.048 meter",
      "add ⟦two pounds⟧ => 0.90718474 kilogram",
    ].map(MarkedText.init)) func whereItIsAskedFor(line: MarkedText)
  { check(line, asked: [.number, .dimension, .temperature]) }
}
