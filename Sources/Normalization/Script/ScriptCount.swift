import ClaimModel
import SourceText

/// Which script a text is in, by counting the characters that only one of them has.
struct ScriptCount {
  private var traditional = 0
  /// Those of them that are written so in Simplified in no word.
  private var surelyTraditional = 0
  private var simplified = 0
  private var han = 0
  private var latin = 0

  /// Counts the whole of `text`. Cost: linear.
  init(_ text: [UInt8], fold: SimplifiedFold) { self.init(text, 0..<text.count, fold: fold) }

  /// Counts a range of `text`. Cost: linear in it.
  init(_ text: [UInt8], _ range: Range<Int>, fold: SimplifiedFold) {
    var position = range.lowerBound
    while position < range.upperBound {
      let (value, width) = text.scalar(at: position)
      position += width
      if width == 1 {
        if (0x61...0x7A).contains(value | 0x20) { latin += 1 }
      } else if isHan(value) {
        han += 1
        if fold.isTraditional(value) {
          traditional += 1
          if !fold.dependsOnWord(value) { surelyTraditional += 1 }
        } else if fold.isSimplified(value) {
          simplified += 1
        }
      }
    }
  }

  /// Latin where the text has hardly any Han characters; nil where nothing tells the two Chinese scripts apart.
  ///
  /// A Simplified text has hardly any Traditional forms, while a Traditional one has a few of those that are Simplified forms
  /// of others as well (后, 里, 面): so these weigh half.
  var script: Script? {
    guard han > 0, han * 10 >= latin else { return latin > 0 ? .latin : nil }
    guard traditional + simplified > 0 else { return nil }
    return traditional * 2 > simplified ? .traditional : .simplified
  }

  /// Whether a text of this count is left as it is when it is to be in `target`; `whole` counts what it is a part of.
  ///
  /// In a Traditional text a short line has often nothing but forms that both scripts have, so it takes three more Simplified
  /// ones, and four times the Traditional ones, to be seen as Simplified.
  func isIn(_ target: Script, within whole: ScriptCount) -> Bool {
    if target == .simplified { return surelyTraditional == 0 && !isTraditional }
    return isTraditional || (whole.isTraditional && (simplified < 3 || simplified <= 4 * traditional))
  }

  /// By the characters that Simplified has in no word; by the others where there is nothing else to go by.
  private var isTraditional: Bool { surelyTraditional * 2 > simplified || (simplified == 0 && traditional > 0) }
}
