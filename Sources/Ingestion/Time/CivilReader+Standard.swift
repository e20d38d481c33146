extension CivilReader {
    /// `2008-04-05T08:24:00` or with a space between, alone or followed by `Z` or an offset such as `+09:00`: what most
    /// sources write, read where it lies.
    ///
    /// - Returns: The same as ``read(_:)``, or `nil` for every other form.
    static func standard(_ text: String) -> CivilTime? {
        text.utf8.withContiguousStorageIfAvailable { bytes in
            guard bytes.count >= 19, bytes[4] == 0x2D, bytes[7] == 0x2D, bytes[10] == 0x54 || bytes[10] == 0x20,
                bytes[13] == 0x3A, bytes[16] == 0x3A, let century = pair(bytes, 0), let year = pair(bytes, 2),
                let month = pair(bytes, 5), let day = pair(bytes, 8), let hour = pair(bytes, 11),
                let minute = pair(bytes, 14), let second = pair(bytes, 17)
            else { return nil }
            var time = CivilTime(year: century * 100 + year, month: month, day: day, hour: hour, hasClock: true)
            (time.minute, time.second) = (minute, second)
            if bytes.count == 19 { return time }
            time.offset = offset(bytes)
            return time.offset == nil ? nil : time
        } ?? nil
    }

    /// `Z`, or an offset in hours and minutes, behind the seconds.
    private static func offset(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        if bytes.count == 20, bytes[19] == 0x5A { return 0 }
        guard bytes.count == 25, bytes[19] == 0x2B || bytes[19] == 0x2D, bytes[22] == 0x3A,
            let hours = pair(bytes, 20), hours <= 18, let minutes = pair(bytes, 23), minutes < 60
        else { return nil }
        return (hours * 3_600 + minutes * 60) * (bytes[19] == 0x2D ? -1 : 1)
    }

    /// The number that two digits tell.
    private static func pair(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int? {
        let (tens, ones) = (bytes[place] &- 0x30, bytes[place + 1] &- 0x30)
        return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : nil
    }
}
