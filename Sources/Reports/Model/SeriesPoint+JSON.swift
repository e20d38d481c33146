package import JSON

// A report has these points by the hundred thousand, so that they write themselves.

extension SeriesPoint: JSONWritten {
    package func write(to writer: inout JSONWriter) throws {
        writer.openObject()
        if let adjustedSupport {
            writer.name("adjustedSupport")
            try writer.number(adjustedSupport)
        }
        writer.name("brand")
        try brand.write(to: &writer)
        if let compared {
            writer.name("compared")
            try compared.write(to: &writer)
        }
        writer.member("period", period)
        writer.name("support")
        try support.write(to: &writer)
        writer.closeObject()
    }
}

extension ComparedPoint: JSONWritten {
    package func write(to writer: inout JSONWriter) throws {
        writer.openObject()
        writer.name("brand")
        try brand.write(to: &writer)
        writer.name("difference")
        try difference.write(to: &writer)
        writer.name("support")
        try support.write(to: &writer)
        writer.member("voices", voices)
        writer.closeObject()
    }
}

extension LevelPoint: JSONWritten {
    package func write(to writer: inout JSONWriter) throws {
        writer.openObject()
        writer.member("period", period)
        writer.name("strength")
        try strength.write(to: &writer)
        writer.closeObject()
    }
}

extension PeriodCount: JSONWritten {
    package func write(to writer: inout JSONWriter) throws {
        writer.openObject()
        writer.member("period", period)
        writer.member("voices", voices)
        writer.closeObject()
    }
}

extension Strength: JSONWritten {
    package func write(to writer: inout JSONWriter) throws {
        writer.openObject()
        if let range {
            writer.name("range")
            try range.write(to: &writer)
        }
        writer.member("voices", voices)
        writer.closeObject()
    }
}

extension ValueRange: JSONWritten {
    package func write(to writer: inout JSONWriter) throws {
        writer.openObject()
        writer.name("high")
        try writer.number(high)
        writer.name("low")
        try writer.number(low)
        writer.name("value")
        try writer.number(value)
        writer.closeObject()
    }
}
