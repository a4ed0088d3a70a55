import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct ComponentVariablesTests {
    @Test func `variables are found in the component and around it`() throws {
        let host = try RunningHost()
        let box = try host.create(BaseCOMP.type, "box")
        try host.text(
            "asks", "def say(name): return var(name), varExists(name), varOwner(name)", in: box)

        try host.check(
            """
            box = op('box')
            parent().setVar('level', 3)
            assert me.var('level') == '3' and box.var('level') == '3' and box.var('level', search=False) == ''
            box.setVar('level', 'own'); box.setVar('other', 1)
            assert box.op('asks').module.say('level') == ('own', True, box)
            assert box.op('local/set_variables').rows()[0][0] == 'level'
            assert box.vars('l*') == ['level'] and sorted(box.vars()) == ['level', 'other']
            box.unsetVar('level'); box.unsetVar('level')
            assert box.op('asks').module.say('level') == ('3', True, parent())
            assert var('missing') == '' and not varExists('missing') and varOwner('missing') is None
            """)
    }
}
