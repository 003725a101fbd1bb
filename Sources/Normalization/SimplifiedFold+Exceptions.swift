/// Where the fold leaves ICU's table (CLDR 42's `Hant-Hans`), reviewed by hand.
extension SimplifiedFold {
  /// Traditional characters in use that the table leaves alone, and variants of them.
  private static let added: [(Character, Character)] = [
    ("牠", "它"), ("擡", "抬"), ("峯", "峰"), ("甦", "苏"), ("囌", "苏"), ("閤", "合"), ("彫", "雕"), ("鵰", "雕"), ("琱", "雕"),
    ("劄", "札"), ("箚", "札"), ("淩", "凌"), ("滙", "汇"), ("泝", "溯"), ("遡", "溯"), ("査", "查"), ("麪", "面"), ("麫", "面"),
    ("嶽", "岳"), ("糉", "粽"), ("蓴", "莼"), ("餈", "糍"), ("鍼", "针"), ("鎌", "镰"), ("脩", "修"), ("菴", "庵"), ("蹠", "跖"),
    ("谿", "溪"), ("韆", "千"), ("鞦", "秋"), ("欅", "榉"), ("灩", "滟"), ("璿", "璇"), ("矇", "蒙"), ("濛", "蒙"), ("畵", "画"),
    ("卽", "即"), ("旣", "既"), ("敎", "教"), ("棊", "棋"), ("遶", "绕"), ("鈅", "钥"), ("麴", "曲"), ("醣", "糖"), ("嫺", "娴"),
    ("噁", "恶"), ("寀", "采"), ("幷", "并"), ("彔", "录"), ("廕", "荫"), ("扞", "捍"), ("牴", "抵"), ("殭", "僵"), ("殻", "壳"),
    ("朮", "术"), ("鯗", "鲞"), ("鰛", "鳁"), ("鶿", "鹚"), ("鷴", "鹇"), ("龑", "䶮"), ("靉", "叆"), ("靆", "叇"), ("飱", "飧"),
    ("譭", "毁"), ("冑", "胄"), ("棡", "㭎"), ("榘", "矩"), ("榦", "干"), ("硃", "朱"), ("簑", "蓑"), ("鈡", "钟"), ("鎭", "镇"),
    ("厤", "历"), ("舘", "馆"), ("垻", "坝"), ("溳", "涢"), ("翬", "翚"), ("緼", "缊"), ("彠", "彟"), ("俥", "伡"),
    ("瞇", "眯"), ("諮", "咨"), ("鏇", "旋"), ("襬", "摆"),
  ]

  /// Characters that the table folds into another word's: 俱乐部, 摔跤, 大阪, 苎麻, 氹仔 are written with them in Simplified too.
  private static let kept: [Character] = ["俱", "跤", "阪", "苎", "氹", "姊", "囍", "燐", "睪"]

  static var exceptions: [(traditional: UInt16, simple: UInt16)] {
    added.map { (unit(of: $0), unit(of: $1)) } + kept.map { (unit(of: $0), unit(of: $0)) }
  }

  /// Characters that stay as they are in some words: 乾隆, 乾坤; 著名, 顯著; 慰藉, 狼藉.
  static let keptInWords: [UInt32: (after: Set<UInt32>, before: Set<UInt32>)] = [
    scalar(of: "乾"): (after: scalars("康"), before: scalars("隆坤陵清嘉")),
    scalar(of: "著"): (after: scalars("名顯显專专原編编論论巨土卓合遺遗譯译昭拙"), before: scalars("名作稱称者述錄录書书")),
    scalar(of: "藉"): (after: scalars("慰狼枕蘊蕴"), before: []),
  ]

  private static func unit(of character: Character) -> UInt16 { UInt16(scalar(of: character)) }
  private static func scalar(of character: Character) -> UInt32 { character.unicodeScalars.first?.value ?? 0 }
  private static func scalars(_ characters: String) -> Set<UInt32> { Set(characters.unicodeScalars.map(\.value)) }
}
