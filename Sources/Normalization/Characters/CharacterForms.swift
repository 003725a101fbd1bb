import SourceText

/// Characters in a form that is kept for compatibility alone, in their usual form.
///
/// What ICU's NFC and NFKC make of them, by kind: ligatures, mathematical letters and digits, Kangxi radicals and compatibility
/// ideographs by NFKC, letters followed by combining accents by NFC; radicals of the supplement and vertical signs by tables. Other
/// compatibility characters (½, ², №, ①, ℃) say something that their plain form does not, and stay.
final class CharacterForms {
  private lazy var composed = UnicodeTransform("NFC")
  private lazy var compatible = UnicodeTransform("NFKC")

  func usual(_ text: [UInt8]) -> StepText? {
    var result = StepText(.forms)
    var position = 0
    while position < text.count {
      let lead = text[position]
      guard lead == 0xCC || lead == 0xCD || lead >= 0xE2 && lead <= 0xF0 && CharacterForms.leads[Int(lead - 0xE2)] else {
        position += 1
        continue
      }
      let (value, width) = text.scalar(at: position)
      if let (range, bytes) = form(of: value, at: position, width: width, in: text) {
        result.replace(range, of: text, with: bytes)
        position = range.upperBound
      } else {
        position += width
      }
    }
    return result.finished(text)
  }

  /// E2 (radicals), E3 (kana), EF (compatibility), F0 (mathematical letters).
  private static let leads = (0xE2...0xF0).map { [0xE2, 0xE3, 0xEF, 0xF0].contains($0) }

  private func form(of value: UInt32, at position: Int, width: Int, in text: [UInt8]) -> (Range<Int>, [UInt8])? {
    switch value {
    case 0x0300...0x036F, 0x3099, 0x309A: return composition(at: position, in: text)
    case 0x2E80...0x2EF3, 0xFE10...0xFE19, 0xFE30...0xFE48:
      guard let plain = CharacterForms.plain[value] else { return nil }
      return (position..<position + width, Array(String(plain).utf8))
    case 0xF900...0xFAFF, 0xFB00...0xFB06, 0x2F00...0x2FD5, 0x1D400...0x1D7FF:
      let made = transformed(position..<position + width, of: text, by: compatible)
      return made.elementsEqual(text[position..<position + width]) ? nil : (position..<position + width, made)
    default: return nil
    }
  }

  /// The letter before the mark at `position` together with it and all marks behind it, as one character where there is one.
  private func composition(at position: Int, in text: [UInt8]) -> (Range<Int>, [UInt8])? {
    guard position > 0 else { return nil }
    let letter = text.scalar(before: position)
    guard isComposable(letter.value) else { return nil }
    var end = position
    while end < text.count, end - position < 16 {
      let (mark, width) = text.scalar(at: end)
      guard (0x0300...0x036F).contains(mark) || mark == 0x3099 || mark == 0x309A else { break }
      end += width
    }
    let range = position - letter.width..<end
    let made = transformed(range, of: text, by: composed)
    return made.count < range.count ? (range, made) : nil
  }

  private func isComposable(_ value: UInt32) -> Bool {
    (0x41...0x7A).contains(value) || (0xC0...0x3FF).contains(value) || (0x400...0x4FF).contains(value) || (0x3041...0x30FF).contains(value)
      || (0x1E00...0x1FFF).contains(value)
  }

  private func transformed(_ range: Range<Int>, of text: [UInt8], by transform: UnicodeTransform) -> [UInt8] {
    Array(String(decoding: transform(Array(text.string(range).utf16)), as: UTF16.self).utf8)
  }
}
