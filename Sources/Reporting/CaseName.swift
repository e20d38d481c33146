/// A case's id as a report shows it: the separator inside the ids of stories is no character for readers.
package enum CaseName {
    package static func shown(_ caseID: String) -> String {
        String(String.UnicodeScalarView(caseID.unicodeScalars.map { $0.value < 0x20 ? ":" : $0 }))
    }
}
