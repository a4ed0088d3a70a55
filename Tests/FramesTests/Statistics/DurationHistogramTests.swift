import Frames
import Testing

struct DurationHistogramTests {
    @Test func `percentiles of known durations are right to one part in 64`() {
        var histogram = DurationHistogram()
        for microseconds in 1...1000 { histogram.record(Double(microseconds) / 1e6) }

        for share in [0.01, 0.5, 0.9, 0.99] {
            let exact = share * 1000 / 1e6
            #expect(histogram.percentile(share) >= exact)
            #expect(histogram.percentile(share) <= exact * (1 + 1.0 / 64))
        }
        #expect(histogram.maximum == 0.001)
        #expect(abs(histogram.mean - 500.5e-6) < 1e-12)
    }

    @Test func `durations below 64 nanoseconds are exact`() {
        var histogram = DurationHistogram()

        for nanoseconds in 0..<64 { histogram.record(Double(nanoseconds) / 1e9) }

        #expect(histogram.percentile(0.5) == 31 / 1e9)
        #expect(histogram.percentile(1) == 63 / 1e9)
    }

    @Test func `every power of two falls into its own class`() {
        for bits in 0..<42 {
            var histogram = DurationHistogram()
            let seconds = Double(1 << bits) / 1e9
            histogram.record(seconds)

            #expect(histogram.percentile(0.5) == seconds)
        }
    }

    @Test(arguments: [Double.nan, -1, -.infinity, .infinity, 1e300])
    func `no duration and no share breaks the histogram`(odd: Double) {
        var histogram = DurationHistogram()

        histogram.record(odd)

        #expect(histogram.count == 1)
        #expect(histogram.percentile(odd) >= 0)
        #expect(histogram.maximum < 4400)
    }

    @Test func `an empty histogram answers zero`() {
        let histogram = DurationHistogram()

        #expect(histogram.percentile(0.99) == 0)
        #expect(histogram.mean == 0)
    }
}
