import Feedback
import JSON
import Store

extension VoiceRow {
    /// The voice as one line, which ``init(line:)`` reads.
    var line: String {
        var json = JSONWriter(.plain)
        json.openObject()
        json.member("voice_id", voiceID)
        json.member("brand", brand)
        json.optional("case_id", caseID)
        json.optional("author", author)
        json.member("month", month)
        json.optional("channel", channel)
        json.optional("product", product)
        json.optional("version", version)
        json.optional("relation", relation?.rawValue)
        json.name("is_counted")
        json.flag(isCounted)
        json.optional("support_polarity", supportPolarity)
        json.member("support_basis", supportBasis)
        json.optional("brand_polarity", brandPolarity)
        json.member("brand_basis", brandBasis)
        json.member("facets", facets)
        json.member("signals", signals)
        json.optional("day", day)
        json.optional("rating", rating)
        if !answers.isEmpty { json.member("answers", JSONText.encode(answers)) }
        json.member("customer", Int(customerCode))
        json.member("member_sum", Int(memberSum))
        json.member("mentions", mentions)
        json.member("sources", sources)
        json.member("lot", Int(lot))
        json.integers("rows", memberIDs.map(Int.init))
        json.closeObject()
        return json.text
    }

    /// - Throws: ``WorkspaceError`` `input` or `JSONError` when the line is no voice.
    init(line: String) throws {
        let object = try StreamObject(line)
        self.init(
            voiceID: try object.text("voice_id"),
            brand: try object.text("brand"),
            month: try object.text("month"),
            supportBasis: try object.text("support_basis"),
            brandBasis: try object.text("brand_basis")
        )
        caseID = try object.optionalText("case_id")
        author = try object.optionalText("author")
        channel = try object.optionalText("channel")
        product = try object.optionalText("product")
        version = try object.optionalText("version")
        relation = try object.optionalText("relation").flatMap(LinkRelation.init(rawValue:))
        isCounted = try object.flag("is_counted")
        supportPolarity = try object.optionalInteger("support_polarity")
        brandPolarity = try object.optionalInteger("brand_polarity")
        facets = try object.text("facets")
        signals = try object.text("signals")
        day = try object.optionalInteger("day")
        rating = try object.optionalInteger("rating")
        answers = try object.optionalText("answers").map(JSONText.surveyAnswers) ?? []
        customerCode = Int64(try object.integer("customer"))
        memberSum = Int64(try object.integer("member_sum"))
        mentions = try object.text("mentions")
        sources = try object.text("sources")
        lot = Int64(try object.integer("lot"))
        memberIDs = try object.integers("rows").map(Int64.init)
    }
}

extension CellRow {
    /// The place and the sums; what follows from them is made where the cell is stored.
    func write(to json: inout JSONWriter) {
        json.member("brand", brand)
        json.member("period_length", period.length.rawValue)
        json.member("period", period.description)
        json.member("channel", channel)
        json.member("measure", measure)
        json.member("n", n)
        json.member("sum", sums.sum)
        json.member("sum_of_squares", sums.sumOfSquares)
        json.member("customers", sums.customers)
        json.member("customer_sum_squares", sums.customerSumSquares)
        json.member("customer_sum_counts", sums.customerSumCounts)
        json.member("customer_count_squares", sums.customerCountSquares)
    }

    /// A cell without what follows from its sums.
    ///
    /// - Throws: ``WorkspaceError`` `input` when the object is no cell.
    init(_ object: StreamObject) throws {
        guard let length = PeriodLength(rawValue: try object.text("period_length")),
            let period = Period(length, named: try object.text("period"))
        else { throw StreamObject.fault("period", "a period such as 2014-03") }
        self.init(
            brand: try object.text("brand"),
            period: period,
            channel: try object.text("channel"),
            sums: CellSums(
                measure: try object.text("measure"),
                n: try object.integer("n"),
                sum: try object.integer("sum"),
                sumOfSquares: try object.integer("sum_of_squares"),
                customers: try object.integer("customers"),
                customerSumSquares: try object.integer("customer_sum_squares"),
                customerSumCounts: try object.integer("customer_sum_counts"),
                customerCountSquares: try object.integer("customer_count_squares")
            )
        )
    }
}
