internal import ClaimModel
internal import Knowledge
internal import Quantities
internal import SourceText

/// Finds who a sentence says its figures come from.
struct AttributionLinker {
  struct Link {
    var attribution: Attribution
    /// Names that the attribution is made of: no subjects of the figures.
    var names: [NameMention]
    /// Figures before this byte are the page's own.
    var start = 0
  }

  let document: Document

  /// The attribution of the figures in `sentence`; nil where the page itself says it.
  func link(in sentence: AnnotatedSentence) -> Link? {
    for cue in sentence.cues(.sourceBefore) {
      if let link = after(cue, in: sentence, needsVerb: false) { return link }
    }
    for cue in sentence.cues(.sourceByVerb) {
      if let link = after(cue, in: sentence, needsVerb: true) { return link }
    }
    for cue in sentence.cues(.sourceAfter) {
      if var link = before(cue, in: sentence) {
        link.start = sentence.clause(at: cue.range.lowerBound).lowerBound
        return link
      }
      if let link = inverted(cue, in: sentence) { return link }
    }
    return nil
  }

  /// 据OpenAI CEO Sam Altman透露, according to Epoch, 按华为公布的数据: the names up to the clause's end or the verb.
  private func after(_ cue: Found<CueEntry>, in sentence: AnnotatedSentence, needsVerb: Bool) -> Link? {
    let clause = sentence.clause(at: cue.range.lowerBound)
    let verb = sentence.cues(.sourceAfter, .release, .unveil, .givenBy).first {
      $0.range.lowerBound >= cue.range.upperBound && clause.contains($0.range.lowerBound)
    }
    guard verb != nil || !needsVerb else { return nil }
    let end = verb?.range.lowerBound ?? clause.upperBound
    let names = sentence.names.filter { $0.range.lowerBound >= cue.range.upperBound && $0.range.upperBound <= end }
    if let chosen = speaker(among: names), chosen.range.lowerBound - cue.range.upperBound <= 60, chosen.kind != .model {
      return Link(attribution: attribution(chosen, cue: cue.range), names: names)
    }
    guard names.isEmpty, let body = hanName(cue.range.upperBound..<end, in: sentence) else { return nil }
    return Link(attribution: Attribution(name: body, kind: .organization, cue: document.text.string(cue.range)), names: [])
  }

  /// 国际能源署: the Han words of `range` up to 的, as a name; nil for words that name nobody (了解, 统计).
  private func hanName(_ range: Range<Int>, in sentence: AnnotatedSentence) -> String? {
    var end = range.lowerBound
    while end < range.upperBound, isHan(document.view.scalar(at: end).value), document.view.scalar(at: end).value != Self.possessive {
      end += 3
    }
    guard (9...60).contains(end - range.lowerBound), end >= range.upperBound - 6 || end < range.upperBound else { return nil }
    guard !sentence.cues(.notSource, .pronoun).contains(where: { $0.range.lowerBound == range.lowerBound || $0.range.upperBound == end })
    else {
      return nil
    }
    guard end == range.upperBound || document.view.scalar(at: end).value == Self.possessive || document.view[end] < 0x80 else { return nil }
    return document.text.string(range.lowerBound..<end)
  }

  /// 的
  private static let possessive: UInt32 = 0x7684

  /// Epoch预测, Sevilla表示, he said: the name right before the verb, or a paper that says it.
  private func before(_ cue: Found<CueEntry>, in sentence: AnnotatedSentence) -> Link? {
    let clause = sentence.clause(at: cue.range.lowerBound)
    if let paper = documentName(before: cue.range.lowerBound, in: sentence, clause: clause) {
      let names = sentence.names.filter { paper.range.overlaps($0.range) }
      let attribution = Attribution(name: paper.name, kind: .document, cue: document.text.string(cue.range))
      return Link(attribution: attribution, names: names.filter { $0.kind != .model })
    }
    if let described = describedName(before: cue, in: sentence) {
      return Link(attribution: attribution(described, cue: cue.range), names: [described])
    }
    let names = sentence.names.filter { $0.range.upperBound <= cue.range.lowerBound && clause.contains($0.range.lowerBound) }
    guard let chosen = names.last, cue.range.lowerBound - chosen.range.upperBound <= reach(from: chosen, to: cue, in: sentence),
      chosen.kind == .person || chosen.kind == .organization || chosen.kind == .other,
      !sentence.properties.contains(where: { $0.range.lowerBound >= chosen.range.upperBound && $0.range.upperBound <= cue.range.lowerBound }
      )
    else { return unnamed(before: cue, clause: clause, in: sentence) }
    return Link(attribution: attribution(chosen, cue: cue.range), names: names.filter { $0.kind == chosen.kind || $0 == chosen })
  }

  /// How many bytes may stand between a name and its verb: more where the name says it in a document (X在技术报告里写道).
  private func reach(from name: NameMention, to cue: Found<CueEntry>, in sentence: AnnotatedSentence) -> Int {
    let isInDocument = sentence.cues(.document).contains {
      name.range.upperBound <= $0.range.lowerBound && $0.range.upperBound <= cue.range.lowerBound
    }
    return isInDocument ? 40 : 15
  }

  /// `Epoch AI, a research group, estimates`: the name that the clause before the verb describes.
  private func describedName(before cue: Found<CueEntry>, in sentence: AnnotatedSentence) -> NameMention? {
    let index = sentence.sentence.clauseIndex(at: cue.range.lowerBound)
    guard index >= 2, cue.range.lowerBound - sentence.sentence.clauses[index].lowerBound <= 2 else { return nil }
    let named = sentence.sentence.clauses[index - 2]
    return sentence.names.first {
      named.contains($0.range.lowerBound) && named.upperBound - $0.range.upperBound <= 2 && ($0.kind != .model && $0.kind != .benchmark)
    }
  }

  /// `…,” said Lawrence Yun`: the name right behind the verb.
  private func inverted(_ cue: Found<CueEntry>, in sentence: AnnotatedSentence) -> Link? {
    guard document.view[cue.range.lowerBound] < 0x80 else { return nil }
    let clause = sentence.clause(at: cue.range.lowerBound)
    guard cue.range.lowerBound - clause.lowerBound <= 5,
      let name = sentence.names.first(where: { $0.range.lowerBound - cue.range.upperBound == 1 && $0.kind != .model })
    else { return nil }
    return Link(attribution: attribution(name, cue: cue.range), names: [name])
  }

  /// 国家邮政局发布的数据显示, 主任黄碧斌预计: who speaks is no known name, but the words that the clause begins with.
  private func unnamed(before cue: Found<CueEntry>, clause: Range<Int>, in sentence: AnnotatedSentence) -> Link? {
    guard let topic = TopicReader(document: document).topic(of: clause, before: cue.range.lowerBound, in: sentence),
      cue.range.lowerBound - topic.range.upperBound <= 15, isHan(document.view.scalar(at: topic.range.lowerBound).value),
      !sentence.names.contains(where: { $0.isKnown && $0.range.overlaps(topic.range) }),
      !sentence.cues(.document, .notSource).contains(where: { $0.range.upperBound == topic.range.upperBound })
    else { return nil }
    var range = topic.range
    var kind = Attribution.Kind.organization
    // 研究所主任黄碧斌: what follows a title is the person's name.
    if let title = sentence.cues(.personHint).last(where: { topic.range.contains($0.range.lowerBound) }),
      (6...12).contains(topic.range.upperBound - title.range.upperBound)
    {
      range = title.range.upperBound..<topic.range.upperBound
      kind = .person
    }
    guard ((kind == .person ? 6 : 9)...72).contains(range.count), !sentence.quantities.contains(where: { $0.span.range.overlaps(range) }),
      !sentence.periods.contains(where: { $0.span.range.overlaps(range) })
    else { return nil }
    return Link(attribution: Attribution(name: document.text.string(range), kind: kind, cue: document.text.string(cue.range)), names: [])
  }

  /// "the paper", "…研究论文", 公司年报还 before the verb, as the words from the clause's start; nil for 研究 alone. Who wrote
  /// it, where the clause says so: 摩根大通银行分析师在报告中, 国家邮政局发布的数据.
  private func documentName(before offset: Int, in sentence: AnnotatedSentence, clause: Range<Int>) -> (name: String, range: Range<Int>)? {
    guard
      let paper = sentence.cues(.document).last(where: {
        $0.range.upperBound <= offset && offset - $0.range.upperBound <= 3 && clause.contains($0.range.lowerBound)
      }), paper.range.upperBound == offset || joins(paper.range.upperBound..<offset, in: sentence)
    else { return nil }
    let leads = sentence.cues(.sourceBefore, .topicLead).filter {
      clause.contains($0.range.lowerBound) && $0.range.upperBound < paper.range.upperBound
    }
    var range = (leads.last?.range.upperBound ?? clause.lowerBound)..<paper.range.upperBound
    let publishing = sentence.cues(.release, .unveil).first { range.contains($0.range.lowerBound) }
    if let place = leads.last, place.range.lowerBound - clause.lowerBound >= 6,
      document.view.scalar(at: place.range.lowerBound).value == Self.located
    {
      range = clause.lowerBound..<place.range.lowerBound
    } else if let publishing, publishing.range.lowerBound - range.lowerBound >= 6 {
      range = range.lowerBound..<publishing.range.lowerBound
    }
    guard range != paper.range else { return nil }
    let name = document.text.string(range).filter { $0 != "\n" }
    return (2...40).contains(name.count) ? (name, range) : nil
  }

  /// Whether nothing but an adverb or a place word stands in `range`: 报告⟦还⟧记载, 报告⟦中⟧指出.
  private func joins(_ range: Range<Int>, in sentence: AnnotatedSentence) -> Bool {
    sentence.cues(.topicEnd, .topicTail).contains { $0.range == range }
  }

  /// 在
  private static let located: UInt32 = 0x5728

  /// A person before the organization that employs them.
  private func speaker(among names: [NameMention]) -> NameMention? {
    names.last { $0.kind == .person } ?? names.last { $0.kind == .organization } ?? names.last { $0.kind == .other } ?? names.last
  }

  private func attribution(_ name: NameMention, cue: Range<Int>) -> Attribution {
    let kind: Attribution.Kind = name.kind == .person ? .person : name.kind == .dataset ? .document : .organization
    return Attribution(name: name.name, kind: kind, cue: document.text.string(cue))
  }
}
