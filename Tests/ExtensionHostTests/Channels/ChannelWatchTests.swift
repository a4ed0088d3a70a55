import ExtensionHost
import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct ChannelWatchTests {
    private func host(_ settings: String) throws -> RunningHost {
        let host = try RunningHost()
        try host.check(
            """
            c = parent().create('constantCHOP', 'c')
            e = parent().create('chopexecuteDAT', 'e')
            e.text = '''
            def onOffToOn(channel, sampleIndex, val, prev): print('on', channel.name, sampleIndex, val, prev)
            def whileOn(channel, sampleIndex, val, prev): print('while on', val)
            def onOnToOff(channel, sampleIndex, val, prev): print('off', val, prev)
            def whileOff(channel, sampleIndex, val, prev): print('while off', val)
            def onValueChange(channel, sampleIndex, val, prev): print('change', channel.owner.name, val, prev)
            '''
            e.par.chop, e.par.valuechange = 'c', False
            \(settings)
            """)
        host.frames(2)
        return host
    }

    private func feed(_ host: RunningHost, _ values: [Double]) throws {
        for value in values {
            try host.check("op('c').par.const0value = \(value)")
            host.frames(1)
        }
    }

    @Test func `changes, and going on and off, are told once`() throws {
        let host = try host("e.par.valuechange = e.par.offtoon = e.par.ontooff = True")

        try feed(host, [1, 1, 2, 0])

        #expect(
            host.lines == [
                "on chan1 0 1.0 0.0", "change c 1.0 0.0", "change c 2.0 1.0", "off 0.0 2.0",
                "change c 0.0 2.0",
            ])
    }

    @Test func `while a channel is on or off, every frame is told`() throws {
        let host = try host("e.par.whileon = e.par.whileoff = True")
        host.clearLines()

        try feed(host, [1, 1, 0])

        #expect(host.lines == ["while on 1.0", "while on 1.0", "while off 0.0"])
    }

    @Test func `only channels of the pattern count, and none while it is not active`() throws {
        let host = try host("e.par.valuechange = True; e.par.channel = 'other'")
        try feed(host, [1])
        #expect(host.lines.isEmpty)

        try host.check("op('e').par.channel = 'chan*'; op('e').par.active = False")
        try feed(host, [2])
        #expect(host.lines.isEmpty)
    }
}
