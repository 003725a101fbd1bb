/// The words by which a text says that one figure follows from others, as lower-case UTF-8.
enum ArithmeticWords {
  static let from = bytes("从|由|自|原有|from")
  static let to = bytes("到|至|成|为|to")
  static let more = bytes("增长|增加|增幅|提高|提升|上升|上涨|涨|多了|大了|季增|年增|increase|rise|rose|growth|grew|gain|gained|up|more|by")
  static let less = bytes(
    "下降|减少|降低|降幅|下滑|下跌|跌|缩短|节省|少了|关了|drop|dropped|fell|fall|falling|decline|declined|down|fewer|reduction|cut|less|by")
  static let change = more + less
  static let ofBefore = bytes("原来的|原先的|前者的|是其")
  static let ofBehind = bytes("of the|of its|of what")
  static let share = bytes("占|占比|占了|比例|率|率为|or|rate|a rate of")
  static let partOf = bytes("其中|中|里|of|among")
  static let total = bytes(
    "合计|总计|共计|总共|一共|总额|总价|总和|共收|累计|total|total of|totaled|totals|adds up to|comes to|offers|has")
  static let totalBehind = bytes("in all|altogether|in total|combined")
  static let remainder = bytes("余下|剩下|剩余|结余|其余|顺差|逆差|remaining|the other|balance|net inflows")
  static let deduction = bytes("剔除|扣除|减去|扣去|minus")
  static let comparison = bytes("比|than")
  static let copula = bytes("是|为|相当于")
  static let possessive = bytes("的")
  static let roughly = bytes("大约|约|几乎|正好|恰好|about|roughly|some|nearly|almost")
  static let clauseBreak = bytes("，|,")
  static let asMuchAs = bytes("as much as|as many as|as large as|as big as|that of")
  static let each = bytes("每|单价|each|per|apiece")
  static let average = bytes("平均|季均|年均|人均|average|mean")
  static let thatIs = bytes("即|也就是|也即|that is|i.e.|namely")
  static let lasting = bytes("已有|历史|矗立|相隔|隔了|历时|干了|工作了|ran for|stood for|lasted|had stood for")
  static let annual = bytes("复合|年均|每年|compound|annual|annually|a year")
  static let doubling = bytes("翻一番|翻番|翻倍|doubles|double|doubling")
  static let extremes = bytes("最多|最少|最高|最低|最大|最小|most|least|highest|lowest")
  static let open = bytes("包括|例如|等|之一|主要|include|includes|including|such as|among other things|e.g.")
  static let whole = bytes("全|共|总")
  static let closed = bytes("再无其他|别无其他|再无|nothing else|consists of|comprises")

  private static func bytes(_ words: String) -> [[UInt8]] { words.split(separator: "|").map { Array($0.utf8) } }
}
