internal import PythonRuntime

/// `td.Undo`: `ui.undo`, which takes changes back.
///
/// - Source: <https://docs.derivative.ca/Undo_Class>
enum UndoType {
    static var members: [NativeMember] {
        [
            .property(
                "globalState",
                get: { undo throws(PythonError) in try stack(undo).isEnabled.python() },
                set: { undo, value throws(PythonError) in
                    let isEnabled = try value.isTrue()
                    try stack(undo).isEnabled = isEnabled
                }),
            .property("state") { undo throws(PythonError) in try stack(undo).isRecording.python() },
            .property("undoStack") { undo throws(PythonError) in
                try stack(undo).done.map(\.name).python()
            },
            .property("redoStack") { undo throws(PythonError) in
                try stack(undo).undone.map(\.name).python()
            },
            .method("startBlock", "name, enable=True") { call throws(PythonError) in
                try stack(call.owner).start(call[0].text(), isRecording: call.bool(1))
                return .none
            },
            .method("endBlock") { call throws(PythonError) in
                try stack(call.owner).end()
                return .none
            },
            .method("addCallback", "callback, info=None") { call throws(PythonError) in
                try stack(call.owner).add(call[0], call[1])
                return .none
            },
            .method("undo") { call throws(PythonError) in
                try stack(call.owner).undo()
                return .none
            },
            .method("redo") { call throws(PythonError) in
                try stack(call.owner).redo()
                return .none
            },
            .method("clear") { call throws(PythonError) in
                try stack(call.owner).clear()
                return .none
            },
        ]
    }

    private static func stack(_ undo: PythonObject) throws(PythonError) -> UndoStack {
        try LateType.undo.payload(of: undo, as: UndoStack.self)
    }
}
