import ClaimModel
import SourceText

/// Makes the phrases of a conversion from what the knowledge files say.
struct PhraseMaking {
  private(set) var phrases = PhraseTable()
  private(set) var regionalPhrases = PhraseTable()
  private(set) var variants: CharacterTable?

  private let target: ConversionTarget
  private let fold: SimplifiedFold
  private let forms: WritingForms

  init(target: ConversionTarget, forms: WritingForms, fold: SimplifiedFold) {
    self.target = target
    self.fold = fold
    self.forms = forms
    if target.region == .hongKong, target.script == .traditional {
      variants = CharacterTable(
        alone: [UInt16](repeating: 0, count: 0x1_0000), forms: forms.characters.filter { $0.scope == .hongKong && $0.words.isEmpty })
    }
    if target.script == .traditional { addTraditional() } else { addSimplified() }
    if let region = target.region { addWords(of: region) }
  }

  /// Words whose characters ICU does not come to, by their Simplified form.
  private mutating func addTraditional() {
    for word in forms.traditionalWords { phrases.add(simplified(word), becoming: varied(Array(word.utf8))) }
    guard variants != nil else { return }
    // The words in which a variant does not hold: they are phrases, so that the variants need no look at what is around.
    for form in forms.characters where form.scope == .hongKong {
      for word in form.words {
        let kept = Array(String(decoding: word.utf16.map { $0 == form.from ? form.to : $0 }, as: UTF16.self).utf8)
        phrases.add(simplified(word), becoming: kept)
        for key in [Array(word.utf8), kept] { regionalPhrases.add(key, becoming: kept) }
      }
    }
  }

  /// Characters and words that the knowledge files make of others than ICU does.
  private mutating func addSimplified() {
    for form in forms.characters where form.scope == .simplified {
      if form.words.isEmpty {
        let key = Array(String(decoding: [form.from], as: UTF16.self).utf8)
        phrases.add(key, becoming: fold.reading(key))
      }
      for word in form.words {
        let result = fold.reading(Array(word.utf8))
        // In either script, as 专著 for 專著.
        let mixed = String(decoding: word.utf16.map { $0 == form.from ? $0 : UInt16(fold.simplified(UInt32($0))) }, as: UTF16.self)
        phrases.add(Array(word.utf8), becoming: result)
        phrases.add(Array(mixed.utf8), becoming: result)
        // Words that Simplified does not have, whatever is around them.
        if form.to != form.from { regionalPhrases.add(Array(word.utf8), becoming: result) }
      }
    }
  }

  private mutating func addWords(of region: WritingRegion) {
    let plain = ScriptConversion(to: ConversionTarget(script: .traditional, region: nil), forms: forms, fold: fold)
    let traditional = { (word: String) -> [UInt8] in
      let rewriter: Rewriter<DocumentText, DocumentText> = plain(Array(word.utf8))
      return rewriter.text
    }
    for entry in forms.regionalWords where entry.into.contains(region) {
      guard let own = entry.words[region]?.first else { continue }
      let result = target.script == .simplified ? simplified(own) : region == .mainland ? traditional(own) : varied(Array(own.utf8))
      for (source, words) in entry.words where source != region {
        for word in words {
          for key in [Array(word.utf8), source == .mainland ? traditional(word) : simplified(word)] {
            phrases.add(key, becoming: result)
            regionalPhrases.add(key, becoming: result)
          }
        }
      }
    }
  }

  private func simplified(_ word: String) -> [UInt8] { fold.reading(Array(word.utf8)) }

  private func varied(_ word: [UInt8]) -> [UInt8] { variants?(word) ?? word }
}
