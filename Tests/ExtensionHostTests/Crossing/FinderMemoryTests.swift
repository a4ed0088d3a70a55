import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized) struct FinderMemoryTests {
    private func host() throws -> RunningHost {
        let host = try RunningHost()
        try host.create(TableDAT.type, "table1")
        try host.text("script", "def find():\n    return op('table1')\n")
        return host
    }

    @Test func `what was found is forgotten when it is renamed`() throws {
        let host = try host()
        #expect(find(host) == "/project1/table1")

        host.evaluate("op('table1').__setattr__('name', 'other')")

        #expect(find(host) == "None")
    }

    @Test func `what was found is forgotten when it is destroyed`() throws {
        let host = try host()
        #expect(find(host) == "/project1/table1")

        host.evaluate("op('table1').destroy()")

        #expect(find(host) == "None")
    }

    @Test func `another operator that takes the name is found`() throws {
        let host = try host()
        #expect(find(host) == "/project1/table1")

        host.evaluate("(op('table1').destroy(), me.create(baseCOMP, 'table1'))")

        #expect(host.evaluate("op('script').module.find().OPType") == "baseCOMP")
    }

    private func find(_ host: RunningHost) -> String? {
        host.evaluate("str(op('script').module.find())")
    }
}
