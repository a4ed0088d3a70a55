import Testing

@testable import OperatorNetwork

@MainActor @Suite struct SelectCHOPTests {
    private let input = Channels(values: [("tx", 1), ("ty", 2), ("chan1", 3), ("chan2", 4)])

    private func names(_ settings: [String: ParameterValue]) throws -> [String] {
        try ChannelStage(SelectCHOP.type, SelectCHOP.cook, settings, inputs: [input]).cook().names
    }

    @Test func `channels come in the order of the pattern's terms`() throws {
        #expect(try names(["channames": .string("chan* t*")]) == ["chan1", "chan2", "tx", "ty"])
        #expect(try names(["channames": .string("* ^ty")]) == ["tx", "chan1", "chan2"])
        #expect(try names(["channames": .string("^t*")]) == ["chan1", "chan2"])
        #expect(try names(["channames": .string("none")]) == [])
    }

    @Test func `they are renamed, and chosen by their digits`() throws {
        #expect(
            try names([
                "channames": .string("t*"), "renamefrom": .string("t*"), "renameto": .string("r*"),
            ]) == ["rx", "ry"])
        #expect(
            try names([
                "filterbydigits": .bool(true), "digits": .int(2), "stripdigits": .bool(true),
            ])
                == ["chan"])
    }

    @Test func `another CHOP is read, several get prefixes`() throws {
        let network = Network()
        for name in ["one", "two"] {
            _ = try network.create(ConstantCHOP.type, named: name, in: network.root)
        }
        let select = try network.create(SelectCHOP.type, in: network.root)
        try select.parameters["chop"]?.set(.string("one two"))
        #expect(select.channels?.names == ["chan1", "chan2"])

        try select.parameters["autoprefix"]?.set(.bool(true))
        #expect(select.channels?.names == ["one/chan1", "two/chan1"])
    }
}
