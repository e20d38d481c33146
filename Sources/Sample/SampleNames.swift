/// Names of invented customers.
enum SampleNames {
    private static let japaneseFamily = [
        "高野", "水谷", "三好", "森川", "若林", "小野寺", "早坂", "富樫", "相沢", "浅井", "安西", "飯塚", "石黒", "磯部", "今村", "岩瀬",
        "上原", "梅津", "榎本", "大谷", "小倉", "片桐", "川端", "神田",
    ]
    private static let japaneseGiven = [
        "葵", "悠斗", "陽菜", "蓮", "結衣", "湊", "凛", "樹", "紬", "律", "芽依", "朝陽", "杏", "颯太", "澪", "伊織", "楓", "新", "千佳",
        "航", "美和", "圭", "静香",
    ]
    private static let englishGiven = [
        "Alex", "Dana", "Jo", "Sam", "Terry", "Robin", "Casey", "Lee", "Morgan", "Jamie", "Pat", "Drew", "Kim", "Avery",
        "Blake", "Quinn", "Riley", "Sage", "Toni", "Val", "Wren", "Ash", "Ellis",
    ]
    private static let englishFamily = [
        "Abbott", "Barlow", "Calder", "Dunmore", "Easton", "Fairley", "Garner", "Holt", "Ingram", "Jessop", "Keane",
        "Larkin", "Mercer", "Norwood", "Oakes", "Paget", "Quimby", "Rowe", "Selby", "Tarrant", "Upton", "Vance", "Weld",
        "Yates",
    ]

    /// The name of a customer, always the same; some share one, as people do.
    static func name(of customer: Int, language: String) -> String {
        let family = language == "ja" ? japaneseFamily : englishFamily
        let given = language == "ja" ? japaneseGiven : englishGiven
        let (first, last) = (given[customer % given.count], family[customer / given.count % family.count])
        return language == "ja" ? last + first : "\(first) \(last)"
    }
}
