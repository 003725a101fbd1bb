internal import SourceText

/// A stretch of text in the one form that the readers know: full width as ASCII, Traditional number and unit characters as
/// Simplified, with the way back to the offsets of the text it came from.
struct FoldedText {
  let bytes: [UInt8]
  /// Where each byte, and the end, stood in the text; nil where nothing changed its width.
  private let origins: [Int32]?
  private let base: Int

  init(_ text: [UInt8], in range: Range<Int>) {
    base = range.lowerBound
    var folded: [UInt8] = []
    folded.reserveCapacity(range.count)
    var origins: [Int32]?
    var position = range.lowerBound
    while position < range.upperBound {
      let first = text[position]
      if first == 0x20, let next = Self.gapEnd(text, at: position, after: folded, within: range) {
        if origins == nil { origins = (0..<Int32(folded.count)).map { $0 } }
        position = next
        continue
      }
      guard first >= 0xC2 else {
        folded.append(first)
        origins?.append(Int32(position - base))
        position += 1
        continue
      }
      let (value, width) = text.scalar(at: position)
      let replacement = value == 0xFF0C && Self.joinsDigits(text, at: position) ? 0x2C : Self.fold(value)
      if let replacement, replacement < 0x80 {
        if origins == nil { origins = (0..<Int32(folded.count)).map { $0 } }
        folded.append(UInt8(replacement))
        origins?.append(Int32(position - base))
      } else {
        if let replacement {
          folded.append(contentsOf: String(Unicode.Scalar(replacement) ?? "\u{FFFD}").utf8)
        } else {
          folded.append(contentsOf: text[position..<min(position + width, range.upperBound)])
        }
        if origins != nil { for index in 0..<width { origins?.append(Int32(position - base + index)) } }
      }
      position += width
    }
    origins?.append(Int32(range.count))
    bytes = folded
    self.origins = origins
  }

  /// Where the text goes on behind spaces that part the characters of one Chinese numeral (六 点 五 成); nil for other spaces.
  private static func gapEnd(_ text: [UInt8], at position: Int, after folded: [UInt8], within range: Range<Int>) -> Int? {
    guard let last = folded.last, last >= 0x80 else { return nil }
    var next = position
    while next < range.upperBound, text[next] == 0x20, next - position < 4 { next += 1 }
    guard next < range.upperBound, text[next] >= 0xE3 else { return nil }
    let before = folded.scalar(before: folded.count).value
    let found = text.scalar(at: next).value
    let after = fold(found) ?? found
    guard let left = Unicode.Scalar(before), let right = Unicode.Scalar(after) else { return nil }
    let leftJoins = joiners.contains(left)
    let rightJoins = joiners.contains(right)
    guard leftJoins || rightJoins, leftJoins || ChineseSign(left) != nil, rightJoins || ChineseSign(right) != nil else { return nil }
    return next
  }

  /// Characters that build a numeral with the digits around them.
  private static let joiners: Set<Unicode.Scalar> = ["十", "百", "千", "万", "亿", "点", "分", "之", "成", "又", "个", "拾", "佰", "仟"]

  /// Whether a full-width comma stands between full-width digits, as a mark that groups them.
  private static func joinsDigits(_ text: [UInt8], at position: Int) -> Bool {
    guard position >= 3, position + 6 <= text.count else { return false }
    return (0xFF10...0xFF19).contains(text.scalar(before: position).value)
      && (0xFF10...0xFF19).contains(text.scalar(at: position + 3).value)
  }

  /// The span in the text that `range` of the folded bytes came from.
  func source(_ range: Range<Int>) -> TextSpan {
    guard let origins else { return TextSpan(start: base + range.lowerBound, end: base + range.upperBound) }
    return TextSpan(start: base + Int(origins[range.lowerBound]), end: base + Int(origins[range.upperBound]))
  }

  /// What a character is read as; nil where it stays. Replacements are ASCII or as wide in UTF-8 as what they replace.
  private static func fold(_ value: UInt32) -> UInt32? {
    switch value {
    case 0xA0, 0x3000: return 0x20
    case 0x2212: return 0x2D
    case 0xFF0C: return nil
    case 0xFF01...0xFF5E: return value - 0xFEE0
    case 0x4E00...0x9FFF:
      let folded = traditional[Int(value) - 0x4E00]
      return folded == 0 ? nil : UInt32(folded)
    default: return nil
    }
  }

  /// The Traditional and Japanese characters of numerals, units and periods. Text that comes with its own Simplified view
  /// needs none of them. 0 where a character stays, from U+4E00 on.
  private static let traditional: [UInt16] = {
    let pairs =
      "億亿萬万兩两個个幾几點点負负貳贰參叁陸陆圓圆幣币歐欧鎊镑攝摄華华時时鐘钟週周禮礼號号條条張张塊块隻只輛辆歲岁餘余"
      + "來来過过約约達达幀帧層层維维詞词數数據据臺台瓩瓦噸吨畝亩頃顷釐厘顆颗間间項项種种頁页冊册戶户會会場场門门邊边隊队"
      + "組组雙双對对減减漲涨後后內内從从開开這这當当剛刚將将僅仅並并於于與与級级馬马電电萊莱戰战穫获錢钱單单業业員员詢询"
      + "為为遠远雲云國国縣县鎮镇樓楼線线團团網网請请隨随習习說说課课題题訓训練练計计記记識识權权較较師师圖图庫库廠厂價价"
      + "佔占闆板錄录議议證证認认語语譯译績绩優优給给別别確确標标倆俩"
    var table = [UInt16](repeating: 0, count: 0x9FFF - 0x4E00 + 1)
    var iterator = pairs.unicodeScalars.makeIterator()
    while let from = iterator.next(), let to = iterator.next() { table[Int(from.value) - 0x4E00] = UInt16(to.value) }
    table[0x5186 - 0x4E00] = 0x5143  // 円, the yen's own sign, is read as 元 with its 日 in front
    return table
  }()
}
