/// The `koe.yaml` of a new workspace.
package enum SettingsTemplate {
    package static func text(timeZone: String, language: String) -> String {
        """
        # Settings of this Koe workspace. Every key may be left out; `koe config` shows what is in force and why.
        timeZone: \(timeZone)        # periods are cut in this zone
        language: \(language)               # of the reports: ja or en
        # margin: 5                # points within which support and brand strength count as equal
        # minimumVoices: 5         # below this a value is shown as insufficient
        # quarantineLimit: 0.05    # share of unusable rows above which a run fails

        # Your brands, with every way customers write them. Well-known brands are known already.
        # brands:
        #   - name: Example
        #     aliases: [エグザンプル, Example Inc.]

        # How files in inbox/ are read. Files that no entry names are recognised by their bytes.
        # sources:
        #   - name: survey
        #     files: "survey*.csv"
        #     map: survey.yaml       # made by: koe import --suggest inbox/survey.csv
        #     timeZone: Asia/Tokyo

        """
    }
}
