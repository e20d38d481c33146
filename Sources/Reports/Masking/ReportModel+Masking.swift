import Feedback

extension ReportModel {
    /// The model with personal data hidden in everything that people wrote.
    ///
    /// - Parameters:
    ///   - masking: what is hidden.
    ///   - outlines: brands of which the model has the outline, which has been masked.
    ///   - workers: threads that look for it.
    /// - Returns: the same brands in their order.
    func masked(by masking: Masking, except outlines: Set<String> = [], workers: Int) -> ReportModel {
        var model = self
        model.brands = sideBySide(brands, workers: workers) { brand in
            outlines.contains(brand.name) ? brand : brand.masked(by: masking)
        }
        model.agreement?.mismatches = (agreement?.mismatches ?? []).map {
            RatingMismatch(cause: $0.cause, verbatim: $0.verbatim.masked(by: masking))
        }
        return model
    }
}

extension BrandReport {
    fileprivate func masked(by masking: Masking) -> BrandReport {
        var brand = self
        brand.verbatims = verbatims.map { $0.masked(by: masking) }
        brand.cases = cases.map { $0.masked(by: masking) }
        brand.flags = flags.map { $0.masked(by: masking) }
        brand.events = events.map { event in
            var event = event
            event.label = event.label.map(masking.masked)
            return event
        }
        brand.improvements = improvements.map { $0.masked(by: masking) }
        brand.facets = facets.map { row in
            var row = row
            row.praises.quotes = row.praises.quotes.map { $0.masked(by: masking) }
            row.blames.quotes = row.blames.quotes.map { $0.masked(by: masking) }
            return row
        }
        brand.earlySigns = earlySigns.map { sign in
            var sign = sign
            sign.verbatim = sign.verbatim.masked(by: masking)
            sign.related = sign.related.map { $0.masked(by: masking) }
            return sign
        }
        return brand
    }
}

extension ChangeFlag {
    fileprivate func masked(by masking: Masking) -> ChangeFlag {
        var flag = self
        flag.note = note.map(masking.maskedNote)
        flag.exemplars = exemplars.map { $0.masked(by: masking) }
        flag.contrasts = contrasts.map { $0.masked(by: masking) }
        flag.cases = cases.map { $0.masked(by: masking) }
        return flag
    }
}

extension Verbatim {
    func masked(by masking: Masking) -> Verbatim {
        var verbatim = self
        let masking = masking.hiding([author].compactMap { $0 })
        verbatim.author = author.map(Masking.author)
        verbatim.title = title.map(masking.masked)
        verbatim.segments = masking.masked(segments)
        return verbatim
    }
}

extension CaseTimeline {
    func masked(by masking: Masking) -> CaseTimeline {
        var timeline = self
        let masking = masking.hiding([customer].compactMap { $0 })
        timeline.customer = customer.map(Masking.author)
        timeline.subject = subject.map(masking.masked)
        timeline.steps = steps.map { step in
            var step = step
            step.note = step.note.map(masking.masked)
            return step
        }
        return timeline
    }
}
