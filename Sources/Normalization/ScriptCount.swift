import ClaimModel
import SourceText

/// Which script a text is in, by counting the characters that only one of them has.
struct ScriptCount {
  private var traditional = 0
  private var simplified = 0
  private var han = 0
  private var latin = 0

  /// Counts the whole of `text`. Cost: linear.
  init(_ text: [UInt8], fold: SimplifiedFold) {
    var position = 0
    while position < text.count {
      let (value, width) = text.scalar(at: position)
      position += width
      if width == 1 {
        if (0x61...0x7A).contains(value | 0x20) { latin += 1 }
      } else if isHan(value) {
        han += 1
        if fold.isTraditional(value) { traditional += 1 } else if fold.isSimplified(value) { simplified += 1 }
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

  /// Whether folding would change anything.
  var needsFold: Bool { traditional > 0 }
}
