internal import SourceText

/// Finds names again that a page has written out before: Mark I for Perceptron Mark I.
struct ShortenedNames {
  let view: [UInt8]
  /// Whole names, in text order.
  let mentions: [NameMention]

  /// A shortened name leaves out the first word and still has four letters or digits and two words.
  func mentions(in sentences: [Range<Int>]) -> [NameMention] {
    var found: [NameMention] = []
    var tails: Set<[UInt8]> = []
    for mention in mentions where mention.meaning.closeness == .whole {
      guard let space = view[mention.range].firstIndex(of: 0x20) else { continue }
      let tail = Array(view[(space + 1)..<mention.range.upperBound])
      guard tail.count >= 5, tail.contains(0x20), tails.insert(tail).inserted else { continue }
      for sentence in sentences where sentence.upperBound > mention.range.upperBound {
        found += places(of: tail, in: max(sentence.lowerBound, mention.range.upperBound)..<sentence.upperBound).map {
          NameMention(range: $0, meaning: mention.meaning)
        }
      }
    }
    return found
  }

  private func places(of tail: [UInt8], in range: Range<Int>) -> [Range<Int>] {
    guard range.count >= tail.count else { return [] }
    return (range.lowerBound...(range.upperBound - tail.count)).compactMap { start in
      let place = start..<start + tail.count
      guard view.hasBytes(tail, at: start), NameBoundary.isStart(start, in: view, range: range),
        NameBoundary.isEnd(place.upperBound, in: view, range: range), !mentions.contains(where: { $0.range.overlaps(place) })
      else { return nil }
      return place
    }
  }
}
