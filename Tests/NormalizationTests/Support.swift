import ClaimModel
import SourceText

@testable import Normalization

/// A text with its stretch between ⟦ and ⟧, the marks taken out.
struct Marked {
  var bytes: [UInt8]
  var span: Range<Int>

  init(_ marked: String) {
    let parts = marked.split(omittingEmptySubsequences: false) { $0 == "⟦" || $0 == "⟧" }.map { Array($0.utf8) }
    bytes = parts.flatMap(\.self)
    span = parts[0].count..<parts[0].count + (parts.count > 1 ? parts[1].count : 0)
  }
}

extension Document {
  /// A document of one paragraph per line, read from a page of the same bytes.
  init(text: String) {
    let bytes = Array(text.utf8)
    self.init(page: Page(record: "page", path: "", bytes: bytes, provenance: Provenance(sha256: "")), charset: "UTF-8")
    self.text = bytes
    map = OffsetMap(identity: bytes.count)
    var start = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let span = TextSpan(start: start, end: start + line.count)
      blocks.append(Block(span: span, role: .paragraph, verdict: BlockVerdict(isKept: true, score: 1, reason: "test")))
      start += line.count + 1
    }
  }

  var words: String { String(decoding: text, as: UTF8.self) }
}

/// The damage as it was done: glosses put in byte by byte, and the bytes decoded again.
struct Damage {
  private let table = DoubleByteTable(decoder: CharsetDecoder())

  /// `text` with `(reading)` behind every pair of bytes that is one of `characters`, in step with the text or not.
  func callAsFunction(_ text: String, glossing characters: String) -> String {
    let readings = HanReadings()
    var bytes = encoded(text)
    for character in characters.unicodeScalars {
      guard let pair = table.pair(of: character.value) else { continue }
      let gloss = [0x28] + encoded(String(decoding: readings.reading(of: character.value), as: UTF8.self)) + [0x29]
      var result: [UInt8] = []
      var index = 0
      while index < bytes.count {
        result.append(bytes[index])
        if index > 0, bytes[index - 1] == pair.lead, bytes[index] == pair.trail { result += gloss }
        index += 1
      }
      bytes = result
    }
    return decoded(bytes)
  }

  private func encoded(_ text: String) -> [UInt8] {
    text.unicodeScalars.flatMap { scalar -> [UInt8] in
      if scalar.value < 0x80 { return [UInt8(scalar.value)] }
      return table.pair(of: scalar.value).map { [$0.lead, $0.trail] } ?? [0x3F]
    }
  }

  /// Pairs as characters; a lead byte without a fitting second one takes that along and becomes `?`.
  private func decoded(_ bytes: [UInt8]) -> String {
    var result = String.UnicodeScalarView()
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      if lead < 0x80 {
        result.append(Unicode.Scalar(lead))
        index += 1
      } else if lead == 0x80 {
        result.append("€")
        index += 1
      } else {
        let character = index + 1 < bytes.count ? table.character(lead: lead, trail: bytes[index + 1]) : nil
        result.append(character.flatMap { Unicode.Scalar($0) } ?? "?")
        index += 2
      }
    }
    return String(result)
  }
}

extension Normalization {
  /// A text as it stands with glosses and shifted spans undone, and nothing else.
  func repaired(_ text: [UInt8]) -> Document { self(text, steps: [.repair]) }

  func callAsFunction(_ text: [UInt8], steps: NormalizationSteps) -> Document {
    self(Document(asItStands: Page(record: "page", path: "", bytes: text, provenance: Provenance(sha256: ""))), steps: steps)
  }
}
