import Glibc

/// One of the C library's converters to UTF-8, closed when it is let go.
final class CharacterConverter {
    /// How a call ended.
    enum Stop {
        /// Everything was converted.
        case done
        /// The bytes end within a character.
        case cutOff
        /// The next byte begins no character.
        case invalid
    }

    private let descriptor: iconv_t

    /// - Returns: `nil` when the C library knows no such encoding.
    init?(from encoding: String) {
        guard let opened = unsafe iconv_open("UTF-8", encoding), Int(bitPattern: opened) != -1 else { return nil }
        unsafe descriptor = opened
    }

    deinit {
        unsafe iconv_close(descriptor)
    }

    /// Converts bytes from an index on and appends the UTF-8.
    ///
    /// - Returns: The index of the first byte not taken, and why it stopped there.
    func convert(_ bytes: [UInt8], from start: Int, into text: inout [UInt8]) -> (taken: Int, stop: Stop) {
        var index = start
        while index < bytes.count {
            let (step, produced, error) = run(bytes, from: index)
            text.append(contentsOf: produced)
            index += step
            if error == EILSEQ { return (index, .invalid) }
            if error == EINVAL { return (index, .cutOff) }
        }
        return (index, .done)
    }

    /// One call of iconv over at most 16 KB.
    private func run(_ bytes: [UInt8], from start: Int) -> (step: Int, produced: ArraySlice<UInt8>, error: Int32) {
        let count = min(bytes.count - start, 16_384)
        var left = count
        var error: Int32 = 0
        let output = [UInt8](unsafeUninitializedCapacity: count * 4 + 16) { room, filled in
            var space = room.count
            unsafe bytes.withUnsafeBytes { raw in
                guard let base = raw.baseAddress, let target = room.baseAddress else { return }
                // iconv's signature lacks `const`; it does not write to its input.
                var input: UnsafeMutablePointer<CChar>? = unsafe UnsafeMutableRawPointer(mutating: base + start)
                    .assumingMemoryBound(to: CChar.self)
                var place: UnsafeMutablePointer<CChar>? = unsafe UnsafeMutableRawPointer(target)
                    .assumingMemoryBound(to: CChar.self)
                if unsafe iconv(descriptor, &input, &left, &place, &space) == -1 { error = errno }
            }
            filled = room.count - space
        }
        let isCutByWindow = error == EINVAL && start + count < bytes.count && left < count
        return (count - left, output[...], isCutByWindow ? 0 : error)
    }
}
