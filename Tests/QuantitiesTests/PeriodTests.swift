import Quantities
import Testing

@Suite struct PeriodTests {
  @Test(arguments: [
    ("2023年", "2023"), ("2023年7月", "2023-07"), ("2023-08-09", "2023-08-09"), ("2023/8/9", "2023-08-09"), ("2023.08.09", "2023-08-09"),
    ("August 9, 2023", "2023-08-09"), ("11th December 2023", "2023-12-11"), ("Q3 2024", "2024-35"), ("2018年第一季度", "2018-33"),
    ("2016年上半年", "2016-40"), ("FY2023", "2023"), ("the 1990s", "199X"), ("进入70年代", "197X"), ("20世纪90年代", "199X"),
    ("民國112年", "2023"), ("2016-2018年", "2016/2018"), ("2016年至2018年", "2016/2018"), ("二〇二三年八月", "2023-08"), ("in 2020", "2020"),
    ("(2021)", "2021"), ("third quarter of 2024", "2024-35"), ("2023年1-3月", "2023-01/2023-03"),
  ]) func absolute(text: String, edtf: String) {
    #expect(read(text).periods.map(\.edtf) == [edtf])
    #expect(read(text).quantities.isEmpty)
  }

  @Test(arguments: [
    ("去年", "2022"), ("去年8月", "2022-08"), ("上周", "2023-07-31/2023-08-06"), ("昨天", "2023-08-08"), ("三年前", "2020"), ("last month", "2023-07"),
    ("two weeks ago", "2023-07-24/2023-07-30"), ("7月份", "2023-07"), ("9月", "2022-09"), ("this year", "2023"),
  ]) func relative(text: String, edtf: String) {
    let reading = read(text, on: "2023-08-09")
    #expect(reading.periods.map(\.edtf) == [edtf])
    #expect(reading.periods.map(\.isRelative) == [true])
    #expect(read(text).periods.isEmpty)
  }

  @Test(arguments: ["70年", "20年", "2048 tokens", "1998 people"]) func isNoPeriod(text: String) {
    #expect(read(text).periods.isEmpty)
    #expect(read(text).quantities.count == 1)
  }

  @Test(arguments: ["2023-02-30", "2023年13月"]) func refusesDaysThatDoNotExist(text: String) {
    #expect(read(text).periods.map(\.edtf).filter { $0 != "2023" } == [])
  }
}
