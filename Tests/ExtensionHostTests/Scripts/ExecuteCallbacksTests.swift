import ExtensionHost
import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct ExecuteCallbacksTests {
    private static let toggles = [
        "start", "create", "exit", "framestart", "frameend", "playstatechange",
    ]

    private func execute(_ host: RunningHost, _ name: String, _ text: String) throws {
        let dat = try host.create(ExecuteDAT.type, name)
        try dat.content?.setText(text)
        for toggle in Self.toggles { try dat.parameters[toggle]?.set(.bool(true)) }
    }

    @Test func `every callback comes at its moment with the timeline's frame`() throws {
        let host = try RunningHost()
        try execute(
            host, "execute1",
            """
            def onStart(): print('start', absTime.frame)
            def onCreate(): print('create')
            def onExit(): print('exit')
            def onFrameStart(frame): print('frameStart', frame)
            def onFrameEnd(frame): print('frameEnd', frame)
            def onPlayStateChange(state): print('play', state)
            """)
        host.host.start()
        host.frames(2)
        try host.check("me.time.play = False")
        host.frames(2)
        try host.check("me.time.play = True")
        host.frames(1)

        host.host.end()

        #expect(
            host.lines == [
                "create", "start 0", "frameStart 1", "frameEnd 1", "frameStart 2", "frameEnd 2",
                "play False", "play True", "frameStart 3", "frameEnd 3", "exit",
            ])
    }

    @Test func `missing functions, toggles that are off and inactive DATs are passed over`() throws
    {
        let host = try RunningHost()
        try execute(host, "execute1", "x = 1")
        try execute(host, "execute2", "def onFrameStart(frame): print('two')")
        try execute(host, "execute3", "def onFrameStart(frame): print('three')")
        try host.check("op('execute2').par.active = False; op('execute3').par.framestart = False")

        host.frames(2)

        #expect(host.lines.isEmpty)
    }

    @Test func `DATs are called in the order of their names, numbers by value`() throws {
        let host = try RunningHost()
        for name in ["execute10", "execute2", "alpha", "execute1"] {
            try execute(host, name, "def onFrameStart(frame): print(me.name)")
        }

        host.frames(1)

        #expect(host.lines == ["alpha", "execute1", "execute2", "execute10"])
    }

    @Test func `a callback that raises each frame is told once and stops nothing`() throws {
        let host = try RunningHost()
        try execute(
            host, "execute1",
            "def onFrameStart(frame):\n    print(frame)\n    raise ValueError('again')\n")

        host.frames(20)

        #expect(host.lines.filter { Int($0) != nil }.count == 20)
        #expect(host.errors.filter { $0 == "ValueError: again" }.count == 1)
        #expect(
            host.errors.contains {
                $0.contains("File \"/project1/execute1\", line 3, in onFrameStart")
            })
        let failures = host.host.summary().failures
        #expect(failures.count == 1 && failures.first?.count == 20)
        #expect(host.host.summary().exitCode == 1)
    }

    @Test func `what the library raises is told at the project's own line`() throws {
        let host = try RunningHost()
        try execute(
            host, "execute1",
            "import queue\ndef onFrameStart(frame):\n    queue.Queue().get(block=False)\n")

        host.frames(1)

        let failure = try #require(host.host.summary().failures.first)
        #expect(failure.message == "Empty" || failure.message == "_queue.Empty")
        #expect(failure.place?.file == "/project1/execute1")
        #expect(failure.place?.line == 3)
        #expect(host.errors.contains { $0.contains("in get") })
    }

    @Test func `a callback that raises another text each frame does not flood the textport`() throws
    {
        let host = try RunningHost()
        try execute(
            host, "execute1", "def onFrameStart(frame): raise ValueError(f'frame {frame}')\n")

        host.frames(1000)

        #expect(host.errors.count < 100, "\(host.errors.count) lines")
    }

    @Test func `a callback may destroy its own DAT, others and its component`() throws {
        let host = try RunningHost()
        try execute(
            host, "execute1",
            "def onFrameStart(frame):\n    op('execute2').destroy()\n    me.destroy()\n    print('gone')"
        )
        try execute(host, "execute2", "def onFrameStart(frame): print('never')")
        try execute(
            host, "execute3",
            "def onFrameStart(frame): parent().destroy()\ndef onFrameEnd(frame): print('never')")

        host.frames(3)

        #expect(host.lines == ["gone"])
        #expect(host.network.root.children.isEmpty)
    }

    @Test func `tracebacks name the document's file and line behind the DAT`() throws {
        let host = try RunningHost()
        try execute(host, "execute1", "def onFrameStart(frame):\n    1 / 0\n")
        host.project.child(named: "execute1")?.origin = SourceOrigin(file: "docs/lamp.md", line: 40)

        host.frames(1)

        #expect(host.errors.contains { $0.contains("File \"/project1/execute1\", line 2") })
        #expect(host.errors.contains { $0.contains("docs/lamp.md:41") })
    }
}
