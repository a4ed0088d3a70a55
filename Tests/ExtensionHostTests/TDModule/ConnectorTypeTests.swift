import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct ConnectorTypeTests {
    @Test func `wires are made and cut at either end`() throws {
        let host = try RunningHost()
        for name in ["a", "b", "c"] { try host.create(TextDAT.type, name) }

        try host.check(
            """
            a, b, c = op('a'), op('b'), op('c')
            a.outputConnectors[0].connect(b)
            assert b.inputs == [a] and a.outputs == [b]
            end = b.inputConnectors[0].connections[0]
            assert end == a.outputConnectors[0] and end.owner is a and end.isOutput and not end.isInput
            assert end.index == 0 and end.inOP is None and end.outOP is None and end.description == ''
            b.inputConnectors[0].connect(c.outputConnectors[0])
            assert b.inputs == [c] and a.outputs == []
            a.outputConnectors[0].connect(b.inputConnectors[0])
            assert b.inputs == [a]
            a.outputConnectors[0].disconnect()
            assert b.inputs == []
            b.setInputs([c]); b.inputConnectors[0].disconnect()
            assert b.inputs == [] and b.inputConnectors[0].connections == []
            assert len({b.inputConnectors[0], b.inputConnectors[0]}) == 1
            raises(td.tdError, 'An input connector', lambda: b.inputConnectors[0].connect(a.inputConnectors[0]))
            raises(td.tdError, 'Invalid number or type', lambda: b.inputConnectors[0].connect('a'))
            connector = b.inputConnectors[0]
            b.destroy()
            raises(td.tdError, 'Invalid OP', lambda: connector.owner)
            """)
    }

    @Test func `panels are tied from bottom to top`() throws {
        let host = try RunningHost()
        for name in ["a", "b"] { try host.create(ContainerCOMP.type, name) }
        try host.create(BaseCOMP.type, "base")

        try host.check(
            """
            a, b = op('a'), op('b')
            a.outputCOMPConnectors[0].connect(b)
            assert b.inputCOMPs == [a] and a.outputCOMPs == [b]
            assert b.inputCOMPConnectors[0].connections == [a.outputCOMPConnectors[0]]
            b.inputCOMPConnectors[0].disconnect()
            assert b.inputCOMPs == [] and op('base').inputCOMPConnectors == []
            raises(td.tdError, "/project1/a can't be wired to /project1/base", lambda: a.outputCOMPConnectors[0].connect(op('base')))
            """)
    }
}
