/// What a character of a Chinese numeral stands for. Powers of a myriad and above are words of the multiplier lexicon.
enum ChineseSign {
  case digit(Int)
  /// 十, 百, 千 as the power of ten.
  case power(Int)
  /// 廿, 卅, 卌.
  case tens(Int)
  /// 几: some number from 1 to 9.
  case few

  init?(_ character: Unicode.Scalar) {
    switch character {
    case "零", "〇", "○": self = .digit(0)
    case "一", "壹", "弌": self = .digit(1)
    case "二", "贰", "弍", "两": self = .digit(2)
    case "三", "叁": self = .digit(3)
    case "四", "肆": self = .digit(4)
    case "五", "伍": self = .digit(5)
    case "六", "陆": self = .digit(6)
    case "七", "柒": self = .digit(7)
    case "八", "捌": self = .digit(8)
    case "九", "玖": self = .digit(9)
    case "十", "拾": self = .power(1)
    case "百", "佰": self = .power(2)
    case "千", "仟": self = .power(3)
    case "廿": self = .tens(2)
    case "卅": self = .tens(3)
    case "卌": self = .tens(4)
    case "几": self = .few
    default: return nil
    }
  }
}
