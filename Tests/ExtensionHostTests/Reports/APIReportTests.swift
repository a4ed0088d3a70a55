import ExtensionHost
import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct APIReportTests {
    @Test func `the grades are those of the running program`() throws {
        let running = try RunningHost()

        let page = try running.host.apiReport(of: ["OP"], asJSON: true)

        #expect(page.contains("\"path\": \"live\""))
        #expect(page.contains("\"name\": \"live\""))
    }

    @Test func `the page leaves no operator behind`() throws {
        let running = try RunningHost()

        _ = try running.host.apiReport(of: [], asJSON: false)

        // `/sys` holds `op.TDResources`, which the first question for it makes.
        let left = running.network.root.children.map(\.name).filter { $0 != "sys" }
        #expect(left == ["project1"])
    }

    @Test func `an unknown name is refused in a sentence`() throws {
        let running = try RunningHost()

        #expect {
            try running.host.apiReport(of: ["OP", "Nothing"], asJSON: false)
        } throws: { error in
            "\(error)".contains("no class or operator type called Nothing")
        }
    }
}
