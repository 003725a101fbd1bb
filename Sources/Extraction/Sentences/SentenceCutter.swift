internal import SourceText

/// Cuts a block into sentences and clauses, Chinese and English alike.
///
/// A sentence ends at 。！？； or their ASCII forms (a full stop only before a space or the block's end, and not after an
/// abbreviation or inside a number), or at a line break. A clause ends at a comma, colon, dash or parenthesis; a comma
/// between digits belongs to the number. A sentence that has run on for `longest` bytes ends at its next clause, one of twice
/// that at the next space or Han character, so that what is held against one another stays small. Linear in the text.
struct SentenceCutter {
  /// Bytes: no sentence of the annotated documents is longer than 1,100.
  private static let longest = 2_000

  private let text: [UInt8]

  init(_ text: [UInt8]) {
    self.text = text
  }

  func sentences(in block: Range<Int>) -> [Sentence] {
    var sentences: [Sentence] = []
    var clauses: [Range<Int>] = []
    var sentenceStart = block.lowerBound
    var clauseStart = block.lowerBound
    var position = block.lowerBound
    while position < block.upperBound {
      let (scalar, width) = text.scalar(at: position)
      let next = min(position + width, block.upperBound)
      switch shortened(boundary(of: scalar, at: position, in: block), scalar, length: position - sentenceStart) {
      case .none: break
      case .clause:
        clauses.append(clauseStart..<next)
        clauseStart = next
      case .sentence:
        let end = includingClosers(from: next, in: block)
        clauses.append(clauseStart..<end)
        sentences.append(Sentence(range: sentenceStart..<end, clauses: clauses))
        clauses = []
        sentenceStart = end
        clauseStart = end
        position = end
        continue
      }
      position = next
    }
    if sentenceStart < block.upperBound {
      if clauseStart < block.upperBound { clauses.append(clauseStart..<block.upperBound) }
      sentences.append(Sentence(range: sentenceStart..<block.upperBound, clauses: clauses))
    }
    return sentences.filter { !isBlank($0.range) }
  }

  private enum Boundary { case none, clause, sentence }

  /// Ends what has run on for too long, after `length` bytes.
  private func shortened(_ boundary: Boundary, _ scalar: UInt32, length: Int) -> Boundary {
    guard length >= Self.longest, boundary != .sentence else { return boundary }
    if boundary == .clause { return .sentence }
    return length >= 2 * Self.longest && (scalar <= 0x20 || scalar >= 0x80) ? .sentence : .none
  }

  private func boundary(of scalar: UInt32, at position: Int, in block: Range<Int>) -> Boundary {
    switch scalar {
    case 0x3002, 0xFF01, 0xFF1F, 0xFF1B, 0x0A: return .sentence  // 。！？； line break
    case 0x21, 0x3F, 0x3B: return .sentence  // ! ? ;
    case 0x2E: return endsSentence(fullStopAt: position, in: block) ? .sentence : .none
    case 0xFF0C, 0xFF1A, 0x2014, 0xFF08, 0xFF09: return .clause  // ， ： — （ ）
    case 0x2C, 0x3A:
      return isDigit(position - 1) && isDigit(position + 1) ? .none : .clause  // , :
    case 0x28, 0x29: return .clause
    default: return .none
    }
  }

  private func endsSentence(fullStopAt position: Int, in block: Range<Int>) -> Bool {
    let next = position + 1
    guard next < block.upperBound else { return true }
    guard text[next] == 0x20 || text[next] == 0x0A || text[next] >= 0x80 else { return false }
    // A single capital before it is an initial (J. Smith, U.S.), a short lower-case word an abbreviation (vs., approx.).
    var start = position
    while start > block.lowerBound, isLetter(start - 1) { start -= 1 }
    let word = text[start..<position]
    if word.count == 1, let only = word.first, only < 0x61 { return false }
    return !Self.abbreviations.contains(Array(word.map { $0 | 0x20 }))
  }

  /// English abbreviations that end in a full stop inside a sentence.
  private static let abbreviations: Set<[UInt8]> = Set(
    [
      "vs", "approx", "mr", "mrs", "ms", "dr", "prof", "inc", "corp", "ltd", "fig", "eq", "no", "st", "jan", "feb", "mar", "apr", "aug",
      "sept", "sep", "oct", "nov", "dec", "al", "etc", "cf", "e", "g", "i",
    ].map { Array($0.utf8) })

  /// Quotation marks and brackets that close behind a sentence's end belong to it.
  private func includingClosers(from offset: Int, in block: Range<Int>) -> Int {
    var position = offset
    while position < block.upperBound {
      let (scalar, width) = text.scalar(at: position)
      guard [0x201D, 0x2019, 0x300D, 0x300F, 0x22, 0xFF09].contains(scalar) else { break }
      position = min(position + width, block.upperBound)
    }
    return position
  }

  private func isDigit(_ offset: Int) -> Bool { text.indices.contains(offset) && text[offset] >= 0x30 && text[offset] <= 0x39 }
  private func isLetter(_ offset: Int) -> Bool { text[offset] | 0x20 >= 0x61 && text[offset] | 0x20 <= 0x7A }

  private func isBlank(_ range: Range<Int>) -> Bool {
    text[range].allSatisfy { $0 <= 0x20 }
  }
}
