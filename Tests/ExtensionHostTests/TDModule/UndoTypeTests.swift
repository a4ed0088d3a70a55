import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct UndoTypeTests {
    @Test func `a block is taken back and done again as a whole`() throws {
        let host = try RunningHost()
        let box = try host.create(BaseCOMP.type, "box")
        try host.text("note", "before", in: box)
        try host.create(BaseCOMP.type, "doomed")
        try host.create(BaseCOMP.type, "beside")

        try host.check(
            """
            box = op('box')
            op('beside').setInputs([op('doomed')])
            ui.undo.startBlock('Everything')
            assert ui.undo.state
            box.par.parentshortcut = 'Box'
            box.par.parentshortcut = 'Box2'
            box.op('note').text = 'after'
            made = parent().create(textDAT, 'made')
            made.text = 'new'
            box.name = 'crate'
            op('doomed').destroy()
            ui.undo.endBlock()
            assert ui.undo.undoStack == ['Everything'] and not ui.undo.state

            ui.undo.undo()
            assert op('box') is box and box.par.parentshortcut == '' and box.op('note').text == 'before'
            assert op('made') is None and op('beside').inputs == [op('doomed')]
            assert ui.undo.undoStack == [] and ui.undo.redoStack == ['Everything']

            ui.undo.redo()
            assert box.name == 'crate' and box.par.parentshortcut == 'Box2' and op('made').text == 'new'
            assert box.op('note').text == 'after' and op('doomed') is None

            ui.undo.undo(); ui.undo.undo()
            assert op('made') is None and op('doomed') and box.name == 'box'
            ui.undo.clear()
            assert ui.undo.redoStack == []
            """)
    }

    @Test func `callbacks are called in order, and what they raise reaches the caller`() throws {
        let host = try RunningHost()

        try host.check(
            """
            told = []
            def back(isUndo, info): told.append((isUndo, info))
            def wrong(isUndo, info): raise ValueError('no')
            ui.undo.startBlock('Calls')
            ui.undo.addCallback(back, 1); ui.undo.addCallback(back, info=2)
            ui.undo.endBlock()
            ui.undo.undo(); ui.undo.redo()
            assert told == [(True, 2), (True, 1), (False, 1), (False, 2)]
            ui.undo.startBlock('Wrong'); ui.undo.addCallback(wrong); ui.undo.endBlock()
            raises(ValueError, 'no', ui.undo.undo)
            """)
    }

    @Test func `blocks that are switched off or left open record what they should`() throws {
        let host = try RunningHost()
        try host.create(BaseCOMP.type, "box")

        try host.check(
            """
            par = op('box').par
            ui.undo.startBlock('Outer')
            par.parentshortcut = 'A'
            ui.undo.startBlock('Silent', enable=False)
            par.opshortcut = 'B'
            ui.undo.endBlock()
            ui.undo.endBlock()
            ui.undo.undo()
            assert par.parentshortcut == '' and par.opshortcut == 'B'
            ui.undo.globalState = False
            ui.undo.startBlock('Never'); par.parentshortcut = 'C'; ui.undo.endBlock()
            assert ui.undo.undoStack == []
            ui.undo.globalState = True
            ui.undo.startBlock('Dangling'); par.parentshortcut = 'D'
            """)
        host.frames(1)
        try host.check(
            """
            assert ui.undo.undoStack == ['Dangling'] and not ui.undo.state
            ui.undo.endBlock(); ui.undo.undo(); ui.undo.undo()
            assert op('box').par.parentshortcut == 'C'
            """)
    }

    @Test func `a block whose callback raised can be done again`() throws {
        let host = try RunningHost()
        try host.create(BaseCOMP.type, "box")

        try host.check(
            """
            told = []
            def wrong(isUndo, info):
                told.append(isUndo)
                if isUndo: raise ValueError('no')
            par = op('box').par
            ui.undo.startBlock('Wrong')
            par.opshortcut = 'A'
            ui.undo.addCallback(wrong)
            ui.undo.endBlock()
            raises(ValueError, 'no', ui.undo.undo)
            assert par.opshortcut == '' and ui.undo.redoStack == ['Wrong']
            ui.undo.redo()
            assert par.opshortcut == 'A' and ui.undo.undoStack == ['Wrong'] and told == [True, False]
            """)
    }
}
