package struct Floors {
  package init(at path: String) throws {}
  package func broken(by rows: [PageScore]) -> [String] { [] }
}
