import CBridge

/// Text made by the bridge with the bytes it was made from, copied out of C.
struct MappedText {
  let source: [UInt8]
  let text: [UInt8]
  let runs: [kz_run]

  var string: String { String(decoding: text, as: UTF8.self) }

  /// The text with every unit that is not a plain byte shown next to its source: `Q⟦&amp;→&⟧A`.
  var marked: String {
    var result = ""
    for run in runs {
      guard !run.isCopy else {
        result += String(decoding: source[run.sourceRange], as: UTF8.self)
        continue
      }
      for unit in run.units {
        let origin = String(decoding: source[unit.source], as: UTF8.self)
        result += "⟦\(origin)→\(String(decoding: text[unit.text], as: UTF8.self))⟧"
      }
    }
    return result
  }

  /// Every unit, or character where bytes are copied, with its source in hexadecimal digits: `中←D6D0 A←41`.
  var units: String { runs.flatMap(units(of:)).joined(separator: " ") }

  private func units(of run: kz_run) -> [String] {
    guard run.isCopy else {
      return run.units.map { "\(String(decoding: text[$0.text], as: UTF8.self))←\(hexadecimal(source[$0.source]))" }
    }
    var position = Int(run.to)
    return String(decoding: text[run.textRange], as: UTF8.self).unicodeScalars.map { scalar in
      defer { position += UTF8.width(scalar) }
      return "\(scalar)←\(hexadecimal(source[position..<position + UTF8.width(scalar)]))"
    }
  }

  /// What is wrong with the runs, nothing when they keep what their documentation promises.
  func problems() -> [String] {
    var problems: [String] = []
    var textEnd = 0
    var sourceEnd = 0
    for (index, run) in runs.enumerated() {
      if run.count == 0 || run.from_width == 0 || run.to_width == 0 { problems.append("run \(index) is empty") }
      if run.textRange.lowerBound != textEnd { problems.append("run \(index) leaves a hole or overlaps") }
      if run.sourceRange.lowerBound < sourceEnd { problems.append("run \(index) goes back in the source") }
      textEnd = run.textRange.upperBound
      sourceEnd = run.sourceRange.upperBound
      guard textEnd <= text.count, sourceEnd <= source.count else { return problems + ["run \(index) is out of bounds"] }
      if run.isCopy && text[run.textRange] != source[run.sourceRange] { problems.append("run \(index) is no copy") }
    }
    if textEnd != text.count { problems.append("the runs end before the text") }
    return problems
  }
}

extension kz_run {
  var textRange: Range<Int> { Int(from)..<Int(from) + Int(count) * Int(from_width) }
  var sourceRange: Range<Int> { Int(to)..<Int(to) + Int(count) * Int(to_width) }
  var isCopy: Bool { from_width == 1 && to_width == 1 }

  var units: [(text: Range<Int>, source: Range<Int>)] {
    (0..<Int(count)).map { index in
      let text = Int(from) + index * Int(from_width)
      let source = Int(to) + index * Int(to_width)
      return (text..<text + Int(from_width), source..<source + Int(to_width))
    }
  }
}
