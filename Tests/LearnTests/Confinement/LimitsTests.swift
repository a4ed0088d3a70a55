import Learn
import Testing

struct LimitsTests {
    private let limits = Limits(seconds: 10)

    @Test func `who only waits is ended after the time`() {
        #expect(!limits.areExceeded(worked: 0, waited: 10))
        #expect(limits.areExceeded(worked: 0, waited: 10.1))
    }

    @Test func `who works may take longer on a busy machine`() {
        #expect(!limits.areExceeded(worked: 3, waited: 24))
        #expect(limits.areExceeded(worked: 3, waited: 26))
    }

    @Test func `who only works is ended after the time`() {
        #expect(!limits.areExceeded(worked: 10, waited: 10))
        #expect(limits.areExceeded(worked: 10.1, waited: 10.1))
    }
}
