import OperatorNetwork
import TestSupport
import Testing

/// TDStoreTools, TDFunctions and TDJSON with operators; without them, python/tests tests them.
@MainActor @Suite(.serialized)
struct BundledModulesTests {
    @Test
    func `an extension's stored items outlive it, and promoted properties are set on the COMP`()
        throws
    {
        let host = try RunningHost()
        try host.component(
            "lamp", extension: "LampExt",
            """
            from TDStoreTools import StorageManager
            import TDFunctions as TDF
            class LampExt:
                def __init__(self, ownerComp):
                    self.ownerComp = ownerComp
                    TDF.createProperty(self, 'Level', value=1)
                    TDF.createProperty(self, 'Fixed', value=2, readOnly=True)
                    self.stored = StorageManager(self, ownerComp, [
                        {'name': 'Count', 'default': 0},
                        {'name': 'Words', 'default': ['a'], 'dependable': True}])
            """)

        try host.check(
            """
            lamp = op('lamp')
            lamp.Level, lamp.Count = 5, 7
            lamp.Words.append('b')
            assert lamp.ext.LampExt._Level.val == 5 and lamp.storage['LampExt'].getRaw()['Count'] == 7
            lamp.par.reinitextensions.pulse()
            assert (lamp.Level, lamp.Count, lamp.Words.getRaw(), lamp.Fixed) == (1, 7, ['a', 'b'], 2)
            raises(AttributeError, '', assign(lamp.ext.LampExt, 'Fixed', 3))
            """)
    }

    @Test func `the modules are had through op TDModules too`() throws {
        let host = try RunningHost()

        try host.check(
            """
            import TDFunctions
            assert op.TDModules.mod.TDFunctions.clamp(5, 0, 1) == 1
            assert op.TDModules.mod.TDJSON.textToJSON('{"a": 1}') == {'a': 1}
            assert op.TDModules.mod.TDFunctions.createProperty is TDFunctions.createProperty
            raises(ModuleNotFoundError, 'There is no TDCodec here', lambda: __import__('TDCodec'))
            """)
    }

    @Test func `operators are placed, replaced and told apart by where they stand`() throws {
        let host = try RunningHost()
        let box = try host.create(BaseCOMP.type, "box")
        for name in ["a", "b"] { try host.text(name, name, in: box) }

        try host.check(
            """
            import TDFunctions as TDF
            box = op('box'); a, b = box.op('a'), box.op('b')
            a.nodeX, a.nodeY, b.nodeX, b.nodeY = 0, 0, 200, -300
            edges = TDF.findNetworkEdges(box)
            assert edges['nodes'] == {'top': a, 'bottom': b, 'left': a, 'right': b}, edges
            assert edges['positions'] == {'top': 90, 'bottom': -300, 'left': 0, 'right': 330}
            made = box.create(textDAT, 'made')
            assert TDF.arrangeNode(made) == -300 - 20 - 90 == made.nodeY and made.nodeX == 0
            assert TDF.arrangeNode(made, 'right', spacing=10) == 340 and made.nodeY == 0
            assert TDF.findNetworkEdges(parent().create(baseCOMP)) is None
            raises(ValueError, 'findNetworkEdges looks into', lambda: TDF.findNetworkEdges(a))
            assert TDF.parentLevel(parent(), a) == 2 and TDF.parentLevel(a, box) is None
            assert TDF.sharedParent(a, b) is box and TDF.sharedParent(a, op('/')) is None
            assert TDF.getShortcutPath(a, b) == "op('b')"
            b.setInputs([a]); made.setInputs([b])
            TDF.replaceOp(b, a)
            assert box.op('b').text == 'a' and box.op('b').inputs == [a] and made.inputs == [box.op('b')]
            raises(td.tdError, 'tScript', lambda: TDF.tScript('opadd'))
            """)
    }

    @Test func `operators and what belongs to them go into JSON and are found again`() throws {
        let host = try RunningHost()
        try host.create(TableDAT.type, "table")

        try host.check(
            """
            import json, TDJSON
            table = op('table'); table[0, 0] = 'x'
            for thing in (table, table.par.defaultreadencoding, ParMode.BIND):
                said = json.loads(json.dumps(TDJSON.serializeTDData(thing)))
                assert repr(TDJSON.deserializeTDData(said)) == repr(thing), said
            cell = TDJSON.deserializeTDData(TDJSON.serializeTDData(table[0, 0]))
            assert cell.owner is table and cell == 'x'
            assert TDJSON.serializeTDData(table, verbose=False) == '/project1/table'
            assert TDJSON.deserializeTDData('/project1/table', ['OP']) is table
            assert TDJSON.serializeTDData([1, 'a']) == [1, 'a'] and TDJSON.serializeTDData({1, 2}) == '{1, 2}'
            """)
    }
}
