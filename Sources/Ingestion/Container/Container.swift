/// An input that holds others: gzip, a zip, or a workbook with its sheets.
///
/// A workbook's sheet is given as a table with commas, so that it is read as any other.
package final class Container {
    /// One of the inputs within.
    package struct Member {
        /// Its path within the container, for people; empty for the one thing that a gzip holds.
        package let name: String
        /// Whether it is a sheet, which may well be no table.
        package let isSheet: Bool
        /// Its bytes, to be read before the next member is asked for.
        package let chunks: InputChunks
    }

    private enum Reader {
        /// `nil` once it was given.
        case gzip(GzipReader?)
        case zip(ZipReader)
        case workbook(Workbook)
    }

    private let file: String
    private var reader: Reader
    private var count: UnpackedCount
    private var about: [String] = []

    /// Whether the first bytes of an input are those of a container.
    package static func isOne(_ first: [UInt8]) -> Bool {
        first.starts(with: gzipMark) || first.starts(with: zipMark)
    }

    private static let gzipMark: [UInt8] = [0x1F, 0x8B]
    private static let zipMark: [UInt8] = [0x50, 0x4B, 0x03, 0x04]

    /// Opens a container.
    ///
    /// - Parameters:
    ///   - file: Name of the input, for errors.
    ///   - input: All of its bytes.
    ///   - limits: How much it may unpack to.
    /// - Throws: `unreadable` for an archive that is damaged, too large or an office document that is no workbook.
    package init(file: String, input: RandomInput, limits: ContainerLimits = ContainerLimits()) throws(IngestionError) {
        self.file = file
        count = UnpackedCount(file: file, packed: input.size, limits: limits)
        let first: [UInt8]
        do {
            first = try input.bytes(at: 0, count: 2)
        } catch {
            throw IngestionError(.readFailed, file: file, message: "could not be read: \(error)")
        }
        if first == Self.gzipMark {
            reader = .gzip(try GzipReader(file: file, input: input))
            return
        }
        let names = try Self.names(file, input, limits)
        if let other = OfficeKind.find(names) { throw Self.refused(file, other) }
        reader =
            names.contains(Workbook.part)
            ? .workbook(try Workbook(file: file, input: input, limits: limits))
            : .zip(try ZipReader(file: file, input: input))
    }

    /// What was left out without being a fault, one sentence each.
    package var notes: [String] {
        let about = about.map { "\($0) tells of the other files and was left out" }
        guard case .workbook(let workbook) = reader else { return about }
        return workbook.hidden.map { "the sheet \"\($0)\" is hidden and was left out" }
    }

    /// The next member; `nil` at the end.
    ///
    /// - Throws: `unreadable` when the archive is damaged.
    package func next() throws(IngestionError) -> Member? {
        switch reader {
        case .gzip(let packed):
            reader = .gzip(nil)
            return packed.map { packed in member("") { () throws(IngestionError) in try packed.read() } }
        case .workbook(let workbook):
            guard let sheet = try workbook.next() else { return nil }
            return member(sheet.name, isSheet: true) { () throws(IngestionError) in try sheet.text.read() }
        case .zip(let zip):
            while let member = try zip.next() {
                guard member.isFile, !MemberName.isLitter(member.name) else { continue }
                if MemberName.isAboutOthers(member.name) {
                    about.append(member.name)
                    continue
                }
                guard !member.isEncrypted else { throw Self.encrypted(file, member.name) }
                return self.member(member.name) { () throws(IngestionError) in try zip.read() }
            }
            return nil
        }
    }

    private func member(
        _ name: String,
        isSheet: Bool = false,
        _ read: @escaping () throws(IngestionError) -> [UInt8]?
    ) -> Member {
        let chunks = InputChunks { [self] in
            let bytes = try read()
            try count.add(bytes?.count ?? 0)
            return bytes
        }
        return Member(name: name, isSheet: isSheet, chunks: chunks)
    }

    private static func names(
        _ file: String,
        _ input: RandomInput,
        _ limits: ContainerLimits
    ) throws(IngestionError) -> Set<String> {
        let zip = try ZipReader(file: file, input: input)
        var names: Set<String> = []
        var count = 0
        while let member = try zip.next() {
            count += 1
            guard count <= limits.members else {
                let message = "holds more than \(limits.members) files; unpack it and import the folder"
                throw IngestionError(.unreadable, file: file, message: message)
            }
            names.insert(member.name)
        }
        return names
    }

    private static func refused(_ file: String, _ kind: OfficeKind) -> IngestionError {
        IngestionError(.unreadable, file: file, byte: 0, message: "is \(kind.title); \(kind.advice)")
    }

    private static func encrypted(_ file: String, _ name: String) -> IngestionError {
        IngestionError(
            .unreadable,
            file: file,
            message: "is locked with a password (\"\(name)\"); unpack it and import the files"
        )
    }
}
