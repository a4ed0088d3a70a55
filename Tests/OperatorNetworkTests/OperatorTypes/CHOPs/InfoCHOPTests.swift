import Testing

@testable import OperatorNetwork

@MainActor @Suite struct InfoCHOPTests {
    @Test func `it tells of another operator's channels and cooks`() throws {
        let network = Network()
        let source = try network.create(ConstantCHOP.type, named: "c", in: network.root)
        try source.parameters["const0name"]?.set(.string("a[1-3]"))
        let info = try network.create(InfoCHOP.type, in: network.root)
        try info.parameters["op"]?.set(.string("c"))

        let channels = try #require(info.channels)
        func value(_ name: String) -> Float? {
            channels.index(of: name).map { channels.channels[$0].samples[0] }
        }

        #expect(value("num_channels") == 3)
        #expect(value("length") == 1)
        #expect(value("sample_rate") == 60)
        #expect(value("total_cooks") == 1)
        #expect(value("errors") == 0)

        try info.parameters["iscope"]?.set(.string("num_*"))
        #expect(info.channels?.names == ["num_channels"])
    }
}
