/// Cuts normalised texts into words that cues can be learnt from.
protocol WordReader: AnyObject {
    /// Words in order, each as a term would name it; numbers are left out.
    func words(in bytes: [UInt8]) -> [String]
}
