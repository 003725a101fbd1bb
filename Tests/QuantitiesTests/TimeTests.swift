import ClaimModel
import Quantities
import SourceText
import Testing

/// Texts that are asked for their times, seen from Wednesday, 9 August 2023.
@Suite struct TimeTests {
  @Test(arguments: [
    ("due 14/9/2021", "2021-09-14"), ("due 9/14/2021", "2021-09-14"), ("due 14-Sep-21", "2021-09-14"), ("due 20210914", "2021-09-14"),
    ("on September the 14th 2021", "2021-09-14"), ("the fourteenth of september of 2021", "2021-09-14"), ("Sept-2021", "2021-09"),
    ("9-2021", "2021-09"), ("2021/Sep/14", "2021-09-14"), ("september nineteen hundred ninety eight", "1998-09"),
    ("二〇二一年九月十四号", "2021-09-14"),
    ("2021年国庆节", "2021-10-01"), ("Christmas 2021", "2021-12-25"), ("Black Friday 2021", "2021-11-26"), ("Easter 2021", "2021-04-04"),
    ("summer of 2021", "2021-22"), ("2021年夏天", "2021-22"), ("fiscal year 2021", "2021"), ("FY21", "2021"), ("16th century", "15XX"),
    ("the second week of 2021", "2021-01-11/2021-01-17"), ("2021-W02", "2021-01-11/2021-01-17"), ("2021年第二周", "2021-01-11/2021-01-17"),
    ("the first quarter of 2021", "2021-33"), ("the last two months of 2021", "2021-11-01/2021-12-31"),
    ("2021年最后两个月", "2021-11-01/2021-12-31"),
    ("the second Tuesday of May 2021", "2021-05-11"), ("2021年5月的最后一个星期天", "2021-05-30"), ("the day after Christmas 2021", "2021-12-26"),
    ("late March 2021", "2021-03-16/2021-03-31"), ("2021年3月上旬", "2021-03-01/2021-03-10"), ("10 days after 2021-03-01", "2021-03-11"),
    ("2 weeks before March 20 2021", "2021-03-06"), ("顺治二年", "1645"), ("顺治二年三月", "1645-03~"),
  ]) func absolute(text: String, edtf: String) {
    #expect(times(text).periods.map(\.edtf) == [edtf])
  }

  @Test(arguments: [
    ("Monday", "2023-08-07"), ("周一", "2023-08-07"), ("next Monday", "2023-08-14"), ("下下周一", "2023-08-21"), ("上个星期日", "2023-08-06"),
    ("the upcoming Friday", "2023-08-11"), ("Friday of next week", "2023-08-18"), ("this weekend", "2023-08-12/2023-08-13"),
    ("下周末", "2023-08-19/2023-08-20"),
    ("this April", "2023-04"), ("previous quarter", "2023-34"), ("上个半年", "2023-40"), ("前半年", "2023-40"), ("下半月", "2023-08-16/2023-08-31"),
    ("in ten days", "2023-08-19"), ("six weeks later", "2023-09-20"), ("两年半前", "2021-02-09"), ("大后天", "2023-08-12"),
    ("the last 5 days", "2023-08-04/2023-08-08"), ("next two quarters", "2023-10-01/2024-03-31"), ("过去三年", "2020-08-09/2023-08-08"),
    ("前三个月", "2023-05-01/2023-07-31"), ("next 3 business days", "2023-08-10/2023-08-14"), ("4 days from Saturday", "2023-08-16"),
    ("the week of the 18th of August", "2022-08-15/2022-08-21"), ("week 20", "2023-05-15/2023-05-21"),
    ("3 weeks starting tomorrow", "2023-08-10/2023-08-30"),
    ("YTD", "2023-01-01/2023-08-08"), ("the rest of the month", "2023-08-09/2023-08-31"), ("本月十日", "2023-08-10"),
    ("去年年底", "2022-07-01/2022-12-31"),
    ("the 3rd day of last month", "2023-07-03"), ("20日", "2023-07-20"), ("2月29日", "2020-02-29"), ("nineties", "199X"),
  ]) func relative(text: String, edtf: String) {
    #expect(times(text).periods.map(\.edtf) == [edtf])
  }

  @Test(arguments: [
    ("from 2011 to 2014", "2011/2014"), ("2011年和2014年之间", "2011/2014"), ("between 3 and 9 of May 2021", "2021-05-03/2021-05-09"),
    ("May 3rd through 9th, 2021", "2021-05-03/2021-05-09"), ("from April to June 2021", "2021-04/2021-06"),
    ("Nov-Feb 2021", "2020-11/2021-02"),
    ("5/3/2021-5/9/2021", "2021-05-03/2021-05-09"), ("从五月三日到九日", "2023-05-03/2023-05-09"), ("11月至2月", "2022-11/2023-02"),
    ("2021年5月3日-5月9日", "2021-05-03/2021-05-09"), ("from next Monday to Thursday", "2023-08-14/2023-08-17"),
    ("2011 to the end of 2014", "2011/2014"),
    ("since 2011", "2011/.."), ("2011年以来", "2011/.."), ("after 2011", "2012-01-01/.."), ("before 2011", "../2010-12-31"),
    ("2011年5月3日或之前", "../2011-05-03"), ("2011 or later", "2011/.."), ("starting on May 2011", "2011-05/.."), ("5月3日后", "2023-05-04/.."),
    ("until May 2011", "../2011-05"), (">= 2011", "2011/.."), ("less than two weeks ago", "2023-07-26/.."),
  ]) func ranges(text: String, edtf: String) {
    #expect(times(text).periods.map(\.edtf) == [edtf])
  }

  @Test(arguments: [
    ("an hour and a quarter", 4500), ("an hour and 20 minutes", 4800), ("3 hours forty", 13_200),
    ("one and three quarters of an hour", 6300),
    ("two years and 5 months", 2 * 31_536_000 + 5 * 2_592_000), ("another week", 604_800), ("a couple of days", 172_800),
    ("several hours", 10_800),
    ("3 quarters", 23_328_000), ("4W", 2_419_200), ("两个半小时", 9000), ("三分半钟", 210), ("一个半钟", 5400), ("两天又三小时", 183_600), ("三小时十分", 11_400),
    ("两刻钟", 1800), ("一个月零三天", 2_851_200),
  ]) func lengths(text: String, seconds: Int) {
    let reading = times(text)
    #expect(reading.quantities.map(\.seconds) == [ExactDecimal(seconds)])
    #expect(reading.periods.isEmpty)
  }

  @Test(arguments: [
    "every Monday", "每周三", "today's news may change", "March on!", "9.5/20", "农历八月十五", "公元前221年", "今日头条",
    "1/2 cup",
  ]) func areNoDates(text: String) {
    #expect(times(text).periods.filter { $0.edtf != "2023-08-09" }.isEmpty)
  }

  /// A day without a year is the last of its name or the next one, and the end of a range may count or not.
  @Test(arguments: [
    ("October", ["2022-10-01", "2023-10-01"]), ("Tuesday", ["2023-08-08", "2023-08-15"]),
    ("2/3", ["2023-02-03", "2024-02-03", "2023-03-02", "2024-03-02"]),
    ("May 3 to May 5", ["2023-05-03", "2024-05-03", "2023-05-03", "2024-05-03"]),
  ]) func saysWhatElseIsMeant(text: String, firstDays: [String]) {
    let found = times(text).periods
    #expect(found.flatMap { [$0.firstDay] + $0.alternatives.map(\.firstDay) } == firstDays)
  }

  @Test func lengthsGoFirstWhereOnlyTheyAreAskedFor() {
    #expect(times("10月").periods.map(\.edtf) == ["2022-10"])
    #expect(times("10月", question: .lengths).quantities.map(\.written.unit) == ["month"])
  }

  /// What a text says to those who ask for its figures is not changed by words of every day.
  @Test(arguments: ["next Tuesday", "下周三", "in early spring", "at Christmas", "every Monday"]) func isNothingInAnArticle(text: String) {
    #expect(read(text, on: "2023-08-09").periods.filter { !["2023-08-14/2023-08-20"].contains($0.edtf) }.isEmpty)
  }

  private func times(_ text: String, question: TimeQuestion = .times) -> Reading {
    let bytes = Array(text.utf8)
    return reader(bytes, in: 0..<bytes.count, reference: CalendarDay("2023-08-09"), question: question)
  }
}
