/// A frame that sleeps, or waits for a network or a program.
package enum SlowCallInCallback: Rule {
    package static let id = "TH303"
    package static let name = "SlowCallInCallback"
    package static let title = "a slow call in a frame"
    package static let severity = Severity.warning
    package static let help = "Do it on a thread, and fetch what it found through a queue."

    package static func find(in analysis: Analysis) -> [Finding] {
        analysis.calls.compactMap { call in
            guard let function = call.inside, analysis.index.frames[function] != nil,
                analysis.offMain[function] == nil, let what = SlowCalls.wait(of: call)
            else { return nil }
            return finding(
                "\(function.name) runs within a frame and \(what) here.",
                at: call.expression.span, in: call.script)
        }
    }
}
