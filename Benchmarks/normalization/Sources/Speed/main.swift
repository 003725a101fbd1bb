import Foundation
import Normalization

/// Times the passes that every clean page goes through, in one process: `Speed FILE`, a text in UTF-8.
///
/// Prints one line a pass: its name, bytes and characters a second as the best of several runs.
guard CommandLine.arguments.count == 2, let file = FileManager.default.contents(atPath: CommandLine.arguments[1]) else {
  print("usage: Speed FILE")
  exit(2)
}
let text = [UInt8](file)
let characters = text.count { $0 & 0xC0 != 0x80 }
var forms = WritingForms()
forms.characters = [("著", "着", []), ("著", "著", ["著名", "著作", "名著"]), ("乾", "乾", ["乾隆", "乾坤"]), ("「", "“", []), ("」", "”", [])]
  .compactMap { CharacterForm(from: $0, to: $1, words: $2, scope: .simplified) }
let passes = CleanTextPasses(forms: forms)

func measure(_ name: String, _ body: () -> Int) {
  var best = Duration.seconds(1_000_000)
  var sum = 0
  for _ in 0..<9 {
    let time = ContinuousClock().measure { sum &+= body() }
    best = min(best, time)
  }
  let seconds = Double(best.components.attoseconds) / 1e18 + Double(best.components.seconds)
  print("\(name)\t\(Double(text.count) / seconds)\t\(Double(characters) / seconds)\t\(sum & 1)")
}

measure("fold") { passes.folded(text).count }
measure("gate") { passes.showsInjection(text) ? 1 : 0 }
measure("width") { passes.widthFolded(text).count }
measure("all") {
  let shows = passes.showsInjection(text)
  return passes.folded(passes.widthFolded(text)).count + (shows ? 1 : 0)
}
