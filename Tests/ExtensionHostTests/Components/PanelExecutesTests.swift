import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct PanelExecutesTests {
    private func host() throws -> RunningHost {
        let host = try RunningHost()
        try host.create(ContainerCOMP.type, "panel")
        try host.create(ContainerCOMP.type, "other")
        try host.check(
            """
            dat = parent().create(panelexecuteDAT, 'watch')
            assert 'def onOffToOn(panelValue):' in dat.text
            dat.par.panels = 'panel'
            dat.text = '''
            told = []
            def onOffToOn(panelValue): told.append(('on', panelValue.name, panelValue.owner.name))
            def onOnToOff(panelValue): told.append(('off', panelValue.name))
            def whileOn(panelValue): told.append(('while', panelValue.name))
            def onValueChange(panelValue, prev): told.append((panelValue.name, panelValue.val, prev))
            '''
            """)
        return host
    }

    @Test func `a fresh one hears the panel that it lies in`() throws {
        let host = try host()

        try host.check(
            """
            dat = op('panel').create('panelexecuteDAT', 'inner')
            dat.text = 'told = []\\ndef onOffToOn(panelValue): told.append(panelValue.owner.name)'
            assert dat.par.panels.eval() is op('panel')
            op('panel').panel.select = 1
            op('other').panel.select = 1
            assert dat.module.told == ['panel'], dat.module.told
            """)
    }

    @Test func `a switch on or off is heard before a mere change`() throws {
        let host = try host()

        try host.check(
            """
            dat, panel = op('watch'), op('panel').panel
            told = dat.module.told
            panel.select = 1; panel.select = 0; op('other').panel.select = 1
            assert told == [('on', 'select', 'panel')], told
            dat.par.ontooff = dat.par.valuechange = True
            dat.par.panelvalue = 'select u'
            told.clear()
            panel.select = 1; panel.select = 0; panel.u = 0.5; panel.u = 0.75; panel.u = 0.75
            assert told == [('on', 'select', 'panel'), ('off', 'select'), ('on', 'u', 'panel'),
                            ('u', 0.75, 0.5)], told
            dat.par.active = False
            told.clear()
            panel.select = 1
            assert told == []
            """)
    }

    @Test func `while a value is on, each frame is told`() throws {
        let host = try host()
        try host.check(
            """
            op('watch').par.whileon, op('watch').par.offtoon = True, False
            op('panel').interactMouse(0.5, 0.5, left=True)
            """)

        host.frames(3)

        try host.check("assert op('watch').module.told == [('while', 'select')] * 3")
    }

    @Test func `callbacks that set off each other come to an end`() throws {
        let host = try host()

        try host.check(
            """
            dat = op('watch')
            dat.par.valuechange, dat.par.panelvalue = True, 'u'
            dat.text = 'def onOffToOn(v): v.val += 1\\ndef onValueChange(v, prev): v.val += 1'
            op('panel').panel.u = 1
            assert 10 < op('panel').panel.u < 100
            """)
        #expect(host.errors.isEmpty)
    }
}
