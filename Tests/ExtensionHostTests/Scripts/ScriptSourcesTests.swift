import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct ScriptSourcesTests {
    @Test func `a line of a DAT that came from a file is told at its place there`() throws {
        let host = try RunningHost()
        let dat = try host.text("broken", "x = 1\n1/0\n")
        dat.origin = SourceOrigin(file: "page.md", line: 10)

        _ = host.evaluate("op('broken').module")

        #expect(host.errors.contains { $0.contains("page.md:11") })
    }

    @Test func `what a script writes into a DAT stands in no file`() throws {
        let host = try RunningHost()
        let dat = try host.text("broken", "x = 1\n")
        dat.origin = SourceOrigin(file: "page.md", line: 10)
        _ = host.evaluate("op('broken').module")
        host.clearLines()

        _ = host.evaluate("[op('broken').__setattr__('text', '1/0'), op('broken').module]")

        #expect(host.errors.contains { $0.contains("/project1/broken") })
        #expect(!host.errors.contains { $0.contains("page.md") })
    }

    @Test func `the sources of DATs that went long ago are forgotten`() throws {
        let host = try RunningHost()
        // Sources go to Python with the first error that is told.
        _ = host.evaluate("1/0")

        try host.check(
            """
            for number in range(300):
                dat = parent().create(textDAT, f'code{number}')
                dat.text = 'x = 1'
                assert dat.module.x == 1
                dat.destroy()
            import understudy_sources
            kept = [path for path in understudy_sources.texts if '/code' in path]
            assert len(kept) == 200 and '/project1/code299' in kept, len(kept)
            """)
    }
}
