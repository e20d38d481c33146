import Measures
import Store

/// What a report asks of all voices of a brand, which are read once for it.
struct BrandVoices {
    private(set) var facets = FacetVoices()
    private(set) var drivers = DriverBuilder()
    private(set) var customers: CustomerGroups

    /// `recoveries`: of the cases of the brand.
    init(of brand: String, recoveries: [Measures.Recovery], in db: StoreConnection) throws {
        var (facets, drivers) = (FacetVoices(), DriverBuilder())
        var customers = CustomerGroups(recoveries: recoveries)
        try ReportVoices.forEach(of: brand, in: db) { voice in
            facets.add(voice)
            drivers.add(voice)
            customers.add(voice)
        }
        customers.finish()
        (self.facets, self.drivers, self.customers) = (facets, drivers, customers)
    }
}
