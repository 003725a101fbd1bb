import SourceText

/// UTF-8 that was read as GBK: 鈥淚 for “I, 浜哄伐鏅鸿兘 for 人工智能, 锟斤拷 for two U+FFFD.
///
/// Pair by pair, the bytes of a misread stretch are well-formed UTF-8; those of a text that was meant hardly ever are, since the
/// GBK characters that begin with E2 to EF are rare ones. A byte that found no partner went as `?` or U+FFFD.
struct MisreadGBK {
  let text: [UInt8]
  let piece: Range<Int>
  let table: DoubleByteTable
  /// Whether a character is one of the frequent ones.
  let isEveryday: (UInt32) -> Bool

  /// The stretches that are UTF-8 misread, in text order.
  ///
  /// Characters of two bytes (脳 for ×, 茅 for é) are everyday ones in GBK: they count beside others that are convincing, or in
  /// Latin text whose every Han character is one, two of them or one that touches a letter or a digit.
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
    guard !doubtful.isEmpty else { return convincing }
    let touching = doubtful.filter { touchesASCII($0.range) }
    if hasMeantHan, convincing.isEmpty { return [] }
    if convincing.isEmpty, letters < 4 * doubtful.count || (doubtful.count < 2 && touching.isEmpty) { return [] }
    return (convincing + (hasMeantHan ? touching : doubtful)).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func reader(from start: Int) -> StretchReader? {
    let stretch = Stretch(from: start, in: text, limit: piece.upperBound, table: table)
    guard let first = stretch.bytes.first, (0xC2...0xF4).contains(first) else { return nil }
    var reader = StretchReader(stretch: stretch)
    reader.read()
    return reader.isEmpty ? nil : reader
  }

  /// Whether a Latin letter or a digit stands right before or behind `range`.
  private func touchesASCII(_ range: Range<Int>) -> Bool {
    let before = range.lowerBound > piece.lowerBound ? text[range.lowerBound - 1] : 0
    let after = range.upperBound < piece.upperBound ? text[range.upperBound] : 0
    return [before, after].contains { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) }
  }
}

/// The GBK bytes of characters next to each other.
private struct Stretch {
  /// Bytes looked at, far more than a paragraph has.
  private static let longest = 8_000
  /// Stands for a byte that was lost.
  static let hole: UInt8 = 0xFF

  var bytes: [UInt8] = []
  /// Where in the text the character ends that each byte is of.
  var ends: [Int] = []

  init(from start: Int, in text: [UInt8], limit: Int, table: DoubleByteTable) {
    var position = start
    while position < limit, bytes.count < Stretch.longest {
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
    if lead == 0xE2, rest.first.map({ $0 <= 0x84 }) == true { progress.signs += 1 }
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
