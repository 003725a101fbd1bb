internal import SourceText

/// The beginning of a block as phrases are matched against it: letters, digits and colons in lower case, wide forms made
/// ASCII, Traditional made Simplified where phrases need it, glosses like `(jìn)` left out.
struct FoldedText {
  private(set) var scalars: [UInt32] = []
  /// Whether the block went on behind the characters read.
  private(set) var isCut = false

  /// How many characters are read: more than any phrase and any line that is boilerplate by what it contains.
  private static let limit = 220

  init() { scalars.reserveCapacity(Self.limit) }

  init(_ string: String) {
    let utf8 = Array(string.utf8)
    read(utf8, in: 0..<utf8.count)
  }

  /// Replaces what was read before.
  mutating func read(_ text: [UInt8], in range: Range<Int>) {
    scalars.removeAll(keepingCapacity: true)
    isCut = false
    var offset = range.lowerBound
    var sawSpace = false
    while offset < range.upperBound {
      guard scalars.count < Self.limit else {
        isCut = true
        return
      }
      let (scalar, width) = text.scalar(at: offset)
      if scalar == 0x28, let end = Self.glossEnd(in: text, at: offset, end: range.upperBound), let last = scalars.last, isHan(last) {
        offset = end
        continue
      }
      offset += width
      guard let folded = Self.folded(scalar) else {
        sawSpace = sawSpace || scalar <= 0x20 || scalar == 0xA0
        continue
      }
      if sawSpace, let last = scalars.last, Self.isLatin(last), Self.isLatin(folded) { scalars.append(0x20) }
      sawSpace = false
      scalars.append(folded)
    }
  }

  private static func isLatin(_ scalar: UInt32) -> Bool { scalar >= 0x61 && scalar <= 0x7A }

  /// Nil for what is no letter, digit or colon.
  static func folded(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x61...0x7A, 0x30...0x3A: scalar
    case 0x41...0x5A: scalar | 0x20
    case 0xFF10...0xFF1A, 0xFF41...0xFF5A: scalar - 0xFEE0
    case 0xFF21...0xFF3A: (scalar - 0xFEE0) | 0x20
    case 0x4E00...0x9FFF: simplified[scalar] ?? scalar
    case 0xA9: scalar
    case 0xC0...0x24F where scalar != 0xD7 && scalar != 0xF7: scalar
    case 0x3400...0x4DBF, 0x3040...0x30FF, 0xAC00...0xD7AF: scalar
    default: nil
    }
  }

  /// The characters of boilerplate phrases that Traditional writes differently. Not a general folding: that is the work of
  /// a later stage.
  private static let simplified: [UInt32: UInt32] = {
    let pairs = """
      關关鍵键詞词風风險险責责條条聲声來来資资圖图編编輯辑記记務务權权隱隐絡络係系閱阅讀读導导覽览頁页網网訂订報报熱热門门點点擊击評评論论轉转載载聞闻\
      連连結结發发佈布時时間间欄栏專专題题標标簽签廣广業业機机構构獨独見见觀观場场須须謹谨慎慎據据這这個个為为與与僅仅參参考考價价誤误請请貼贴檢检舉举\
      開开啟启視视頻频線线讚赞續续後后鏈链搜搜尋寻註注冊册登登錄录護护書书籤签刪删選选擇择擴扩樣样體体號号員员態态護护聯联經经許许為为該该對对從从屬属\
      學学實实際际顯显圍围歡欢迎迎進进類类誌志獲获隨随麼么徵征錄录撰撰寫写譯译攝摄圖图說说紙纸傳传媒媒億亿動动態态團团隊队問问饋馈檔档處处觸触強强動动\
      兩两嚴严樂乐習习於于雲云亞亚產产們们眾众會会儲储興兴內内則则別别區区單单雙双國国塊块備备復复婦妇娛娱審审師师並并張张歸归當当戶户掃扫擔担數数無无\
      舊旧氣气測测瀏浏現现電电碼码積积簡简糾纠級级終终紹绍給给絕绝統统維维薦荐營营討讨議议訊讯設设訪访證证識识話话謝谢負负財财費费輸输過过還还違违遞递\
      鄭郑鐘钟銳锐錯错長长閉闭頂顶顧顾驗验\
      裡里産产贊赞週周規规範范複复製制餘余
      """.unicodeScalars.filter { $0.value > 0x20 }.map(\.value)
    var table: [UInt32: UInt32] = [:]
    for index in stride(from: 0, to: pairs.count - 1, by: 2) { table[pairs[index]] = pairs[index + 1] }
    return table
  }()

  /// One past the `)` of a reading in Latin letters with a tone mark, up to eight letters; nil for others.
  private static func glossEnd(in text: [UInt8], at offset: Int, end: Int) -> Int? {
    var position = offset + 1
    var hasToneMark = false
    while position < end, position - offset <= 12 {
      let (scalar, width) = text.scalar(at: position)
      switch scalar {
      case 0x29: return hasToneMark ? position + 1 : nil
      case 0x61...0x7A: break
      case 0xE0...0xFC, 0x101...0x1DC: hasToneMark = true
      default: return nil
      }
      position += width
    }
    return nil
  }
}
