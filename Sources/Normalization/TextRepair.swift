import ClaimModel
import SourceText

/// Removes injected glosses and decodes shifted spans; leaves a text alone that does not show the injection.
final class TextRepair {
  private let readings = HanReadings()
  private let fold: SimplifiedFold
  private lazy var decoder = ShiftedSpanDecoder(readings: readings, fold: fold)

  init(fold: SimplifiedFold) { self.fold = fold }

  /// `text` repaired within each of `pieces`, which are in ascending order, do not overlap and cover it. Cost: linear.
  func callAsFunction(_ text: [UInt8], pieces: [Range<Int>]) -> RepairedText {
    guard hasGloss(text), GlossEvidence(in: text, readings: readings, fold: fold).showsInjection else {
      var rewriter = Rewriter<DocumentText, DocumentText>()
      rewriter.copy(0..<text.count, of: text)
      return RepairedText(rewriter: rewriter, repairs: [], findings: [])
    }
    var pass = RepairPass(text: text, readings: readings, decoder: decoder)
    for piece in pieces { pass.repair(piece) }
    return pass.result
  }

  /// Whether a Latin parenthesis follows another character than ASCII, which most texts settle without asking ICU.
  private func hasGloss(_ text: [UInt8]) -> Bool {
    var position = 1
    while position < text.count {
      let byte = text[position]
      if byte == 0x28 || byte == 0xEF, text[position - 1] >= 0x80, Gloss(at: position, in: text) != nil { return true }
      position += 1
    }
    return false
  }
}

/// One pass over a damaged text.
private struct RepairPass {
  let text: [UInt8]
  let readings: HanReadings
  let decoder: ShiftedSpanDecoder
  var result = RepairedText(rewriter: Rewriter(), repairs: [], findings: [])
  /// Up to where the text is rewritten.
  private var copied = 0
  /// Whether the punctuation that came through is ASCII, so that what is decoded should be too.
  private let isPunctuationFolded: Bool

  init(text: [UInt8], readings: HanReadings, decoder: ShiftedSpanDecoder) {
    self.text = text
    self.readings = readings
    self.decoder = decoder
    let wideComma = Array("，".utf8)
    isPunctuationFolded = !text.indices.contains { text[$0] == wideComma[0] && text.hasBytes(wideComma, at: $0) }
  }

  mutating func repair(_ piece: Range<Int>) {
    copied = piece.lowerBound
    var context = ShiftedSpanDecoder.Context()
    var position = piece.lowerBound
    while position < piece.upperBound {
      let (value, width) = text.scalar(at: position)
      let end = position + width
      if value == 0x3F, let span = decoder.span(at: position, after: context, in: text, limit: piece.upperBound) {
        for unit in span.units { unit.characters.forEach { context.append($0) } }
        position = write(span, limit: piece.upperBound)
        continue
      }
      if let gloss = gloss(of: value, after: context.previous, at: end, limit: piece.upperBound) {
        copy(upTo: position)
        replace(position..<gloss.span.upperBound, with: text[position..<end], kind: .gloss)
        position = gloss.span.upperBound
      } else {
        position = end
      }
      context.append(value)
    }
    copy(upTo: piece.upperBound)
  }

  /// Writes the units of `span` and returns where the text goes on; a gloss behind the last character belongs to it.
  private mutating func write(_ span: ShiftedSpan, limit: Int) -> Int {
    copy(upTo: span.source.lowerBound)
    let start = result.rewriter.position
    for (index, unit) in span.units.enumerated() {
      var source = unit.source
      if index == span.units.count - 1, let last = unit.characters.last,
        let gloss = gloss(of: last, after: 0, at: source.upperBound, limit: limit)
      {
        source = source.lowerBound..<gloss.span.upperBound
      }
      result.rewriter.replace(source, with: utf8(unit.characters))
      copied = source.upperBound
    }
    let made = TextSpan(start: start, end: result.rewriter.position)
    result.repairs.append(Repair(kind: span.lacksCharacter ? .lost : .shifted, span: made))
    if span.lacksCharacter {
      result.findings.append(
        Finding(kind: "lostCharacter", message: "a character could not be recovered: \(result.text.string(made.range))"))
    }
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

  private func utf8(_ characters: [UInt32]) -> [UInt8] {
    var string = String.UnicodeScalarView()
    for character in characters {
      let isFolded = isPunctuationFolded && (0xFF01...0xFF5E).contains(character)
      string.append(Unicode.Scalar(isFolded ? character - 0xFEE0 : character) ?? "\u{FFFD}")
    }
    return Array(String(string).utf8)
  }
}
