internal import SourceText

/// A text reduced to what tells names apart: lower case, without spaces, hyphens, dots between words and brackets.
struct FoldedName: Hashable {
  private(set) var scalars: [UInt32] = []
  /// Byte range of each scalar in the text it was folded from.
  private(set) var places: [Range<Int>] = []

  init(_ bytes: [UInt8], in range: Range<Int>) {
    var at = range.lowerBound
    while at < range.upperBound {
      let (scalar, width) = bytes.scalar(at: at)
      let place = at..<min(at + max(width, 1), range.upperBound)
      at = place.upperBound
      guard !Self.isDropped(scalar) else { continue }
      scalars.append(Self.lowered(scalar))
      places.append(place)
    }
  }

  init(_ text: String) {
    let bytes = Array(text.utf8)
    self.init(bytes, in: 0..<bytes.count)
  }

  /// Space, hyphens and dashes, underscore, middle dots, apostrophes, brackets of both widths.
  private static func isDropped(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x20, 0x09, 0xA0, 0x2D, 0x5F, 0x27, 0x28, 0x29, 0x5B, 0x5D, 0x2010...0x2015, 0xB7, 0x30FB, 0x2019, 0xFF08, 0xFF09, 0x3000: true
    default: false
    }
  }

  private static func lowered(_ scalar: UInt32) -> UInt32 {
    guard let unicode = Unicode.Scalar(scalar) else { return scalar }
    let lowered = unicode.properties.lowercaseMapping.unicodeScalars
    return lowered.count == 1 ? lowered.first?.value ?? scalar : scalar
  }
}

extension [UInt8] {
  func isASCIIWordCharacter(at offset: Int) -> Bool {
    guard offset >= 0, offset < count else { return false }
    switch self[offset] {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return true
    default: return false
    }
  }

  func isDigit(at offset: Int) -> Bool { offset >= 0 && offset < count && (0x30...0x39).contains(self[offset]) }
}
