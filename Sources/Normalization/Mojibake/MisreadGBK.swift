import SourceText

/// UTF-8 that was read as GBK: 鈥淚 for “I, 浜哄伐鏅鸿兘 for 人工智能, 锟斤拷 for two U+FFFD.
///
/// Pair by pair, the bytes of a misread stretch are well-formed UTF-8; those of a text that was meant hardly ever are, since the
/// GBK characters that begin with E2 to EF are rare ones. A byte that found no partner went as `?` or U+FFFD.
struct MisreadGBK {
  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  let text: [UInt8]
  let piece: Range<Int>
  let table: DoubleByteTable
  /// Whether a character is one of the frequent ones.
  let isEveryday: (UInt32) -> Bool

  /// The stretches that are UTF-8 misread, in text order.
  ///
  /// Characters of two bytes (脳 for ×, 茅 for é) are everyday ones in GBK: they count beside others that are convincing, or in
  /// Latin text whose every Han character is one, where two of them touch a letter,
  /// one stands within a word (Schr枚dinger)
  /// or one is a sign of measures beside a digit (10虏, 3 脳 5).
  func places() -> [MendedPlace] {
    var convincing: [MendedPlace] = []
    var doubtful: [MendedPlace] = []
    var hasMeantHan = false
    var letters = 0
    var position = piece.lowerBound
    while position < piece.upperBound {
      let (value, width) = text.scalar(at: position)
      guard value >= 0x80, let reader = reader(from: position), let end = reader.end, end > position else {
        hasMeantHan = hasMeantHan || isHan(value)
        if (0x61...0x7A).contains(value | 0x20) { letters += 1 }
        position += width
        continue
      }
      let place = MendedPlace(range: position..<end, utf8: reader.text)
      if reader.isConvincing(isEveryday) { convincing.append(place) } else { doubtful.append(place) }
      position = end
    }
    if hasMeantHan { convincing.removeAll { $0.utf8 == MisreadGBK.replacement } }
    guard !doubtful.isEmpty else { return convincing }
    let touching = doubtful.filter { touchesLetter($0.range) }
    if hasMeantHan, convincing.isEmpty { return [] }
    let measures = doubtful.filter(isMeasure)
    if convincing.isEmpty {
      guard letters >= 4 * doubtful.count else { return [] }
      let hasWord = touching.contains { isInWord($0.range) }
      return touching.count > 1 || hasWord || !measures.isEmpty ? doubtful.filter { touchesLetter($0.range) || isMeasure($0) } : []
    }
    return (convincing + (hasMeantHan ? touching : doubtful)).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func reader(from start: Int) -> StretchReader? {
    guard let pair = table.pair(of: text.scalar(at: start).value), MisreadGBK.mayBegin(pair) else { return nil }
    // Most stretches that begin like one end at once; only a long one is read to its end.
    for longest in [24, Stretch.longest] {
      var reader = StretchReader(stretch: Stretch(from: start, in: text, limit: piece.upperBound, table: table, longest: longest))
      reader.read()
      if !reader.isFull { return reader.isEmpty ? nil : reader }
      if longest == Stretch.longest { return reader }
    }
    return nil
  }

  /// Whether two bytes begin a character of UTF-8: one of Latin letters and signs (C2 to C5), or one of three bytes or more.
  static func mayBegin(_ pair: DoubleByteTable.Pair) -> Bool {
    pair.trail & 0xC0 == 0x80 && ((0xC2...0xC5).contains(pair.lead) || (0xE0...0xF4).contains(pair.lead))
  }

  /// Whether a place is a sign of measures or money that touches a digit, × and ± also with spaces between.
  private func isMeasure(_ place: MendedPlace) -> Bool {
    let value = place.utf8.scalar(at: 0).value
    guard [0xA2, 0xA3, 0xA7, 0xB0, 0xB1, 0xB2, 0xB3, 0xB5, 0xBC, 0xBD, 0xBE, 0xD7].contains(value) else { return false }
    var (before, after) = (place.range.lowerBound - 1, place.range.upperBound)
    if value == 0xB1 || value == 0xD7 {
      if before >= piece.lowerBound, text[before] == 0x20 { before -= 1 }
      if after < piece.upperBound, text[after] == 0x20 { after += 1 }
    }
    return [before, after].contains { piece.contains($0) && (0x30...0x39).contains(text[$0]) }
  }

  /// Whether Latin letters stand on both sides.
  private func isInWord(_ range: Range<Int>) -> Bool {
    range.lowerBound > piece.lowerBound && range.upperBound < piece.upperBound && isLetter(text[range.lowerBound - 1])
      && isLetter(text[range.upperBound])
  }

  private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// Whether a Latin letter stands right before or behind `range`.
  private func touchesLetter(_ range: Range<Int>) -> Bool {
    let before = range.lowerBound > piece.lowerBound ? text[range.lowerBound - 1] : 0
    let after = range.upperBound < piece.upperBound ? text[range.upperBound] : 0
    return isLetter(before) || isLetter(after)
  }
}

/// The GBK bytes of characters next to each other.
private struct Stretch {
  /// Bytes looked at, far more than a paragraph has.
  static let longest = 8_000
  /// Stands for a byte that was lost.
  static let hole: UInt8 = 0xFF

  var bytes: [UInt8] = []
  /// Where in the text the character ends that each byte is of.
  var ends: [Int] = []

  init(from start: Int, in text: [UInt8], limit: Int, table: DoubleByteTable, longest: Int) {
    var position = start
    while position < limit, bytes.count < longest {
      let (value, width) = text.scalar(at: position)
      let end = position + width
      if value >= 0x80, value != 0xFFFD, value != 0x20AC, let pair = table.pair(of: value) {
        bytes += [pair.lead, pair.trail]
        ends += [end, end]
      } else if value == 0x20AC || value == 0x3F || value == 0xFFFD {
        bytes.append(value == 0x20AC ? 0x80 : Stretch.hole)
        ends.append(end)
      } else {
        return
      }
      position = end
    }
  }

  /// Whether a character of the text ends in front of the byte `index`.
  func isBorder(_ index: Int) -> Bool { index == 0 || index == bytes.count || ends[index - 1] != ends[index] }
}

/// Reads the bytes of a stretch as UTF-8, up to the last place where characters of both end together.
private struct StretchReader {
  /// What a stretch holds up to some byte of it.
  private struct Progress {
    var bytes = 0
    var utf8: [UInt8] = []
    /// Characters of three bytes or more, and the signs of punctuation and currency (E2 …) among them.
    var long = 0
    var signs = 0
  }

  let stretch: Stretch
  private var whole = Progress()

  init(stretch: Stretch) { self.stretch = stretch }

  var isEmpty: Bool { whole.bytes == 0 }
  /// Whether the stretch was read nearly to its end, so that more of the text may belong to it.
  var isFull: Bool { whole.bytes + 4 > stretch.bytes.count && stretch.bytes.count > 20 }
  /// Where in the text ends what was read; nil where nothing was.
  var end: Int? { isEmpty ? nil : stretch.ends[whole.bytes - 1] }
  /// UTF-8, a byte order mark left out.
  var text: [UInt8] { whole.utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(whole.utf8.dropFirst(3)) : whole.utf8 }
  /// Two long characters, half of them everyday ones, or one that is a sign.
  func isConvincing(_ isEveryday: (UInt32) -> Bool) -> Bool {
    guard whole.signs == 0 else { return true }
    let han = String(decoding: whole.utf8, as: UTF8.self).unicodeScalars.map(\.value).filter(isHan)
    return whole.long > 1 && han.lazy.filter(isEveryday).count * 2 >= han.count
  }

  mutating func read() {
    var progress = Progress()
    while progress.bytes < stretch.bytes.count, step(&progress) {
      if stretch.isBorder(progress.bytes) { whole = progress }
    }
  }

  /// Reads one character; false where there is none.
  private func step(_ progress: inout Progress) -> Bool {
    let at = progress.bytes
    let byte = stretch.bytes[at]
    if (0x40...0x7E).contains(byte), !stretch.isBorder(at) {
      progress.utf8.append(byte)
      progress.bytes += 1
      return true
    }
    guard (0xC2...0xF4).contains(byte) else { return false }
    let (value, width) = stretch.bytes.scalar(at: at)
    if width > 1 {
      guard isPlausible(value) else { return false }
      progress.utf8 += stretch.bytes[at..<at + width]
      progress.bytes += width
      if width > 2 { progress.long += 1 }
      if byte == 0xE2 || value == 0xFFFD { progress.signs += 1 }
      return true
    }
    return readLoss(&progress, lead: byte)
  }

  /// A character of three bytes of which one, that had no partner, is gone.
  private func readLoss(_ progress: inout Progress, lead: UInt8) -> Bool {
    let rest = stretch.bytes[(progress.bytes + 1)...].prefix(2)
    guard lead >= 0xE0, lead < 0xF0, let hole = rest.firstIndex(of: Stretch.hole) else { return false }
    guard rest[..<hole].allSatisfy({ $0 & 0xC0 == 0x80 }) else { return false }
    // Where the hole is the second byte, the third may be there.
    let isInside = hole + 1 < rest.endIndex && rest[hole + 1] & 0xC0 == 0x80
    progress.utf8 += [0xEF, 0xBF, 0xBD]
    progress.bytes = isInside ? hole + 2 : hole + 1
    progress.long += 1
    if lead == 0xE2 { progress.signs += 1 }
    return true
  }

  private func isPlausible(_ value: UInt32) -> Bool {
    switch value {
    case 0xA0...0x24F, 0x391...0x4FF, 0x2010...0x2044, 0x2070...0x20CF, 0x2100...0x22FF, 0x2460...0x25FF, 0x3000...0x30FF, 0x4E00...0x9FFF,
      0xFEFF, 0xFF01...0xFFE5, 0xFFFD:
      true
    default: false
    }
  }
}
