package import Knowledge

package struct QuantityExamples {
  package init(knowledge: Knowledge) {}
  package func check<Entry>(_ file: KnowledgeFile<Entry>) -> [KnowledgeError] { [] }
}
