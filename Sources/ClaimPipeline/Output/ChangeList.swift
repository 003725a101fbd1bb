internal import ClaimModel
internal import Normalization
internal import SourceText

/// What normalization changed on a page, and where on the page.
package struct ChangeList {
  /// One change: the step, the bytes of the page, the words there and what became of them.
  struct Line {
    var step: String
    var source: SourceSpan
    var before: String
    var after: String
  }

  private let page: Page
  private(set) var lines: [Line]

  package var isEmpty: Bool { lines.isEmpty }

  init(page: Page, lines: [Line]) {
    self.page = page
    self.lines = lines.sorted { ($0.source, $0.step) < ($1.source, $1.step) }
  }

  /// One line a change, `page.html:12:5: repair: '進(jìn)' is '進'`: the line of the page and the byte in it, both from 1. The last line
  /// has no end. Cost: linear.
  package var text: String {
    let name = page.path.isEmpty ? page.record : page.path
    var number = 1
    var lineStart = 0
    var position = 0
    return lines.map { line in
      while position < line.source.start {
        if page.bytes[position] == 0x0A {
          number += 1
          lineStart = position + 1
        }
        position += 1
      }
      let what = line.after.isEmpty ? "is left out" : "is '\(line.after)'"
      return "\(name):\(number):\(line.source.start - lineStart + 1): \(line.step): '\(shown(line.before))' \(what)"
    }.joined(separator: "\n")
  }

  /// `"changes":[{"step","start","end","before","after"}]`, the offsets bytes of the page.
  func write(to line: inout JSONLine) {
    line.key("changes")
    line.array { list in
      for change in lines {
        list.object { entry in
          entry.field("step", change.step)
          entry.field("start", change.source.start)
          entry.field("end", change.source.end)
          entry.field("before", change.before)
          entry.field("after", change.after)
        }
      }
    }
  }

  /// What can't be seen is named: U+200B.
  private func shown(_ words: String) -> String {
    words.unicodeScalars.map { scalar in
      switch scalar.properties.generalCategory {
      case .format, .control, .nonspacingMark, .lineSeparator, .paragraphSeparator: "U+" + String(scalar.value, radix: 16, uppercase: true)
      default: String(scalar)
      }
    }.joined()
  }
}
