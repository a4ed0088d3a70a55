/// The operator types there are, by full name.
package nonisolated struct OperatorCatalog: Sendable {
    /// Every type, in the order given.
    package let all: [OperatorType]
    private let byName: [String: OperatorType]

    /// Makes a catalogue; of types with the same name the first counts.
    package init(_ types: [OperatorType]) {
        all = types
        byName = Dictionary(types.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The types with behaviour: the table of contents, one line each.
    package static let standard = OperatorCatalog([
        BaseCOMP.type,
        ContainerCOMP.type,
        ExecuteDAT.type,
        OSCInDAT.type,
        OSCOutDAT.type,
        TableDAT.type,
        TCPIPDAT.type,
        TextDAT.type,
        UDPInDAT.type,
        UDPOutDAT.type,
        WebClientDAT.type,
        WebServerDAT.type,
        WebSocketDAT.type,
    ])

    /// The type of a full name such as `textDAT`, compared exactly; `nil` without one.
    package subscript(name: String) -> OperatorType? { byName[name] }
}
