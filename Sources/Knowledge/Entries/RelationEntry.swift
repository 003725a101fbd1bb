/// Words by which a text says that one figure follows from others: 从…到, of which, altogether.
package final class RelationEntry: LexiconEntry {
  package static let fileName = "relations"

  package enum Kind: String, Sendable, CaseIterable {
    /// Before what something changed from.
    case from
    /// Before what it came to.
    case to
    /// It grew by.
    case more
    /// It shrank by.
    case less
    /// The share is of what was there before: 原来的.
    case ofBefore
    /// The same behind the figure: of the.
    case ofBehind
    /// A share of a whole follows.
    case share
    /// What follows is a part of what was given.
    case partOf
    /// A sum follows.
    case total
    /// A sum stands before.
    case totalBehind
    /// What is left of a whole follows.
    case remainder
    /// What follows is taken off.
    case deduction
    /// What is compared with follows.
    case comparison
    /// Says that one thing is as much as another.
    case copula
    /// Joins what is compared with to the multiple.
    case possessive
    /// Loosens a multiple.
    case roughly
    /// Between clauses.
    case clauseBreak
    /// Behind a multiple, before what is compared with.
    case asMuchAs
    /// For each piece.
    case each
    /// A mean follows.
    case average
    /// The same again in other words.
    case thatIs
    /// Time passed until now.
    case lasting
    /// Rates by the year, which compound.
    case annual
    /// Twice as much after each period.
    case doubling
    /// The figure is the largest or smallest of several.
    case extremes
    /// The parts named are not all.
    case open
    /// Of a whole.
    case whole
    /// A part of what follows.
    case of
    /// The whole was named right before.
    case among
    /// The figure is all there is.
    case all
    /// For each piece or time, behind the figure; before it.
    case perBehind, perAhead
    /// The parts named are all.
    case closed
  }

  package let kind: Kind
  package let phrases: [Phrase]

  package init(reading node: inout EntryReader) throws(KnowledgeError) {
    kind = try node.choice("relation")
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
