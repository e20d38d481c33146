import CZlib

/// Unpacks gzip, one member after another, by zlib.
///
/// zlib, because libarchive does not compare the sum at the end of a gzip with what it has unpacked.
final class GzipReader {
    private static let chunkSize = 65_536

    private let file: String
    private let input: RandomInput
    private var stream = z_stream()
    private var position = 0
    private var waiting: [UInt8] = []
    private var isWithinMember = false
    private var isDone = false

    init(file: String, input: RandomInput) throws(IngestionError) {
        self.file = file
        self.input = input
        // 15 bits of window, and 16 for the header of gzip (zlib.h, inflateInit2).
        let status = unsafe inflateInit2_(&stream, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard status == Z_OK else {
            throw IngestionError(.unreadable, file: file, message: "cannot be unpacked: there is no memory for it")
        }
    }

    deinit { unsafe inflateEnd(&stream) }

    /// The next bytes; `nil` at the end.
    func read() throws(IngestionError) -> [UInt8]? {
        while !isDone {
            if waiting.isEmpty { try pull() }
            if waiting.isEmpty {
                if isWithinMember { throw fault("it is cut off") }
                return nil
            }
            let bytes = try inflate()
            if !bytes.isEmpty { return bytes }
        }
        return nil
    }

    private func pull() throws(IngestionError) {
        do {
            waiting = try input.bytes(at: position, count: Self.chunkSize)
        } catch {
            throw IngestionError(.readFailed, file: file, message: "could not be read: \(error)")
        }
        position += waiting.count
    }

    private func inflate() throws(IngestionError) -> [UInt8] {
        // What stands behind the last member and is none, such as padding with zeros, is not its content.
        if !isWithinMember, position > waiting.count, waiting.first != 0x1F {
            isDone = true
            return []
        }
        isWithinMember = true
        var status = Z_OK
        var left = 0
        var input = waiting
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: Self.chunkSize * 4) { room, count in
            unsafe input.withUnsafeMutableBufferPointer { packed in
                unsafe stream.next_in = packed.baseAddress
                stream.avail_in = UInt32(packed.count)
                unsafe stream.next_out = room.baseAddress
                stream.avail_out = UInt32(room.count)
                status = unsafe CZlib.inflate(&stream, Z_NO_FLUSH)
                left = Int(stream.avail_in)
            }
            count = room.count - Int(stream.avail_out)
        }
        waiting.removeFirst(waiting.count - left)
        switch status {
        case Z_OK, Z_BUF_ERROR: break
        case Z_STREAM_END:
            isWithinMember = false
            unsafe inflateReset(&stream)
        default: throw fault(unsafe stream.msg.map { unsafe String(cString: $0) } ?? "error \(status)")
        }
        return bytes
    }

    private func fault(_ reason: String) -> IngestionError {
        IngestionError(
            .unreadable,
            file: file,
            message: "is a damaged gzip file (\(reason)); copy or pack it anew"
        )
    }
}
