import Normalization
import Testing

/// The table that the program carries says what ICU says.
@Suite struct HanTableTests {
  @Test func theEmbeddedTableIsICUs() throws {
    let embedded = try #require(HanTable.embedded, "the program was built without its tables; ./test makes them")
    #expect(embedded.bytes == HanTable.asked().bytes)
  }

  @Test func aTableComesBackAsItWent() throws {
    let table = HanTable.asked()
    #expect(HanTable(table.bytes)?.bytes == table.bytes)
    #expect(table.reading(of: 0x9032) == Array("jìn".utf8))
    #expect(table.reading(of: 0x3042) == nil)
  }

  @Test(arguments: [0, 3, 200_000]) func otherBytesAreRefused(count: Int) {
    #expect(HanTable([UInt8](repeating: 255, count: count)) == nil)
  }
}
