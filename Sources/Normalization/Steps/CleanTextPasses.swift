/// The passes that every text goes through, one by one, so that they can be timed.
package struct CleanTextPasses {
  private let fold: SimplifiedFold
  private let repair: TextRepair

  package init(forms: WritingForms) {
    fold = SimplifiedFold(forms.characters)
    repair = TextRepair(fold: fold)
  }

  /// The view that is matched against.
  package func folded(_ text: [UInt8]) -> [UInt8] { fold(text) }

  /// Whether the text shows the injection that is to be repaired.
  package func showsInjection(_ text: [UInt8]) -> Bool { repair.showsInjection(text) }

  package func widthFolded(_ text: [UInt8]) -> [UInt8] { WidthFolding.folded(text)?.text ?? text }
}
