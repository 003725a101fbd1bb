import SourceText

/// Decodes text whose GBK bytes were taken in pairs from the wrong byte on.
///
/// How the damage came about: a page in GBK was annotated byte by byte. Where the second byte of one character and the first
/// of the next happened to be the pair of an annotated character, its gloss went in between: 每兩年 is C3BF 83C9 C4EA, and BF83
/// is 績, so the bytes became C3BF 83 (jī) C9 C4EA. Decoded, 83 with the parenthesis is no character and came out as `?`, and
/// everything behind was paired off by one: 每?jī)赡攴… The same was done with full-width punctuation folded to ASCII: 。現 is
/// A1A3 AC46, and A3AC is `，`, which left `?,F`. The shift ends at a character whose second byte is an ASCII letter, or
/// takes the ASCII sign behind it for a second byte and loses both as `?`.
///
/// So everything but the bytes turned into `?` is still there. For a byte in front of a gloss the gloss's reading says which
/// it can be; for the others the character model chooses. Every way to read a stretch is followed side by side and the
/// cheapest one wins; one of them is to leave it as it stands.
final class ShiftedSpanDecoder {
  /// Visible characters that a span is followed for. In 301 pages the longest has 23.
  static let longestSpan = 80
  /// Bytes of undamaged text behind the last candidate's end by which the candidates are compared.
  static let comparedBytes = 18
  /// Readings that are followed side by side.
  static let mostHypotheses = 64
  /// Readings that go on alike and are kept for their words to be compared.
  static let mostAlike = 8
  /// How much of a bit by words counts beside one by characters, in sixteenths.
  static let wordWeight = 8
  /// Question marks in a row that can still be damage: as many as were seen in 301 pages.
  static let longestRow = 3
  /// How much cheaper than the text as it stands a reading must be, in sixteenths of a bit: 10 bits.
  static let margin = 160
  /// How much cheaper a reading must be than the next best one to be certain, in sixteenths of a bit: 2 bits.
  static let certainty = 32
  /// How much cheaper a reading without a lost digit must be than one with it, in sixteenths of a bit: 9 bits.
  static let digitMargin = 144
  /// What the mark costs that closes one left open, in sixteenths of a bit: 1 bit.
  static let closingCost = 16
  /// What a character costs on top that the page has nowhere else though it has others of its kind, and a stop behind a stop, in
  /// sixteenths of a bit: 6 bits.
  static let oddCost = 96
  /// What a mark costs on top that closes none left open on its line, in sixteenths of a bit: 3 bits.
  static let strayCost = 48
  /// What a character of running text costs, in sixteenths of a bit: 7 bits.
  static let usualCost = 112

  let readings: HanReadings
  let table: DoubleByteTable
  private let words = WordModel()
  private let fold: SimplifiedFold

  init(readings: HanReadings, fold: SimplifiedFold) {
    self.readings = readings
    self.fold = fold
    table = DoubleByteTable(decoder: CharsetDecoder())
  }

  /// The span that `beginnings` lead to, behind `context`; nil where the text as it stands is the likelier one. Nothing behind
  /// `limit` is looked at.
  ///
  /// Cost: bounded by a constant.
  func span(from beginnings: [ShiftedSpanHypothesis], after context: Context, in page: DamagedPage, limit: Int) -> ShiftedSpan? {
    guard let start = beginnings.first?.end else { return nil }
    let asItStands = ShiftedSpanHypothesis(position: start, pending: 0, last: context.previous, cost: 0, end: start, units: [])
    let scan = ShiftedSpanScan(decoder: self, page: page, limit: limit, start: start)
    let live = (beginnings + [asItStands]).map { beginning in
      var beginning = beginning
      beginning.closingMark = context.closingMark
      beginning.beforeLast = context.beforePrevious
      return beginning
    }
    let finished = weighed(scan.followed(live), from: start, in: page.text, limit: limit)
    guard var best = finished.min(by: { $0.cost < $1.cost }), best.end > start else { return nil }
    if !best.lacksCharacter, let lacking = finished.filter(\.lacksCharacter).min(by: { $0.cost < $1.cost }),
      lacking.cost <= best.cost + ShiftedSpanDecoder.digitMargin, lacking.end == best.end
    {
      best = lacking
    }
    // Question marks alone are a guess that has to be twice as good.
    let isGuess = page.text[start..<best.end].allSatisfy { $0 == 0x3F }
    let margin = isGuess ? 2 * ShiftedSpanDecoder.margin : ShiftedSpanDecoder.margin
    if let left = finished.first(where: { $0.end == start }), best.cost + margin > left.cost { return nil }
    let next = finished.lazy.filter { $0.characters != best.characters }.map(\.cost).min() ?? Int.max
    return ShiftedSpan(units: best.units, isCertain: !best.lacksCharacter && next - best.cost >= ShiftedSpanDecoder.certainty)
  }

  /// The cheapest of `finished` with their words counted in: 正方形 is one word where 正方性 are two.
  private func weighed(
    _ finished: [ShiftedSpanHypothesis], from start: Int, in text: [UInt8], limit: Int
  ) -> [ShiftedSpanHypothesis] {
    guard let cheapest = finished.lazy.map(\.cost).min() else { return [] }
    let before = scalars(before: start, in: text)
    return finished.filter { $0.cost <= cheapest + ShiftedSpanDecoder.margin || $0.end == start }.map { hypothesis in
      var weighed = hypothesis
      let units = before + hypothesis.characters + scalars(from: hypothesis.end, to: hypothesis.position, in: text)
      weighed.cost += words.cost(of: units.map { UInt16(fold.simplified(UInt32($0))) }) * ShiftedSpanDecoder.wordWeight / 16
      return weighed
    }
  }

  /// Up to four characters before `start` on its line, as UTF-16.
  private func scalars(before start: Int, in text: [UInt8]) -> [UInt16] {
    var from = start
    for _ in 0..<4 where from > 0 && text[from - 1] != 0x0A { from -= text.scalar(before: from).width }
    return scalars(from: from, to: start, in: text)
  }

  private func scalars(from start: Int, to end: Int, in text: [UInt8]) -> [UInt16] {
    Array(String(decoding: text[start..<max(start, end)], as: UTF8.self).utf16)
  }

  /// Readings of the `?` at `start`, with `previous` before it, as the first byte of a character; empty where it can't be one.
  func beginnings(at start: Int, after previous: UInt32, in text: [UInt8], limit: Int) -> [ShiftedSpanHypothesis] {
    var position = start + 1
    guard position < limit else { return [] }
    var leads: [UInt8] = []
    var isKnown = false
    if let gloss = Gloss(openedBefore: position, in: text), gloss.span.upperBound <= limit {
      guard let pair = table.pair(of: previous) else { return [] }
      position = gloss.span.upperBound
      isKnown = true
      leads = bytes(behind: pair.trail, readAs: text[gloss.letters])
    } else if ShiftedSpanDecoder.isFoldedPunctuation(text.scalar(at: position).value) {
      leads = Array(DoubleByteTable.leads)
    }
    return leads.map {
      ShiftedSpanHypothesis(
        position: position, pending: $0, isPendingKnown: isKnown, last: previous, cost: 0, end: start, units: [])
    }
  }

  /// The character that the second byte of `first` and the ASCII letter `second` make; `first` may be punctuation folded to ASCII.
  func character(across first: UInt32, and second: UInt32) -> UInt32? {
    guard let pair = table.pair(of: (0x21...0x7E).contains(first) ? first + 0xFEE0 : first), second < 0x7F else { return nil }
    return table.character(lead: pair.trail, trail: UInt8(second))
  }

  /// The bytes that make a character read as `letters` with `first` before them.
  func bytes(behind first: UInt8, readAs letters: ArraySlice<UInt8>) -> [UInt8] {
    DoubleByteTable.leads.filter { byte in
      table.character(lead: first, trail: byte).map { readings.isReading(letters, of: $0) } ?? false
    }
  }

  /// Punctuation that the damage folded byte by byte, as it came out.
  static func isFoldedPunctuation(_ character: UInt32) -> Bool {
    switch character {
    case 0x21, 0x2C, 0x3A, 0x3B, 0x3F, 0x3002, 0xFF01, 0xFF0C, 0xFF1A, 0xFF1B, 0xFF1F: true
    default: false
    }
  }
}
