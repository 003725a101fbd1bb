import ClaimModel
import SourceText

/// The steps themselves, each on a whole document's text. It owns handles of ICU and what they were asked.
final class TextSteps {
  private let repair: TextRepair
  private let mojibake: MojibakeRepair
  private let forms = CharacterForms()

  init(fold: SimplifiedFold) {
    repair = TextRepair(fold: fold)
    mojibake = MojibakeRepair(fold: fold)
  }

  /// What `step` makes of the text of `document`; nil where it changes nothing. Cost: linear.
  func apply(_ step: NormalizationStep, to document: Document) -> StepText? {
    let text = document.text
    switch step {
    case .repair: return repair(text, pieces: document.pieces)
    case .mojibake: return mojibake(text, pieces: document.pieces)
    case .entities: return EscapedEntities.read(text, except: document.blocks.filter { $0.role == .code }.map(\.span.range))
    case .invisible: return InvisibleCharacters.left(out: text)
    case .forms: return forms.usual(text)
    case .width: return WidthFolding.folded(text)
    }
  }

  /// The characters of a page mended before they are parsed.
  func mended(_ utf8: [UInt8], isMarkup: Bool) -> StepText? {
    repair(utf8, pieces: Document.lines(of: utf8, borders: []), isMarkup: isMarkup)
  }
}

extension Document {
  /// The text cut at the borders of blocks and cells, and at line ends: no damage is looked for across them.
  fileprivate var pieces: [Range<Int>] {
    var borders: [Int] = []
    for block in blocks {
      borders += [block.span.start, block.span.end]
      for cell in (block.table?.rows ?? []).joined() { borders += [cell.span.start, cell.span.end] }
    }
    return Document.lines(of: text, borders: borders)
  }

  fileprivate static func lines(of text: [UInt8], borders: [Int]) -> [Range<Int>] {
    var cuts = borders
    for index in text.indices where text[index] == 0x0A { cuts += [index, index + 1] }
    cuts.append(text.count)
    cuts.sort()
    var pieces: [Range<Int>] = []
    var start = 0
    for cut in cuts where cut > start && cut <= text.count {
      pieces.append(start..<cut)
      start = cut
    }
    return pieces
  }
}
