import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct ParameterCallbacksTests {
    private func host(
        _ text: String, type: OperatorType = ParameterExecuteDAT.type
    ) throws -> RunningHost {
        let host = try RunningHost()
        try host.create(BaseCOMP.type, "box")
        let dat = try host.create(type, "exec")
        try dat.content?.setText(text)
        try host.check(
            """
            page = op('box').appendCustomPage('P')
            page.appendFloat('A'); page.appendStr('B'); page.appendPulse('Go'); page.appendXY('Pos')
            op('exec').par.op, op('exec').par.pars = op('box'), '*'
            """)
        return host
    }

    @Test func `a changed value is told once a frame, with the one before`() throws {
        let host = try host("def onValueChange(par, prev): print(par.name, prev, par.eval())\n")
        host.frames(1)
        #expect(host.lines.isEmpty)

        try host.check(
            """
            p = op('box').par
            p.A = 1; p.A = 2; p.B = 'x'; p.clone = 'y'; p.Posy = 0
            """)
        #expect(host.lines.isEmpty)
        host.frames(3)

        #expect(host.lines == ["clone None None", "A 0.0 2.0", "B  x"])
        try host.check("op('box').par.A = 3; op('box').par.A = 2")
        host.frames(1)
        #expect(host.lines.count == 3)
    }

    @Test func `values that expressions and masters give are told as well`() throws {
        let host = try host("def onValueChange(par, prev): print(par.name, prev, par.eval())\n")
        try host.check(
            """
            p = op('box').par
            p.A.expr = 'absTime.frame // 3'
            p.B.bindExpr = "op('t')[0, 0]"
            parent().create(tableDAT, 't')[0, 0] = 'x'
            """)
        host.frames(1)
        host.clearLines()
        host.frames(1)
        #expect(host.lines.isEmpty)
        try host.check("op('t')[0, 0] = 'y'")
        host.frames(3)

        #expect(host.lines.contains("B x y"))
        #expect(host.lines.filter { $0.hasPrefix("A") }.count == 1)
    }

    @Test func `pulses, expressions, modes and enable states have functions of their own`() throws {
        let host = try host(
            """
            def onPulse(par): print('pulse', par.name)
            def onExpressionChange(par, val, prev): print('expression', par.name, val, repr(prev))
            def onModeChange(par, val, prev): print('mode', par.name, val.name, prev.name)
            def onEnableChange(par, val, prev): print('enable', par.name, val, prev)
            """)
        host.frames(1)
        try host.check(
            """
            e, p = op('exec').par, op('box').par
            p.Go.pulse(); p.Go.pulse()
            p.A.expr = '1'
            """)
        host.frames(2)
        #expect(host.lines == ["pulse Go", "pulse Go"])
        host.clearLines()
        try host.check(
            """
            e, p = op('exec').par, op('box').par
            e.expressionchange = e.modechange = e.enablechange = True
            e.onpulse = False
            p.Go.pulse()
            """)
        host.frames(1)
        try host.check(
            """
            p = op('box').par
            p.A.expr = '2'
            p.B.expr = "'x'"
            p.Posx.enable = False
            """)
        host.frames(2)
        #expect(
            Set(host.lines) == [
                "expression A 2 '1'", "expression B 'x' ''", "mode B EXPRESSION CONSTANT",
                "enable Posx False True",
            ])
    }

    @Test func `the list of all changes is told at the end of the frame`() throws {
        let host = try host(
            """
            def onValueChange(par, prev): print('one', par.name)
            def onValuesChanged(changes): print([(c.par.name, c.prev) for c in changes])
            """)
        try host.check(
            """
            op('exec').par.valueschanged = True
            run("op('box').par.A = 7", endFrame=True)
            op('box').par.B = 'x'
            """)
        host.frames(2)

        #expect(host.lines == ["one B", "[('A', 0.0), ('B', '')]", "one A"])
    }

    @Test func `filters say which operators, parameters and kinds are watched`() throws {
        let host = try host("def onValueChange(par, prev): print(par.owner.name, par.name)\n")
        try host.check(
            """
            other = parent().create(baseCOMP, 'other')
            op('exec').par.op = 'box other'
            op('exec').par.pars = 'A clone ^Pos*'
            """)
        host.frames(1)
        try host.check("for o in ops('box', 'other'): o.par.clone = 'x'")
        try host.check("op('box').par.A = 1; op('box').par.B = 'no'; op('box').par.Posx = 1")
        host.frames(1)
        #expect(Set(host.lines) == ["box clone", "other clone", "box A"])
        host.clearLines()

        try host.check(
            "op('exec').par.builtin = False; op('box').par.clone = 'w'; op('box').par.A = 2")
        host.frames(1)
        #expect(host.lines == ["box A"])
        try host.check("op('exec').par.active = False; op('box').par.A = 3")
        host.frames(1)
        try host.check("op('exec').par.active = True")
        host.frames(1)
        #expect(host.lines == ["box A"])
        try host.check(
            "op('box').appendCustomPage('P').appendFloat('Ab'); op('exec').par.pars = 'A*'")
        host.frames(1)
        try host.check("op('box').par.Ab = 5")
        host.frames(1)
        #expect(host.lines == ["box A", "box Ab"])
    }

    @Test func `a callback may raise, change what it watches and destroy everything`() throws {
        let host = try host(
            """
            def onValueChange(par, prev):
                print(par.name)
                if par.name == 'A': par.owner.par.B = str(par)
                if par == '3.0': par.owner.par.A.destroy()
                if par == 'raise': raise ValueError('told')
                if par == 'end': par.owner.destroy(); me.destroy()
            """)
        host.frames(1)
        try host.check("op('box').par.A = 3")
        host.frames(3)
        #expect(host.lines == ["A", "B"])
        try host.check("op('box').par.B = 'raise'")
        host.frames(2)
        #expect(host.errors.contains { $0.contains("ValueError: told") })
        #expect(host.evaluate("'told' in op('./exec').scriptErrors()") == "True")
        try host.check("op('box').par.B = 'end'; op('box').par.Posx = 4")
        host.frames(2)
        #expect(host.evaluate("op('./box'), op('./exec')") == "(None, None)")
    }

    @Test func `a group is told as a whole, or all groups at once`() throws {
        let host = try host(
            """
            def onValueChange(curr, prev):
                if isinstance(curr, list): print([(g.name, p) for g, p in zip(curr, prev)])
                else: print(curr.name, prev, curr.eval())
            def onPulse(curr): print('pulse', curr.name)
            """, type: ParGroupExecuteDAT.type)
        host.frames(1)
        try host.check("p = op('box').par; p.Posx = 1; p.Posy = 2; p.A = 3; p.Go.pulse()")
        host.frames(2)
        #expect(host.lines == ["pulse Go", "A (0.0,) (3.0,)", "Pos (0.0, 0.0) (1.0, 2.0)"])
        host.clearLines()
        try host.check(
            "op('exec').par.callbackmode = 'pargrouplist'; op('box').par.Posx = 5; op('box').par.A = 1"
        )
        host.frames(2)
        #expect(host.lines == ["[('A', (3.0,)), ('Pos', (1.0, 2.0))]"])
    }
}
