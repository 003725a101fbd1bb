internal import ClaimModel
internal import Knowledge
internal import SourceText

/// Finds who a sentence says its figures come from.
struct AttributionLinker {
  struct Link {
    var attribution: Attribution
    /// Names that the attribution is made of: no subjects of the figures.
    var names: [NameMention]
  }

  let document: Document

  /// The attribution of the figures in `sentence`; nil where the page itself says it.
  func link(in sentence: AnnotatedSentence) -> Link? {
    if let cue = sentence.cues(.sourceBefore).first, let link = after(cue, in: sentence) { return link }
    for cue in sentence.cues(.sourceAfter) {
      if let link = before(cue, in: sentence) { return link }
    }
    return nil
  }

  /// 据OpenAI CEO Sam Altman透露, according to Epoch: the names up to the clause's end or the verb.
  private func after(_ cue: Found<CueEntry>, in sentence: AnnotatedSentence) -> Link? {
    let clause = sentence.clause(at: cue.range.lowerBound)
    let verb = sentence.cues(.sourceAfter).first { $0.range.lowerBound >= cue.range.upperBound && clause.contains($0.range.lowerBound) }
    let end = verb?.range.lowerBound ?? clause.upperBound
    let names = sentence.names.filter { $0.range.lowerBound >= cue.range.upperBound && $0.range.upperBound <= end }
    guard let chosen = speaker(among: names), chosen.range.lowerBound - cue.range.upperBound <= 60 else { return nil }
    return Link(attribution: attribution(chosen, cue: cue.range), names: names)
  }

  /// Epoch预测, Sevilla表示, he said: the name right before the verb, or a paper that says it.
  private func before(_ cue: Found<CueEntry>, in sentence: AnnotatedSentence) -> Link? {
    let clause = sentence.clause(at: cue.range.lowerBound)
    if let paper = documentName(before: cue.range.lowerBound, in: sentence, clause: clause) {
      let names = sentence.names.filter { paper.range.overlaps($0.range) }
      let attribution = Attribution(name: paper.name, kind: .document, cue: document.text.string(cue.range))
      return Link(attribution: attribution, names: names.filter { $0.kind != .model })
    }
    let names = sentence.names.filter { $0.range.upperBound <= cue.range.lowerBound && clause.contains($0.range.lowerBound) }
    guard let chosen = names.last, cue.range.lowerBound - chosen.range.upperBound <= 15,
      chosen.kind == .person || chosen.kind == .organization || chosen.kind == .other,
      !sentence.properties.contains(where: { $0.range.lowerBound >= chosen.range.upperBound && $0.range.upperBound <= cue.range.lowerBound }
      )
    else { return unnamed(before: cue, clause: clause, in: sentence) }
    return Link(attribution: attribution(chosen, cue: cue.range), names: names.filter { $0.kind == chosen.kind || $0 == chosen })
  }

  /// 国家邮政局发布的数据显示: who speaks is no known name, but the words that the clause begins with.
  private func unnamed(before cue: Found<CueEntry>, clause: Range<Int>, in sentence: AnnotatedSentence) -> Link? {
    let reader = TopicReader(document: document)
    guard let topic = reader.topic(of: clause, before: cue.range.lowerBound, in: sentence),
      isHan(document.view.scalar(at: topic.range.lowerBound).value),
      topic.name.count >= 3, topic.name.count <= 14, !sentence.names.contains(where: { $0.isKnown && $0.range.overlaps(topic.range) }),
      !sentence.cues.contains(where: { $0.entry.kind == .document && $0.range == topic.range })
    else { return nil }
    let attribution = Attribution(name: topic.name, kind: .organization, cue: document.text.string(cue.range))
    return Link(attribution: attribution, names: [])
  }

  /// "the paper", "…研究论文" right before the verb, as the words from the clause's start.
  private func documentName(before offset: Int, in sentence: AnnotatedSentence, clause: Range<Int>) -> (name: String, range: Range<Int>)? {
    guard sentence.cues.contains(where: { $0.entry.kind == .document && $0.range.upperBound == offset }) else { return nil }
    var start = clause.lowerBound
    if let about = sentence.cues.last(where: {
      ($0.entry.kind == .sourceBefore || $0.entry.kind == .topicLead) && $0.range.upperBound < offset
        && clause.contains($0.range.lowerBound)
    }) {
      start = about.range.upperBound
    }
    let range = start..<offset
    let name = document.text.string(range).filter { $0 != "\n" }
    return name.count <= 40 ? (name, range) : nil
  }

  /// A person before the organization that employs them.
  private func speaker(among names: [NameMention]) -> NameMention? {
    names.last { $0.kind == .person } ?? names.last { $0.kind == .organization } ?? names.last { $0.kind == .other } ?? names.last
  }

  private func attribution(_ name: NameMention, cue: Range<Int>) -> Attribution {
    let kind: Attribution.Kind = name.kind == .person ? .person : name.kind == .dataset ? .document : .organization
    return Attribution(name: name.name, kind: kind, cue: document.text.string(cue))
  }
}
