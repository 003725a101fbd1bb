import ClaimPipeline
import ClaimTesting
import Knowledge
import Testing

/// The knowledge that people edit: every example holds, and the program carries the same.
@Suite struct KnowledgeFilesTests {
  static let folder = KnowledgeFolder(Repository.knowledge)

  @Test func everyExampleHolds() throws {
    let knowledge = try Self.folder.added(to: Knowledge())
    let (examples, problems) = try KnowledgeCheck(folder: Self.folder, knowledge: knowledge).run()
    #expect(examples > 500)
    for problem in problems { Issue.record("\(problem)") }
  }

  @Test func theProgramCarriesWhatTheFilesSay() throws {
    #expect(try Knowledge.embedded().table() == Self.folder.added(to: Knowledge()).table())
  }
}
