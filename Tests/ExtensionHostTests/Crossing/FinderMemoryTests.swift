import ExtensionHost
import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized) struct FinderMemoryTests {
    private let host: RunningHost

    init() throws {
        host = try RunningHost()
        try host.create(TableDAT.type, "table1")
        try host.create(TextDAT.type, "script")
        try host.network.root.child(named: "project1")?.child(named: "script")?.content?
            .setText("def find():\n    return op('table1')\n")
    }

    @Test func `what was found is forgotten when it is renamed`() throws {
        #expect(find() == "/project1/table1")
        _ = host.evaluate("op('table1').__setattr__('name', 'other')")

        #expect(find() == "None")
    }

    @Test func `what was found is forgotten when it is destroyed`() throws {
        #expect(find() == "/project1/table1")
        _ = host.evaluate("op('table1').destroy()")

        #expect(find() == "None")
    }

    @Test func `another operator that takes the name is found`() throws {
        #expect(find() == "/project1/table1")
        _ = host.evaluate("(op('table1').destroy(), me.create(baseCOMP, 'table1'))")

        #expect(host.evaluate("op('script').module.find().OPType") == "baseCOMP")
    }

    private func find() -> String? { host.evaluate("str(op('script').module.find())") }
}
