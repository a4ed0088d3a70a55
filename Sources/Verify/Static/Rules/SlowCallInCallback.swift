/// A frame that sleeps, or waits for a network or a program.
package enum SlowCallInCallback: Rule {
    package static let id = "TH303"
    package static let name = "SlowCallInCallback"
    package static let title = "a slow call in a frame"
    package static let severity = Severity.warning
    package static let help = "Do it on a thread, and fetch what it found through a queue."

    private static let slow: [String: String] = [
        "time.sleep": "sleeps", "subprocess.run": "waits for a program",
        "subprocess.call": "waits for a program", "subprocess.check_call": "waits for a program",
        "subprocess.check_output": "waits for a program", "os.system": "waits for a program",
        "subprocess.Popen.wait": "waits for a program",
        "subprocess.Popen.communicate": "waits for a program",
        "urllib.request.urlopen": "waits for the network", "requests.get": "waits for the network",
        "requests.post": "waits for the network", "requests.put": "waits for the network",
        "requests.delete": "waits for the network", "requests.request": "waits for the network",
        "socket.create_connection": "waits for the network", "builtins.input": "waits for a person",
    ]

    package static func find(in analysis: Analysis) -> [Finding] {
        let frames = analysis.frameFunctions
        return analysis.calls.compactMap { call in
            guard let function = call.inside, frames[function] != nil,
                analysis.offMain[function] == nil,
                let what = slow.first(where: { call.isCall(of: [$0.key]) })?.value
            else { return nil }
            return finding(
                "\(function.name) runs within a frame and \(what) here.",
                at: call.expression.span, in: call.script)
        }
    }
}
