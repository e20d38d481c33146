import Feedback

/// The names behind the numbers of places.
struct CellNames: Sendable {
    private var brands = NumberedNames()
    private var channels = NumberedNames()

    /// The place of a voice in all time.
    mutating func place(of voice: Voice) -> CellPlace {
        CellPlace(
            brand: brands.number(of: voice.brand),
            channel: channels.number(of: voice.channel),
            period: Period(length: .all, index: 0)
        )
    }

    /// A place under the numbers of other names, brought under these.
    mutating func place(_ place: CellPlace, named other: CellNames) -> CellPlace {
        CellPlace(
            brand: brands.number(of: other.brands.names[Int(place.brand)]),
            channel: place.channel < 0 ? -1 : channels.number(of: other.channels.names[Int(place.channel)]),
            period: place.period
        )
    }

    /// The cells that hold a voice, in the order of their keys.
    func keyed(_ rows: CellRows<Cell>) -> [KeyedCell] {
        let ordered = ranked(rows).sorted {
            ($0.brand, $0.channel, $0.place.period) < ($1.brand, $1.channel, $1.place.period)
        }
        var result: [KeyedCell] = []
        var start = 0
        while start < ordered.count {
            let end = ordered[start...].firstIndex { $0.brand != ordered[start].brand } ?? ordered.count
            for (order, measure) in MeasureID.all.enumerated() {
                for entry in ordered[start..<end] where rows[entry.row, order].n > 0 {
                    result.append(KeyedCell(key: key(of: entry.place, measure), cell: rows[entry.row, order]))
                }
            }
            start = end
        }
        return result
    }

    /// The cells that add anything, by brand, period and channel.
    func byPeriod(_ rows: CellRows<Cell>) -> [PeriodCells] {
        let ordered = ranked(rows).sorted {
            ($0.brand, $0.place.period, $0.channel) < ($1.brand, $1.place.period, $1.channel)
        }
        return ordered.compactMap { entry in
            let cells = MeasureID.byName.compactMap { measure -> PeriodCells.Measured? in
                let cell = rows[entry.row, measure.order]
                return cell == Cell() ? nil : PeriodCells.Measured(measure: measure, cell: cell)
            }
            if cells.isEmpty { return nil }
            return PeriodCells(
                brand: brands.names[Int(entry.place.brand)],
                period: entry.place.period,
                channel: entry.place.channel < 0 ? nil : channels.names[Int(entry.place.channel)],
                cells: cells
            )
        }
    }

    /// Places with the ranks of their names; all channels together come first.
    private func ranked(_ rows: CellRows<Cell>) -> [(brand: Int, channel: Int, place: CellPlace, row: Int)] {
        let (brandRanks, channelRanks) = (brands.ranks, channels.ranks)
        return rows.places.map { place, row in
            let channel = place.channel < 0 ? -1 : channelRanks[Int(place.channel)]
            return (brand: brandRanks[Int(place.brand)], channel: channel, place: place, row: row)
        }
    }

    private func key(of place: CellPlace, _ measure: MeasureID) -> CellKey {
        CellKey(
            brand: brands.names[Int(place.brand)],
            period: place.period,
            channel: place.channel < 0 ? nil : channels.names[Int(place.channel)],
            measure: measure
        )
    }
}
