import CZlib
import Ingestion

/// Unpacks containers, and reads what is within as rows.
enum Packed {
    static func check(_ bytes: [UInt8]) {
        var limits = ContainerLimits()
        limits.unpackedBytes = 1 << 20
        limits.freeBytes = 1 << 18
        limits.sharedText = 1 << 16
        limits.members = 100
        do {
            let container = try Container(file: "input", input: RandomInput(bytes: bytes), limits: limits)
            while let member = try container.next() {
                var text: [UInt8] = []
                while let piece = try member.chunks.next(file: "input") { text += piece }
                if member.isSheet { Rows.check(text, format: .auto) }
            }
            _ = container.notes
        } catch {
            return
        }
    }

    /// A workbook whose parts are those of the input, told apart by NUL: its sheet, strings, styles, book and links.
    ///
    /// Mutations then meet the readers of the parts, and not the sums of the zip around them.
    static func workbook(_ bytes: [UInt8]) -> [UInt8] {
        let parts = bytes.split(separator: 0, maxSplits: 4, omittingEmptySubsequences: false).map(Array.init)
        let usual = ["", "", "", book, links].map { Array($0.utf8) }
        let names = [
            "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", part, "xl/_rels/workbook.xml.rels",
        ]
        let members = names.enumerated().map { place, name in
            (name, place < parts.count && !parts[place].isEmpty ? parts[place] : usual[place])
        }
        return zip(members.filter { !$0.1.isEmpty })
    }

    private static let part = "xl/workbook.xml"
    private static let book = """
        <workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
        <sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>
        """
    private static let links = """
        <Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>
        """

    /// A zip whose members are stored as they are; APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
    private static func zip(_ members: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        var (archive, directory): ([UInt8], [UInt8]) = ([], [])
        for (name, bytes) in members {
            let sum = UInt32(truncatingIfNeeded: crc32(0, bytes, UInt32(bytes.count)))
            let size = UInt32(bytes.count)
            let common =
                number(0, 2) + number(0, 4) + number(sum, 4) + number(size, 4) + number(size, 4)
                + number(UInt32(name.utf8.count), 2) + number(0, 2)
            directory += [0x50, 0x4B, 1, 2] + number(20, 2) + number(20, 2) + number(0, 2) + common
            directory += number(0, 2) + number(0, 2) + number(0, 2) + number(0, 4) + number(UInt32(archive.count), 4)
            directory += name.utf8
            archive += [0x50, 0x4B, 3, 4] + number(20, 2) + number(0, 2) + common + name.utf8 + bytes
        }
        let count = number(UInt32(members.count), 2)
        let end = number(0, 4) + count + count + number(UInt32(directory.count), 4) + number(UInt32(archive.count), 4)
        return archive + directory + [0x50, 0x4B, 5, 6] + end + number(0, 2)
    }

    private static func number(_ value: UInt32, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
    }
}
