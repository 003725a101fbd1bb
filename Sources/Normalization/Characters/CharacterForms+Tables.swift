extension CharacterForms {
  /// Radicals of the supplement as the ideographs that they stand for (Unicode 15.1, EquivalentUnifiedIdeograph.txt; those that a
  /// text may hold for an ideograph), and signs of vertical text as those of horizontal text (UnicodeData.txt, `<vertical>`; of two
  /// widths the one that Chinese text has).
  static let plain: [UInt32: Character] = {
    var table: [UInt32: Character] = [:]
    for (form, plain) in zip(radicals.unicodeScalars, radicalIdeographs) { table[form.value] = plain }
    for (form, plain) in zip(vertical.unicodeScalars, horizontal) { table[form.value] = plain }
    return table
  }()

  private static let radicals = "⺁⺏⺐⺑⺒⺓⺞⺟⺠⺩⺪⺬⺭⺼⻁⻄⻅⻆⻈⻉⻋⻌⻍⻎⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳"
  private static let radicalIdeographs = "厂尣尢尣巳幺歺母民王疋示礻肉虎西见角讠贝车辶辶辶长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龟"
  private static let vertical = "︐︑︒︓︔︕︖︗︘︙︱︲︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈"
  private static let horizontal = "，、。：；！？〖〗…—–（）｛｝〔〕【】《》〈〉「」『』［］"
}
