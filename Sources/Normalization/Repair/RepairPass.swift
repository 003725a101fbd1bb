import ClaimModel
import SourceText

/// One pass over a damaged text.
struct RepairPass {
  let page: DamagedPage
  let readings: HanReadings
  let decoder: ShiftedSpanDecoder
  private var result = StepText(.repair)
  /// Up to where the text is rewritten.
  private var copied = 0
  /// The row of question marks looked at last.
  private var rowStart = 0
  private var rowEnd = 0
  /// Bounds the time that a text made of question marks can take. The most damaged of 300 pages has one in 144 bytes.
  private var attemptsLeft: Int
  /// Those of them that may begin with any byte, each of which takes some milliseconds: the most damaged of 300 pages has 5.
  private var looseAttemptsLeft = 150
  /// Whether the punctuation that came through is ASCII, so that what is decoded should be too.
  private let isPunctuationFolded: Bool

  init(page: DamagedPage, readings: HanReadings, decoder: ShiftedSpanDecoder) {
    let text = page.text
    self.page = page
    self.readings = readings
    self.decoder = decoder
    attemptsLeft = 64 + text.count / 128
    let wideComma = Array("，".utf8)
    isPunctuationFolded = !text.indices.contains { text[$0] == wideComma[0] && text.hasBytes(wideComma, at: $0) }
  }

  private var text: [UInt8] { page.text }

  /// U+FFFD, where bytes are gone for good.
  private static let replacement = Array("\u{FFFD}".utf8)

  mutating func repair(_ piece: Range<Int>) {
    copied = piece.lowerBound
    var context = ShiftedSpanDecoder.Context()
    var position = piece.lowerBound
    while position < piece.upperBound {
      let (value, width) = text.scalar(at: position)
      let end = position + width
      if value == 0x3F, let span = span(at: position, after: context, limit: piece.upperBound) {
        for unit in span.units { context.append(unit) }
        position = write(span, limit: piece.upperBound)
        continue
      }
      if let gloss = gloss(of: value, after: context.previous, at: end, limit: piece.upperBound) {
        copy(upTo: position)
        replace(position..<gloss.span.upperBound, with: text[position..<end], kind: .gloss)
        position = gloss.span.upperBound
      } else {
        position = noteLoss(value, after: context.previous, at: position..<end, limit: piece.upperBound)
      }
      context.append(value)
    }
    copy(upTo: piece.upperBound)
  }

  /// Notes what is left of the damage and returns where the text goes on: a `?` between a Han character and half a gloss
  /// becomes U+FFFD, a character of a user-defined area stays, since its bytes are all there.
  private mutating func noteLoss(_ character: UInt32, after previous: UInt32, at place: Range<Int>, limit: Int) -> Int {
    if character == 0x3F, let gloss = Gloss(openedBefore: place.upperBound, in: text), gloss.span.upperBound <= limit,
      isHan(previous), text[gloss.letters].contains(where: { $0 >= 0x80 })
    {
      copy(upTo: place.lowerBound)
      replace(place.lowerBound..<gloss.span.upperBound, with: RepairPass.replacement[...], kind: .lost)
      return gloss.span.upperBound
    }
    if (0xE000...0xF8FF).contains(character) {
      let start = result.rewriter.position + place.lowerBound - copied
      result.repairs.append(Repair(kind: .lost, span: TextSpan(start: start, end: start + place.count)))
    }
    return place.upperBound
  }

  /// The text repaired, with one finding for all that was lost.
  consuming func finished() -> StepText {
    let losses = result.repairs.count { $0.kind == .lost }
    if losses > 0 {
      result.findings.append(
        Finding(kind: "lostCharacters", message: "damaged characters that could not be recovered for certain: \(losses) places"))
    }
    return result
  }

  /// The damaged span at the question mark at `start`.
  private mutating func span(at start: Int, after context: ShiftedSpanDecoder.Context, limit: Int) -> ShiftedSpan? {
    if start >= rowEnd {
      rowEnd = start
      while rowEnd < limit, text[rowEnd] == 0x3F { rowEnd += 1 }
      rowStart = start
    }
    guard rowEnd - rowStart <= ShiftedSpanDecoder.longestRow, attemptsLeft > 0 else { return nil }
    let beginnings = decoder.beginnings(at: start, after: context.previous, in: text, limit: limit)
    guard let first = beginnings.first else { return nil }
    if !first.isPendingKnown {
      guard looseAttemptsLeft > 0 else { return nil }
      looseAttemptsLeft -= 1
    }
    attemptsLeft -= 1
    return decoder.span(from: beginnings, after: context, in: page, limit: limit)
  }

  /// Writes the units of `span` and returns where the text goes on; a gloss behind the last character belongs to it.
  private mutating func write(_ span: ShiftedSpan, limit: Int) -> Int {
    copy(upTo: span.source.lowerBound)
    let start = result.rewriter.position
    var source = span.source.lowerBound..<span.source.lowerBound
    var bytes: [UInt8] = []
    for (index, unit) in span.units.enumerated() {
      source = source.lowerBound..<unit.source.upperBound
      bytes += utf8(unit)
      if index + 1 < span.units.count {
        // A character that folds to one byte and stands for one would pass for a copy: it goes with the one before it.
        let next = span.units[index + 1]
        if next.source.count == 1, WidthFolding.isWide(next.character) { continue }
      } else if let gloss = gloss(of: unit.last, after: 0, at: source.upperBound, limit: limit) {
        source = source.lowerBound..<gloss.span.upperBound
      }
      result.rewriter.replace(source, with: bytes)
      source = source.upperBound..<source.upperBound
      bytes = []
    }
    copied = source.upperBound
    let made = TextSpan(start: start, end: result.rewriter.position)
    result.repairs.append(Repair(kind: span.isCertain ? .shifted : .lost, span: made))
    return copied
  }

  /// The gloss at `offset`, where it is the reading of `character` in front of it.
  ///
  /// An ASCII letter counts as the character that it makes with the second byte of `previous`: the damage saw 現 (AC46) in
  /// the bytes of `，F`, which left `,F(xiàn)`.
  private func gloss(of character: UInt32, after previous: UInt32, at offset: Int, limit: Int) -> Gloss? {
    guard isHan(character) || (0x41...0x7A).contains(character) else { return nil }
    guard let gloss = Gloss(at: offset, in: text), gloss.span.upperBound <= limit else { return nil }
    guard let annotated = isHan(character) ? character : decoder.character(across: previous, and: character) else { return nil }
    return readings.isReading(text[gloss.letters], of: annotated) ? gloss : nil
  }

  private mutating func copy(upTo end: Int) {
    result.rewriter.copy(copied..<end, of: text)
    copied = end
  }

  private mutating func replace(_ range: Range<Int>, with bytes: ArraySlice<UInt8>, kind: Repair.Kind) {
    let start = result.rewriter.position
    result.rewriter.replace(range, with: bytes)
    result.repairs.append(Repair(kind: kind, span: TextSpan(start: start, end: result.rewriter.position)))
    copied = range.upperBound
  }

  private func utf8(_ unit: ShiftedSpan.Unit) -> [UInt8] {
    var string = String.UnicodeScalarView()
    let isFolded = isPunctuationFolded && WidthFolding.isWide(unit.character)
    for character in [isFolded ? unit.character - 0xFEE0 : unit.character, unit.sign].compactMap(\.self) {
      string.append(Unicode.Scalar(character) ?? "\u{FFFD}")
    }
    return Array(String(string).utf8)
  }
}
