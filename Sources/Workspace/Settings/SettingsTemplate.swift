/// The `koe.yaml` of a new workspace.
package enum SettingsTemplate {
    package static func text(timeZone: String, language: String) -> String {
        """
        # Settings of this Koe workspace. Every key may be left out; `koe config` shows what is in force and why.
        timeZone: \(timeZone)        # periods are cut in this zone
        language: \(language)               # of the reports: ja or en
        # margin: 5                # points within which support and brand strength count as equal
        # minimumVoices: 5         # below this a value is shown as insufficient
        # flagPeriods: week, quarter   # changes are looked for by month, and by these; or none
        # flagVoices: 200          # a channel, product or facet is looked at alone from this many voices on
        # flagRate: 0.05           # share of the flags that may be false by design
        # quarantineLimit: 0.05    # share of unusable rows above which a run fails
        # keepRawRows: true        # keep what was imported, packed, so that a corrected mapping can read it again
        # rawRowDays: 0            # days after which it is forgotten; 0 keeps it
        # keepBackups: 3           # backups that are kept; one is made before every change of the database's form

        # metricsFile: metrics.prom   # what each run writes for Prometheus (node_exporter's textfile collector)

        # When your office is open, for handling times in business hours.
        # office:
        #   hours: {mon-fri: "09:00-18:00"}      # several stretches: "09:00-12:00, 13:00-18:00"
        #   japaneseHolidays: true               # closed on the public holidays of Japan
        #   closed: [12-29..01-03, 2026-08-13]   # every year, and once

        # What each side of handling counts in their weighted mean; without these, its share of mentions.
        # facetWeights: {speed: 2, courtesy: 1, remedy: 1}

        # What you did or met: drawn on every chart of the brand (of every brand where none is named), and named beside a
        # flag that began at that time; one of a product or a channel not beside a flag of another. Kinds: release, incident, campaign, price, staffing, company.
        # events:
        #   - {date: 2026-04-01, kind: release, label: 新アプリ 3.0, brand: Example}   # product: and channel: as well

        # Who is told of new flags, of recovered ones and of those that are no change any more: once each, when the report
        # is whole. A value such as $KOE_WEBHOOK is read from the environment.
        # notify:
        #   - webhook: https://hooks.slack.com/services/…   # takes {"text": …}, as Slack and Mattermost do
        #   - {mail: cx@example.com, from: koe@example.com} # through this machine's sendmail
        #   - file: notices.ndjson

        # Your brands, with every way customers write them. Well-known brands are known already.
        # brands:
        #   - name: Example
        #     aliases: [エグザンプル, Example Inc.]

        # Your own mail addresses and domains: mails from these are your agents', and no customer's.
        # ownAddresses: [support@example.com, example.co.jp]

        # Order and case numbers that no output shows, beside mail addresses, phone and card numbers.
        # maskPatterns: ['ORD-[0-9]{6}', '注文番号[:：]?[0-9]+']

        # How files in inbox/ are read. Files that no entry names are recognised by their bytes.
        # sources:
        #   - name: survey
        #     files: "survey*.csv"
        #     map: survey.yaml       # made by: koe import --suggest inbox/survey.csv
        #     timeZone: Asia/Tokyo
        #     silentAfterDays: 3     # a run fails when nothing new came for longer; otherwise its own rhythm counts
        #     keepDays: 730          # runs erase its comments and cases that are older; the series stay as sealed sums
        #     rawRowDays: 90         # days after which its files as they came are forgotten

        """
    }
}
