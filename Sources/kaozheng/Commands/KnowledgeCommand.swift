internal import ArgumentParser
internal import ClaimPipeline
internal import Knowledge

/// `kaozheng knowledge`
struct KnowledgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "knowledge",
    abstract: "Checks and compiles the units, names, properties and cues.",
    subcommands: [Check.self, Compile.self])

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Runs every example of every knowledge file.",
      discussion: """
        EXAMPLES
          kaozheng knowledge check                  what the repository holds
          kaozheng knowledge check my-names/        a folder of one's own, on top of what is built in
        """)

    @Argument(help: "A folder with units.yaml, names.yaml, cues.yaml and so on.")
    var folder = KnowledgeCommand.repositoryFolder

    func run() throws {
      let output = CheckedOutput.standard()
      let own = KnowledgeFolder(folder)
      let isRepository = folder == KnowledgeCommand.repositoryFolder
      let knowledge = try own.added(to: isRepository ? Knowledge() : .embedded())
      let (examples, problems) = try KnowledgeCheck(folder: own, knowledge: knowledge).run()
      for problem in problems { try output.write(problem.description) }
      try output.write("\(examples) examples, \(problems.count) failed")
      try output.flush()
      if !problems.isEmpty { throw StatusError(status: .wrongUse) }
    }
  }

  struct Compile: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Makes the tables that are built into the program: the knowledge files, and what ICU says of Han characters.",
      discussion: """
        EXAMPLE
          kaozheng knowledge compile --output .build/tables
        """)

    @Option(help: "The folder to write knowledge.table and forms.table to; it must exist.")
    var output: String

    @Argument(help: "The folder with the knowledge files.")
    var folder = KnowledgeCommand.repositoryFolder

    func run() throws {
      let knowledge = try KnowledgeFolder(folder).added(to: Knowledge())
      try WholeFile.write(knowledge.table(), to: output + "/knowledge.table")
      try WholeFile.write(CharacterForms.table(), to: output + "/forms.table")
    }
  }

  /// Where the repository keeps its knowledge files, from its top folder.
  static let repositoryFolder = "Sources/Knowledge/Data"
}
