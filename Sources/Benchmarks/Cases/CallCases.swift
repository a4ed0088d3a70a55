internal import CRival
internal import ExtensionHost
internal import OperatorNetwork
internal import PythonRuntime

/// Calls from the host into Python, as a frame makes them.
struct CallCases {
    private static let repeats = 5_000
    private static let callbacks = 64
    let stage: Rehearsal
    var budget = 40.0

    /// Measures a method call by name, and what a whole frame spends on each Execute DAT.
    ///
    /// - Throws: What Python or the network says against it.
    func run() throws -> [Comparison] {
        try addCallbacks()
        var interleaving = Interleaving()
        interleaving.budget = budget
        let samples = try interleaving.run(
            [
                emptyLoop(), ourMethod(), theirMethod(), mockMethod(), ourCallback(),
                theirCallback(),
            ], calibratedBy: stage.calibration())
        let empty = Spread(samples[0])?.median ?? 0
        return [
            Comparison(
                name: "extension.CheckResults() by name", ours: Spread(samples[1]),
                rival: Spread(samples[2]), mock: Spread(samples[3], minus: empty),
                rejected: interleaving.rejected),
            Comparison(
                name: "onFrameStart of an Execute DAT", ours: Spread(samples[4]),
                rival: Spread(samples[5]), mock: nil, rejected: interleaving.rejected),
        ]
    }

    private func emptyLoop() throws -> Interleaving.Contestant {
        .init(name: "empty", sample: try Rehearsal.loop("empty", of: stage.mock, Self.repeats))
    }

    private func ourMethod() throws -> Interleaving.Contestant {
        let extensionObject = try stage.ours.attribute("extension")
        let name = try PythonName("CheckResults")
        return .init(name: "ours") {
            let time = try ThreadTime.of { () throws(PythonError) in
                for _ in 0..<Self.repeats {
                    try extensionObject.callMethodDiscardingResult(name)
                }
            }
            return Double(time) / Double(Self.repeats)
        }
    }

    private func theirMethod() throws -> Interleaving.Contestant {
        let extensionObject = try stage.rival.attribute("extension")
        let name = try PythonObject.module("sys").callMethod("intern", "CheckResults".python())
        return .init(name: "C") {
            // SAFETY: the objects are captured, so they live through the call.
            let time = CRival_callMethod(
                extensionObject.unsafePointer, name.unsafePointer, Self.repeats)
            return Double(time) / Double(Self.repeats)
        }
    }

    private func mockMethod() throws -> Interleaving.Contestant {
        .init(
            name: "Python", sample: try Rehearsal.loop("call_method", of: stage.mock, Self.repeats))
    }

    /// Frames with many Execute DATs, so that the rest of the frame weighs little: it is counted in.
    private func ourCallback() -> Interleaving.Contestant {
        let frames = 20
        return .init(name: "ours") { [host = stage.host] in
            Double(ThreadTime.of { host.run(frames: frames) }) / Double(frames * Self.callbacks)
        }
    }

    private func theirCallback() throws -> Interleaving.Contestant {
        let function = try stage.rival.attribute("onFrameStart")
        let number = try 1000.python()
        return .init(name: "C") {
            // SAFETY: the objects are captured, so they live through the call.
            let time = CRival_callFunction(
                function.unsafePointer, number.unsafePointer, Self.repeats)
            return Double(time) / Double(Self.repeats)
        }
    }

    private func addCallbacks() throws {
        let holder = try Rehearsal.create("baseCOMP", "callbacks", in: stage.host.network.root)
        for number in 0..<Self.callbacks {
            let dat = try Rehearsal.create("executeDAT", "execute\(number)", in: holder)
            try dat.content?.setText("def onFrameStart(frame):\n    return\n")
            try dat.parameters["framestart"]?.set(.bool(true))
        }
    }
}
