import OperatorNetwork
import PythonRuntime
import TestSupport
import Testing

@testable import ExtensionHost

@MainActor @Suite(.serialized)
struct UndoStackTests {
    @Test func `nothing is written down outside of a block`() throws {
        let host = try RunningHost()
        let undo = host.host.undo
        #expect(host.network.journal == nil)

        undo.start("Block", isRecording: true)
        #expect(host.network.journal != nil)
        undo.end()

        #expect(host.network.journal == nil)
        #expect(undo.done.map(\.name) == ["Block"])
        #expect(undo.done[0].steps.isEmpty)
    }

    @Test func `a block inside another one is taken back with it`() throws {
        let host = try RunningHost()
        let undo = host.host.undo
        undo.start("Outer", isRecording: true)
        try host.create(BaseCOMP.type, "a")
        undo.start("Inner", isRecording: true)
        try host.create(BaseCOMP.type, "b")
        undo.endAll()

        #expect(undo.done.map(\.name) == ["Outer"])
        try undo.undo()
        #expect(host.project.children.isEmpty)
        try undo.redo()
        #expect(host.project.children.map(\.name) == ["a", "b"])
    }

    @Test func `a new block forgets what could be done again`() throws {
        let host = try RunningHost()
        let undo = host.host.undo
        undo.start("First", isRecording: true)
        undo.end()
        try undo.undo()
        #expect(undo.undone.map(\.name) == ["First"])

        undo.start("Second", isRecording: true)
        undo.end()

        #expect(undo.undone.isEmpty)
    }

    @Test func `what cannot be taken back keeps nothing else from it, and the block stays`() throws
    {
        let host = try RunningHost()
        let undo = host.host.undo
        let dat = try host.text("note", "before")
        undo.start("Block", isRecording: true)
        try dat.content?.setText("after")
        try host.network.rename(dat, to: "renamed")
        undo.end()
        // Its old name is taken meanwhile.
        try host.create(BaseCOMP.type, "note")

        #expect(throws: PythonError.self) { try undo.undo() }

        #expect(undo.done.isEmpty)
        #expect(undo.undone.map(\.name) == ["Block"])
        #expect(dat.name == "renamed")
    }

    @Test func `single cells and rows are taken back, each to what it was`() throws {
        let host = try RunningHost()

        try host.check(
            """
            t = parent().create('tableDAT', 't')
            t.clear()
            t.appendRows([['a', 'b'], ['c', 'd']])
            ui.undo.startBlock('Cells')
            t[0, 0] = 1
            t[0, 0] = 2
            t['c', 1].val = 'x'
            t.appendRow(['e', 'f'])
            t[2, 0] = 'g'
            ui.undo.endBlock()
            after = [['2', 'b'], ['c', 'x'], ['g', 'f']]
            assert t.rows(val=True) == after, t.rows(val=True)
            ui.undo.undo()
            assert t.rows(val=True) == [['a', 'b'], ['c', 'd']], t.rows(val=True)
            ui.undo.redo()
            assert t.rows(val=True) == after, t.rows(val=True)
            t[0, 0] = 'free'
            ui.undo.undo()
            assert t[0, 0] == 'a'
            """)
    }

    @Test func `the end of a frame ends what was left open`() throws {
        let host = try RunningHost()
        host.host.undo.start("Open", isRecording: true)

        host.frames(1)

        #expect(host.host.undo.done.map(\.name) == ["Open"])
    }
}
