internal import ArgumentParser
internal import ClaimPipeline
internal import Knowledge

/// Which knowledge a command works with.
struct KnowledgeOptions: ParsableArguments {
  @Option(name: .customLong("knowledge"), help: ArgumentHelp("Adds the YAML files of a folder to what is built in.", valueName: "folder"))
  var folders: [String] = []

  /// What is built in, with every folder's entries added in the order given.
  func load() throws -> Knowledge {
    var knowledge = try Knowledge.embedded()
    for folder in folders { knowledge = try KnowledgeFolder(folder).added(to: knowledge) }
    return knowledge
  }
}
