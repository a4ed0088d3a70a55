import Exploration
import Testing

@Suite struct RowsTests {
    @Test func `a schedule's row follows from its number, and each row gets some`() {
        #expect((0..<16).allSatisfy { Rows.row(of: $0) == 0 })
        #expect((16..<32).allSatisfy { Rows.row(of: $0) == 1 })
        #expect((0..<512).allSatisfy { Rows.row(of: $0) < 2 })
        #expect(Set((512..<1024).map(Rows.row)) == Set(0..<4))
        #expect(Set((4096..<8192).map(Rows.row)) == Set(0..<Rows.most))
    }

    @Test(arguments: [0, 100, 511, 512, 4095, 4096, 1_000_000])
    func `so many may be given ahead that each row has work`(number: Int) {
        let ahead = (number..<number + Rows.window(number)).map(Rows.row)

        #expect(Set(ahead).count >= 2)
        #expect(ahead.allSatisfy { $0 < Rows.most })
    }
}
