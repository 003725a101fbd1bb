/// Words that tell how a figure is meant: as a change, a share, a forecast, somebody's word.
package final class CueEntry: LexiconEntry {
  package static let fileName = "cues"

  package enum Kind: String, Sendable, CaseIterable {
    /// Something grew or shrank by, or to: 增长, down.
    case increase, decrease
    /// The figure is what was reached, not by how much: 到, to.
    case reached
    /// Compared with something else: 比, than, 是…的.
    case more, less
    /// What a figure is measured against follows: 比, than, 相比.
    case baseline
    /// A place in an order: 第…名, ranked.
    case rank
    /// A part of a whole: 占, of all.
    case share
    /// Per unit of time: 每, every, annually.
    case rate
    /// By the second: 每秒, per second.
    case perSecond
    /// What training data are counted in: 条, 样本, games.
    case datum
    /// Doubling by a rate: 翻番, doubles.
    case doubling
    /// A chance: 几率, probability.
    case probability
    /// Who says so stands before or after: 据…, according to, 表示.
    case sourceBefore, sourceAfter
    /// Who says so stands between this and a verb of saying: 按…公布的数据.
    case sourceByVerb
    /// Verbs that stand behind the source of a document's figures: 按X给出的规格.
    case givenBy
    /// Words that hold the character of a shorter cue: 能源 is no 能.
    case plainWord
    /// Words that name nobody in particular where a source stands: 研究人员, 统计.
    case notSource
    /// What something costs is each time or each piece: per, 每.
    case perUnit
    /// The date before is no time at which a figure holds, but where it begins or ends: 以来, 以前.
    case onward, until
    /// From the date before on: 起, 开始.
    case goingOn
    /// Now, not at the time that was spoken of: 目前.
    case now
    /// Makes the words before it the owner of those behind: 的.
    case possessive
    /// Joins what was counted to what it is of: of.
    case genitive
    /// The time that a change is counted from: 上一财年, a year earlier.
    case formerTime
    /// Makes a number one of those counted before: of them.
    case partOfCount
    /// A paper, report or study that can say something: 论文, report.
    case document
    /// A thing came out, began, happened on a date.
    case release, event
    /// A product came out, or an organization did something: 公布, 上市, announced.
    case unveil
    /// A figure that was only a time frame: 自…以来, over the past.
    case timeFrame
    /// Not yet so, or not so: 预计, if, 没有.
    case forecast, hypothetical, denied
    /// Words that stand for the last organization: 公司.
    case company
    /// The time of the sentence before: 同一年.
    case sameTime
    /// What texts are counted in: 词元, tokens.
    case tokenWord
    /// Words that stand for whoever spoke last: 他.
    case speaker
    /// Words that stand for the last subject: 它, its.
    case pronoun
    /// A figure given to several subjects one by one: 分别, respectively.
    case distribution
    /// A capitalized word that is no name: The, However.
    case notName
    /// Beside a name, it tells what the name is of: 模型, Inc., 数据集, CEO.
    case modelHint, organizationHint, datasetHint, personHint, hardwareHint
    /// Behind a name it belongs to it, with the case as given: Pro, Zero, mini.
    case nameSuffix
    /// Behind a name and a hyphen it makes an adjective of it: -based.
    case compound
    /// The head of a table column that holds dates of release: Date, 时间.
    case dateHead
    /// Joins names to a list: 和, and.
    case conjunction
    /// Stands before the words of a topic: 其中, 此外, the.
    case topicLead
    /// Ends the words of a topic: verbs, prepositions and adverbs that stand behind one.
    case topicEnd
    /// Begins no noun phrase, so no topic: prepositions, conjunctions, adverbs.
    case notTopic
    /// Ends a phrase of place or time, which is no topic: 期间, 内.
    case topicTail
    /// Ends a noun that names a measure: 额, 总量.
    case measureTail
    /// Governs the name behind it, which is then seldom the subject: 由, 与, with.
    case preposition
    /// Before whoever a sum is for.
    case forWhom
    /// One company buys another.
    case acquire
    /// What is counted by such words is the exposition itself: 张图, steps.
    case exposition
  }

  package let kind: Kind
  package let phrases: [Phrase]

  package init(reading node: inout EntryReader) throws(KnowledgeError) {
    kind = try node.choice("cue")
    let isCaseSensitive = kind == .nameSuffix
    phrases = try node.strings("words").map { Phrase($0, isCaseSensitive: isCaseSensitive) }
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
