import Testing

@testable import Reports

/// Ids that tell who somebody is are told from the numbers of rows.
struct PersonalIDTests {
    @Test(arguments: [
        "rei@example.jp", "rei＠example.jp", "090-7777-8888", "+81 90 5555 6666", "tel 090-3333-4444", "０９０−７７７７−８８８８",
        "09012345678", "(03) 1234-5678", "4111 1111 1111 1111",
    ])
    func addressesAndNumbersArePersonal(id: String) {
        #expect(Masking.standard.isPersonal(id: id))
    }

    @Test(arguments: [
        "k1", "m39-11", "1234567890", "4111111111111111", "2021-02-22-0001", "550e8400-e29b-41d4-a716-446655440000",
        "0120123456", "ORD-123456", "t3_1234567", "一二三四五六七八九〇", "",
    ])
    func numbersOfRowsAreNot(id: String) {
        #expect(!Masking.standard.isPersonal(id: id))
    }

    @Test func numbersThatTheSettingsHideArePersonal() throws {
        let masking = try Masking(orderPatterns: ["ORD-[0-9]{6}", "[0-9]{7}"])
        #expect(masking.isPersonal(id: "ORD-123456") && masking.isPersonal(id: "1234567"))
        #expect(!masking.isPersonal(id: "123456"))
    }
}
