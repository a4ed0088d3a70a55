import Testing

@testable import OperatorNetwork

@MainActor @Suite struct CHOPToDATTests {
    @Test func `samples become cells, and back`() throws {
        let network = Network()
        let pattern = try network.create(PatternCHOP.type, named: "p", in: network.root)
        let table = try network.create(CHOPToDAT.type, named: "d", in: network.root)
        let back = try network.create(DATToCHOP.type, named: "b", in: network.root)
        try pattern.parameters["length"]?.set(.int(3))
        try pattern.parameters["wavetype"]?.set(.string("rampsamples"))
        try pattern.parameters["channelname"]?.set(.string("x y"))
        try table.parameters["chop"]?.set(.string("p"))
        try table.parameters["names"]?.set(.bool(true))
        try back.parameters["dat"]?.set(.string("d"))

        #expect(table.content?.text == "x\t0\t1\t2\ny\t0\t1\t2")
        #expect(back.channels?.names == ["x", "y"])
        #expect(back.channels?.channels[1].samples == [0, 1, 2])

        try table.parameters["output"]?.set(.string("colperchan"))
        #expect(table.content?.text == "x\ty\n0\t0\n1\t1\n2\t2")
        try back.parameters["output"]?.set(.string("chanpercol"))
        try back.parameters["firstrow"]?.set(.string("names"))
        try back.parameters["firstcolumn"]?.set(.string("values"))
        #expect(back.channels?.names == ["x", "y"])
        #expect(back.channels?.channels[0].samples == [0, 1, 2])
    }
}
