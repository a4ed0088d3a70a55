import Testing

@testable import OperatorNetwork

@MainActor @Suite struct CHOPCatalogTests {
    @Test func `every type is sound, and cooks without inputs`() throws {
        for type in CHOPCatalog.all {
            let network = Network()
            let made = try network.create(type, in: network.root)
            let all = made.parameters.all
            let names = all.map(\.name)
            #expect(Set(names).count == names.count, "\(type.name)")
            #expect(made.type.family == .chop)
            #expect(OperatorCatalog.standard[type.name]?.name == type.name)
            for parameter in all {
                #expect(parameter.isDefault, "\(type.name).\(parameter.name)")
                #expect(!parameter.definition.label.isEmpty)
                let held = try parameter.definition.coerce(parameter.definition.defaultValue)
                #expect(held == parameter.definition.defaultValue, "\(type.name).\(parameter.name)")
            }
            let channels = try #require(made.channels)
            #expect(made.cookState.messages(.error).isEmpty, "\(type.name)")
            #expect(channels.channels.allSatisfy { $0.samples.count == channels.count })
        }
    }

    @Test(arguments: [1e300, -1e300, 1e-300, .nan])
    func `no parameter's value ends the program`(extreme: Double) throws {
        for type in CHOPCatalog.all {
            for name in try Self.numbers(of: type) {
                let network = Network()
                let source = try network.create(ConstantCHOP.type, in: network.root)
                let made = try network.create(type, in: network.root)
                try? network.setInputs([source, source], of: made)
                _ = try? made.parameters[name]?.set(.double(extreme))
                let channels = try #require(made.channels, "\(type.name).\(name)")
                #expect(
                    channels.channels.allSatisfy { $0.samples.count <= 50_000_000 },
                    "\(type.name).\(name)")
            }
        }
    }

    private static func numbers(of type: OperatorType) throws -> [String] {
        let network = Network()
        return try network.create(type, in: network.root).parameters.all
            .filter { [.int, .float].contains($0.style.kind) }.map(\.name)
    }

    @Test func `every filter takes a thousand channels and a channel of a million samples`() throws
    {
        let wide = Channels((0..<1000).map { .init("c\($0)", [1, 2, 3]) })
        let long = Channels([.init("a", (0..<1_000_000).map { Float($0 % 7) })])
        for (type, work) in Self.filters {
            for input in [wide, long] {
                let stage = try ChannelStage(type, work, inputs: [input])
                let channels = try stage.cook()
                #expect(!channels.channels.isEmpty, "\(type.name)")
                #expect(channels.channels.allSatisfy { $0.samples.count == channels.count })
            }
        }
    }

    private static let filters: [(OperatorType, @MainActor (ChannelCook) throws -> Channels)] = [
        (MathCHOP.type, MathCHOP.cook), (MergeCHOP.type, MergeCHOP.cook),
        (LimitCHOP.type, LimitCHOP.cook), (LagCHOP.type, LagCHOP.cook),
        (SpeedCHOP.type, SpeedCHOP.cook), (AnalyzeCHOP.type, AnalyzeCHOP.cook),
        (RenameCHOP.type, RenameCHOP.cook), (StretchCHOP.type, StretchCHOP.cook),
    ]
}
