/// What the program ends with.
package enum ExitStatus: Int32, Hashable, Sendable {
  /// Done; pages that could not be used are records that say why.
  case done = 0
  /// Done, and `--strict` found something.
  case foundProblems = 1
  /// Wrong use: command line, pipeline, lexicon, reference description.
  case wrongUse = 2
  /// An input that was named is missing or cannot be read.
  case missingInput = 3
  /// Output cannot be written.
  case unwritableOutput = 4
  /// An input refused as a whole.
  case refusedInput = 5
  /// The reader of the output went away.
  case readerGone = 141
}
