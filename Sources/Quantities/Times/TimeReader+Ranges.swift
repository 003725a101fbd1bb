internal import ClaimModel
internal import Knowledge
internal import SourceText

/// Stretches with two ends, and those with one.
extension TimeReader {
  /// from 3 to 12 September, between 2015 and 2018, since 2012, before early May, 从三月到五月.
  func prefixed(at start: Int) -> TimeReading? {
    for opening in Opening.allCases {
      guard let end = source.end(ofOneOf: opening.words, at: start) else { continue }
      let next = source.skipping(["the year", "year", "in", "on"], at: source.spacesEnd(at: end))
      if opening == .from || opening == .between {
        if let first = rangeStart(at: next, opening), let range = ranged(from: first, opening: opening) {
          return widened(range, from: start)
        }
        if opening == .from, source.byte(at: start) >= 0xE3, let first = atom(at: next), let open = openBehind(first) {
          return widened(open, from: start)
        }
        return nil
      }
      guard var first = atom(at: next) ?? openEnd(opening, at: next) else { continue }
      first.needsCue = false
      return opened(first, opening, start..<first.range.upperBound)
    }
    return nil
  }

  private func openEnd(_ opening: Opening, at offset: Int) -> TimeReading? {
    opening == .until ? present(at: offset) ?? toDate(at: offset) : nil
  }

  /// The date of `to date` and `till date` where it ends a clause; `up to date` is another thing.
  private func toDate(at offset: Int) -> TimeReading? {
    guard let reference, source.hasWord("date", at: offset), !source.hasWord("up", at: offset - 6) else { return nil }
    let next = source.byte(at: offset + 4)
    guard next != 0x20, next != UInt8(ascii: "-") else { return nil }
    return TimeReading(offset..<offset + 4, [.day(reference)], rule: "to date")
  }

  private func widened(_ reading: TimeReading, from start: Int) -> TimeReading {
    var reading = reading
    reading.range = start..<reading.range.upperBound
    return reading
  }

  /// What words before a date make of it.
  enum Opening: CaseIterable {
    case from, between, since, after, until, before

    var words: [String] {
      switch self {
      case .from: ["from", "从", "自"]
      case .between: ["between", "在"]
      case .since:
        ["since", "starting from", "starting on", "starting", "beginning on", "beginning", "as early as", "> =", ">=", "no earlier than"]
      case .after: ["after", "later than", "year greater than", "greater than", "newer than", ">"]
      case .before: ["before", "prior to", "earlier than", "older than", "less than", "<"]
      case .until: ["until", "till", "through", "up to", "to", "by", "no later than", "截至", "截止到", "截止", "< =", "<=", "< ="]
      }
    }
  }

  /// `first` with its bound: the open stretch before or after it.
  func opened(_ first: TimeReading, _ opening: Opening, _ range: Range<Int>) -> TimeReading? {
    first.mapped(to: range, rule: "open stretch", isAnchored: true) { period in
      guard let begin = period.firstDay, let end = period.dayAfter else { return [] }
      switch opening {
      case .from, .between, .since: return [.since(begin, period.edtf)]
      // Behind a day it is left open whether the day itself counts.
      case .after: return [.since(end, end.description)] + (period.isDay ? [.since(begin, period.edtf)] : [])
      case .before: return [.before(begin, begin.adding(days: -1).description)]
      case .until: return [.before(end, period.edtf), .before(begin, begin.adding(days: -1).description)]
      }
    }
  }

  /// 2015年以前, 2012-01-01或之后, 2016年3月1日开始, 2012 or later, 1/1/2016 and after.
  func openBehind(_ first: TimeReading) -> TimeReading? {
    let end = first.range.upperBound
    let next = source.spacesEnd(at: end)
    let joint = source.skipping(["或者", "或", "及其", "及", "and", "or"], at: next)
    for (words, opening) in [
      (["之前", "以前", "为止", "earlier", "before"], Opening.before), (["之后", "以后", "later", "after", "greater", "onwards", "onward"], .after),
      (["开始", "以来", "至今", "起"], .since),
    ] {
      guard let stop = source.end(ofOneOf: words, at: joint) ?? bareSide(opening, at: joint, behind: end),
        source.byte(at: next) >= 0xE3 || joint > next || opening == .since || source.hasWord("onwards", at: joint),
        !isWordByte(source.byte(at: source.spacesEnd(at: stop))) || source.byte(at: stop - 1) >= 0x80
      else { continue }
      let inclusive: Opening = joint > next ? (opening == .before ? .until : .since) : opening
      return opened(first, inclusive, first.range.lowerBound..<stop)
    }
    return nil
  }

  /// 前 and 后 right behind a date: 3月15日前, not 前后 and 前期.
  private func bareSide(_ opening: Opening, at offset: Int, behind end: Int) -> Int? {
    guard offset == end, opening == .before || opening == .after, source.has(opening == .before ? "前" : "后", at: offset),
      source.end(ofOneOf: ["日", "号", "月", "年"], at: offset - 3) != nil
    else { return nil }
    let others = ["前", "后", "期", "半", "往", "来", "续", "面", "沿", "景"]
    let isCounted = isDigit(source.byte(at: offset + 3)) || ChineseSign(source.character(at: offset + 3)) != nil
    return isCounted || source.end(ofOneOf: others, at: offset + 3) != nil ? nil : offset + 3
  }
}
