internal import ClaimModel
internal import SourceText

/// What a stretch of text is written in, by counting characters and words.
struct LanguageCount {
  private var traditional = 0
  private var simplified = 0
  private var han = 0
  /// Characters of Japanese kana, of Korean, of other scripts (Cyrillic, Arabic, Thai …).
  private var kana = 0
  private var hangul = 0
  private var otherLetters = 0
  /// Words in Latin letters, and those of them that begin in lower case: running text, no names.
  private var words = 0
  private var runningWords = 0
  /// Words that hold a letter beyond A to Z.
  private var accentedWords = 0
  private var englishWords = 0
  private var foreignWords = 0

  /// Counts `range` of `text`; addresses are in no language. Cost: linear.
  init(_ text: [UInt8], in range: Range<Int>, fold: SimplifiedFold, words: LanguageWords, longestWord: Int) {
    var position = range.lowerBound
    while position < range.upperBound {
      let (value, width) = text.scalar(at: position)
      if Self.isLatin(value) {
        let end = Self.wordEnd(in: text, from: position, limit: range.upperBound)
        if let addressEnd = Self.addressEnd(in: text, from: position, wordEnd: end, limit: range.upperBound) {
          position = addressEnd
          continue
        }
        count(word: text[position..<end], words, longestWord)
        position = end
      } else {
        if width > 1 { count(value, fold) }
        position += width
      }
    }
  }

  private mutating func count(_ value: UInt32, _ fold: SimplifiedFold) {
    switch value {
    case 0x3041...0x309F, 0x30A1...0x30FA, 0x30FC...0x30FF: kana += 1
    case 0xAC00...0xD7A3, 0x1100...0x11FF, 0x3130...0x318F: hangul += 1
    case _ where isHan(value):
      han += 1
      if fold.isTraditional(value) { traditional += 1 } else if fold.isSimplified(value) { simplified += 1 }
    // Cyrillic to Georgian (Greek letters stand in names and formulas), and the scripts of South and Southeast Asia.
    case 0x0400...0x10FF, 0x1780...0x17FF: otherLetters += 1
    default: break
    }
  }

  private mutating func count(word: ArraySlice<UInt8>, _ known: LanguageWords, _ longestWord: Int) {
    guard let first = word.first else { return }
    words += 1
    if first >= 0x61 { runningWords += 1 }
    if word.contains(where: { $0 >= 0x80 }) { accentedWords += 1 }
    guard word.count <= longestWord else { return }
    let lowered = String(decoding: word.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
    if known.english.contains(lowered) { englishWords += 1 } else if known.foreign.contains(lowered) { foreignWords += 1 }
  }

  /// A Latin word is weighed as two Han characters, about what a word of Chinese has.
  private static let charactersAWord = 2
  /// What share of a text the smaller part must have for the text to be mixed: a quarter.
  private static let mixedShare = 4

  /// What the text is in; nil where it has no letters. `whole` is the script of the document, for Chinese that is in both.
  ///
  /// Text with a fifth or more of kana (Hangul) among its characters is Japanese (Korean), Han characters and all. Names alone do
  /// not make a text mixed: in a Chinese one only Latin words in lower case count.
  func language(inDocumentOf whole: Script?) -> BlockLanguage? {
    let chinese = kana * 5 >= han + kana || hangul * 5 >= han + hangul ? 0 : han
    let others = kana + hangul + otherLetters + (han - chinese)
    let latin = words * Self.charactersAWord
    guard others + chinese + latin > 0 else { return nil }
    if others > chinese + latin { return .other }
    guard chinese * Self.mixedShare > chinese + latin else { return latin > others ? latinLanguage : .other }
    let running = runningWords * Self.charactersAWord
    return running * Self.mixedShare > chinese + running ? .mixed : chineseLanguage(whole)
  }

  /// By the characters that one script alone has, as for the whole document; Simplified where nothing tells.
  private func chineseLanguage(_ whole: Script?) -> BlockLanguage {
    if traditional + simplified == 0 { return whole == .traditional ? .traditional : .simplified }
    return traditional * 2 > simplified ? .traditional : .simplified
  }

  /// English unless small words of other languages are more and a tenth of all (names have some: von, de la), or there is no small
  /// word of English and one word in ten goes beyond A to Z.
  private var latinLanguage: BlockLanguage {
    if foreignWords > englishWords, foreignWords * 10 >= words { return .other }
    return englishWords == 0 && accentedWords * 10 >= words ? .other : .english
  }

  /// ASCII letters, and the Latin letters of Latin-1, Extended-A, -B and Additional (Unicode, Blocks.txt).
  private static func isLatin(_ value: UInt32) -> Bool {
    if value < 0x80 { return (0x61...0x7A).contains(value | 0x20) }
    return (0xC0...0x24F).contains(value) && value != 0xD7 && value != 0xF7 || (0x1E00...0x1EFF).contains(value)
  }

  private static func wordEnd(in text: [UInt8], from start: Int, limit: Int) -> Int {
    var end = start
    while end < limit {
      let (value, width) = text.scalar(at: end)
      guard isLatin(value) else { break }
      end += width
    }
    return end
  }

  /// Where the address that begins with a word ends: https://…, www.…, name@…; nil where none begins.
  private static func addressEnd(in text: [UInt8], from start: Int, wordEnd: Int, limit: Int) -> Int? {
    let isAddress =
      text.hasBytes(addressMark, at: wordEnd) || text.hasBytes(hostMark, at: start) || text.hasBytes(mailMark, at: wordEnd)
    guard isAddress else { return nil }
    var end = wordEnd
    while end < limit, text[end] > 0x20, text[end] < 0x7F { end += 1 }
    return end
  }

  private static let addressMark = Array("://".utf8)
  private static let hostMark = Array("www.".utf8)
  private static let mailMark = Array("@".utf8)
}
