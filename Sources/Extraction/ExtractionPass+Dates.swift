internal import ClaimModel
internal import Knowledge
internal import Quantities
internal import SourceText

/// Claims of dates in running text.
extension ExtractionPass {
  /// A date at which something came out, began or happened.
  func dateClaims(
    _ period: PeriodMention, in sentence: AnnotatedSentence, source: AttributionLinker.Link?, modality: Modality
  ) -> FigureOutcome.Decision {
    guard let quantity = DateValue.quantity(of: period, view: document.view, bounds: annotator.knowledge.bounds) else {
      return .left("a date without a year")
    }
    guard let event = DateValue.event(of: period, in: sentence) else { return .left("dates nothing that happened") }
    if sentence.hasCue(endingBefore: period.span.start, reach: 4, .timeFrame)
      || sentence.hasCue(beginningAfter: period.span.end, reach: 3, .timeFrame)
    {
      return .left("a time frame")
    }
    if YearLinker.isBaseline(period, in: sentence) { return .left("the date of what is compared with") }
    if period.isRelative, !event.isRelease || !holdsNumeral(period) { return .left("a time counted from today") }
    if isStamp(period) { return .left("when something was posted") }
    let link =
      dated(period, event, in: sentence)
      ?? subjectLinker.link(
        place: place(of: period, event), property: event.isOther && !event.mayBeRelease ? "other" : "release_date", sentence: sentence,
        sources: source?.names ?? [], context: context)
    guard let link else { return .left("nothing on the page can be its subject") }
    let subjects = released(with: event, else: link.subjects, in: sentence)
    let claims = subjects.compactMap { subject in
      event.property(of: subject.kind).map { property in
        writer.claim(
          subject: subject, property: property, of: link.of, value: .date(quantity),
          year: Year(edtf: period.edtf, origin: period.isRelative ? .relative : .sameClause), attribution: source?.attribution,
          modality: modality,
          span: period.span, sentence: sentence.range,
          derivation: Derivation(
            "claim", [period.derivation, Derivation("event: \(document.string(TextSpan(event.cue)))"), Derivation(link.rule)]))
      }
    }
    return claims.isEmpty ? .left("dates nothing that came out") : .claims(claims)
  }

  /// 去年11月 and 五月 name a month; 上周 and 今年 only say how long ago.
  private func holdsNumeral(_ period: PeriodMention) -> Bool {
    let view = document.view
    var position = period.span.start
    while position < period.span.end {
      let (scalar, width) = view.scalar(at: position)
      if (0x30...0x39).contains(scalar) || Self.hanDigits.contains(scalar) { return true }
      position += width
    }
    return false
  }

  /// 一 to 十.
  private static let hanDigits: Set<UInt32> = [0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341]

  /// 2024-02-17 21:08: a date with a time of day stamps a post.
  private func isStamp(_ period: PeriodMention) -> Bool {
    let view = document.view
    var end = period.span.end
    guard end < view.count, view[end] == 0x20 else { return false }
    end += 1
    let start = end
    while end < view.count, (0x30...0x39).contains(view[end]) { end += 1 }
    return (1...2).contains(end - start) && end + 2 < view.count && view[end] == UInt8(ascii: ":") && (0x30...0x39).contains(view[end + 1])
      && (0x30...0x39).contains(view[end + 2])
  }

  /// Where the subject is looked for: before the verb, where the date stands before both (2024年9月，A登场).
  private func place(of period: PeriodMention, _ event: DateValue.Event) -> Range<Int> {
    event.cue.lowerBound >= period.span.end ? event.cue : period.span.range
  }

  /// 2022年公布的A, 创立于1974年的A: the noun behind 的 is what the date is of.
  private func dated(_ period: PeriodMention, _ event: DateValue.Event, in sentence: AnnotatedSentence) -> SubjectLinker.Link? {
    let end = max(period.span.end, event.cue.upperBound)
    let clause = sentence.clause(at: period.span.start)
    guard end - period.span.end <= 24, end + 3 < clause.upperBound, document.view.scalar(at: end).value == Self.possessive else {
      return nil
    }
    let start = end + 3
    let name = sentence.names.first {
      $0.range.lowerBound >= start && $0.range.lowerBound - start <= 24 && clause.contains($0.range.lowerBound)
    }
    guard
      let subject = name ?? TopicReader(document: document).topic(of: start..<clause.upperBound, before: clause.upperBound, in: sentence)
    else { return nil }
    // Of 是2023年发布的大语言模型 the sentence's subject is what came out.
    guard
      !sentence.cues(.modelHint).contains(where: {
        $0.range.upperBound == subject.range.upperBound && !subject.isKnown && $0.range.overlaps(subject.range)
      })
    else { return nil }
    return SubjectLinker.Link(subjects: [subjectLinker.subject(subject, .sameClause)], of: nil, rule: "the noun that the date describes")
  }

  /// 的
  private static let possessive: UInt32 = 0x7684

  /// 发布 A 和 B: all that came out on one day, where the names behind the verb are joined; else `subjects`.
  private func released(with event: DateValue.Event, else subjects: [Subject], in sentence: AnnotatedSentence) -> [Subject] {
    guard event.isRelease || event.mayBeRelease else { return subjects }
    let kinds: [SubjectKind] = [.model, .dataset, .technology, .hardware]
    let clause = sentence.clause(at: event.cue.lowerBound)
    let behind = sentence.names.filter {
      $0.range.lowerBound >= event.cue.upperBound && clause.upperBound + 30 > $0.range.lowerBound
        && !subjectLinker.isCounted($0, in: sentence)
        && (kinds.contains($0.kind) || $0.kind == .other && (event.isRelease || subjectLinker.looksLikeProduct($0)))
    }
    guard let first = behind.first, clause.contains(first.range.lowerBound),
      first.range.lowerBound - event.cue.upperBound <= (first.isKnown ? 40 : 24)
    else { return subjects }
    var joined = [first]
    for name in behind.dropFirst() {
      guard subjectLinker.coordinated([joined[joined.count - 1], name], in: sentence).count == 2 else { break }
      joined.append(name)
    }
    return joined.map { subjectLinker.subject($0, .sameClause) }
  }
}
