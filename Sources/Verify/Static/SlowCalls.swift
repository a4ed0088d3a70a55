/// Calls that keep a thread waiting for something outside the program.
enum SlowCalls {
    private static let table: [String: String] = [
        "time.sleep": "sleeps", "subprocess.run": "waits for a program",
        "subprocess.call": "waits for a program", "subprocess.check_call": "waits for a program",
        "subprocess.check_output": "waits for a program", "os.system": "waits for a program",
        "subprocess.Popen.wait": "waits for a program",
        "subprocess.Popen.communicate": "waits for a program",
        "urllib.request.urlopen": "waits for the network",
        "socket.create_connection": "waits for the network",
        "builtins.input": "waits for a person",
    ].merging(web) { first, _ in first }

    /// The verbs of the libraries that speak HTTP, as functions and as methods of a session.
    private static let web: [String: String] = {
        var made: [String: String] = [:]
        for owner in ["requests", "requests.Session", "httpx", "httpx.Client"] {
            for verb in ["get", "post", "put", "delete", "patch", "head", "request"] {
                made["\(owner).\(verb)"] = "waits for the network"
            }
        }
        return made
    }()

    /// What a call waits for, as the end of a sentence; nil when it does not wait.
    static func wait(of call: CallFact) -> String? {
        for callee in call.callees {
            let name: String
            switch callee {
            case .external(let dotted): name = dotted
            case .externalMethod(let made, let method): name = "\(made.type).\(method)"
            default: continue
            }
            if let what = table[name] { return what }
        }
        return nil
    }
}
