/// Words that tell how a figure is meant: as a change, a share, a forecast, somebody's word.
package struct CueEntry: LexiconEntry {
  package static let fileName = "cues"

  package enum Kind: String, Sendable, CaseIterable {
    /// Something grew or shrank by, or to: 增长, down.
    case increase, decrease
    /// Compared with something else: 比, than, 是…的.
    case more, less
    /// A part of a whole: 占, of all.
    case share
    /// Per unit of time: 每, every, annually.
    case rate
    /// Doubling by a rate: 翻番, doubles.
    case doubling
    /// A chance: 几率, probability.
    case probability
    /// Who says so stands before or after: 据…, according to, 表示.
    case sourceBefore, sourceAfter
    /// A thing came out, began, happened on a date.
    case release, event
    /// A figure that was only a time frame: 自…以来, over the past.
    case timeFrame
    /// Not yet so, or not so: 预计, if, 没有.
    case forecast, hypothetical, denied
    /// Words that stand for the last subject: 它, its.
    case pronoun
    /// A figure given to several subjects one by one: 分别, respectively.
    case distribution
    /// What is counted by such words is the exposition itself: 张图, steps.
    case exposition
  }

  package var kind: Kind
  package var phrases: [Phrase]

  package init(reading node: inout EntryReader) throws(KnowledgeError) {
    kind = try node.choice("cue")
    phrases = try node.strings("words").map { Phrase($0) }
  }

  package init(fields: inout FieldReader) throws(KnowledgeError) {
    kind = try fields.choice()
    phrases = try fields.phrases()
  }

  package func write(to fields: inout FieldWriter) {
    fields.string(kind.rawValue)
    fields.phrases(phrases)
  }
}
