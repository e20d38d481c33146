import CArchive

/// Goes over the members of a zip with libarchive.
///
/// libarchive rather than minizip or code of our own: it is what FreeBSD's and Windows' own tar are made of and is
/// fuzzed all the time; it needs no file, checks the sum of each member, and reads member by member in constant memory.
final class ZipReader {
    private static let windowSize = 65_536

    /// A member whose bytes are read next.
    struct Member {
        let name: String
        /// Whether it is a file, and neither a folder nor a link.
        let isFile: Bool
        let isEncrypted: Bool
    }

    private let file: String
    private let input: RandomInput
    private let archive: OpaquePointer
    private let window: UnsafeMutableRawBufferPointer
    private var position = 0
    private var failure: (any Error)?

    /// - Throws: `unreadable` when it is no zip, or none that is whole.
    init(file: String, input: RandomInput) throws(IngestionError) {
        guard let archive = unsafe archive_read_new() else {
            throw IngestionError(.unreadable, file: file, message: "cannot be unpacked: there is no memory for it")
        }
        self.file = file
        self.input = input
        unsafe self.archive = archive
        unsafe window = .allocate(byteCount: Self.windowSize, alignment: 16)
        let context = unsafe Unmanaged.passUnretained(self).toOpaque()
        unsafe archive_read_support_format_zip(archive)
        unsafe archive_read_set_callback_data(archive, context)
        unsafe archive_read_set_read_callback(archive) { _, context, buffer in
            guard let context, let buffer else { return -1 }
            return unsafe ZipReader.from(context).fill(buffer)
        }
        unsafe archive_read_set_seek_callback(archive) { _, context, offset, whence in
            guard let context else { return -1 }
            return unsafe ZipReader.from(context).seek(offset, whence)
        }
        guard unsafe archive_read_open1(archive) == ARCHIVE_OK else { throw fault() }
    }

    deinit {
        unsafe archive_read_free(archive)
        unsafe window.deallocate()
    }

    /// The next member; `nil` at the end.
    func next() throws(IngestionError) -> Member? {
        var entry: OpaquePointer?
        let status = unsafe archive_read_next_header(archive, &entry)
        if status == ARCHIVE_EOF { return nil }
        // A warning is about a name that the C locale cannot write.
        guard status == ARCHIVE_OK || status == ARCHIVE_WARN, let entry else { throw fault() }
        return Member(
            name: MemberName.clean(unsafe Self.name(entry)),
            isFile: unsafe archive_entry_filetype(entry) == 0o100_000,
            isEncrypted: unsafe archive_entry_is_encrypted(entry) != 0
        )
    }

    /// The next bytes of the member; `nil` at its end.
    ///
    /// - Throws: `unreadable` for a member that is packed in a way that is not known, or whose sum is wrong.
    func read() throws(IngestionError) -> [UInt8]? {
        var failed = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: Self.windowSize) { room, count in
            let read = unsafe archive_read_data(archive, room.baseAddress, room.count)
            failed = min(0, read)
            count = max(0, read)
        }
        if failed < 0 { throw fault() }
        return bytes.isEmpty ? nil : bytes
    }

    private func fault() -> IngestionError {
        if let failure { return IngestionError(.readFailed, file: file, message: "could not be read: \(failure)") }
        let reason = unsafe archive_error_string(archive).map { unsafe String(cString: $0) } ?? "it is cut off"
        return IngestionError(
            .unreadable,
            file: file,
            message: "is a damaged archive, or packed in a way that is not known (\(reason)); pack it anew"
        )
    }

    private static func name(_ entry: OpaquePointer) -> [UInt8] {
        let name = unsafe archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)
        guard let name = unsafe name else { return [] }
        return unsafe bytes(name)
    }

    private static func bytes(_ text: UnsafePointer<CChar>) -> [UInt8] {
        var bytes: [UInt8] = []
        var index = 0
        while bytes.count < 4_096, unsafe text[index] != 0 {
            bytes.append(UInt8(bitPattern: unsafe text[index]))
            index += 1
        }
        return bytes
    }

    private static func from(_ context: UnsafeMutableRawPointer) -> ZipReader {
        unsafe Unmanaged<ZipReader>.fromOpaque(context).takeUnretainedValue()
    }

    private func fill(_ buffer: UnsafeMutablePointer<UnsafeRawPointer?>) -> Int {
        do {
            let bytes = try input.bytes(at: position, count: Self.windowSize)
            unsafe window.copyBytes(from: bytes)
            position += bytes.count
            unsafe buffer.pointee = UnsafeRawPointer(window.baseAddress)
            return bytes.count
        } catch {
            failure = error
            return -1
        }
    }

    /// `whence`: 0 from the start, 1 from the position, 2 from the end.
    private func seek(_ offset: Int64, _ whence: Int32) -> Int64 {
        let base = whence == 0 ? 0 : whence == 1 ? position : input.size
        let (target, isBeyond) = base.addingReportingOverflow(Int(offset))
        position = isBeyond ? input.size : min(max(0, target), input.size)
        return Int64(position)
    }
}
