import OperatorNetwork
import PythonRuntime
import TestSupport
import Testing

@testable import ExtensionHost

@MainActor @Suite(.serialized)
struct HostCallingBackTests {
    private func call(_ script: String, _ names: (String, String) = ("new", "old")) throws
        -> (host: RunningHost, answer: CallbackAnswer)
    {
        let host = try RunningHost()
        let dat = try host.text("calls", script)
        let answer = host.host.callBack(names.0, names.1, of: dat) { () throws(PythonError) in
            try [1.python(), 2.python(), 3.python()]
        }
        return (host, answer)
    }

    @Test(arguments: [
        ("def new(a, b, c): return [a, b, c]", "[1, 2, 3]"), ("def new(a): return a", "1"),
        ("def new(*all): return all", "(1, 2, 3)"), ("def new(): return 'none'", "none"),
        ("def old(a, b): return b", "2"), ("new = max", "3"),
        ("class C:\n    def m(self, a): return a\nnew = C().m", "1"),
    ])
    func `older names and fewer arguments are called as well`(
        script: String, expected: String
    ) throws {
        guard case .value(let value) = try call(script).answer else {
            Issue.record("The function was not called.")
            return
        }
        #expect(try value.text() == expected)
    }

    @Test func `a script without the function is left alone`() throws {
        guard case .none = try call("other = 1").answer else {
            Issue.record("Something was called.")
            return
        }
    }

    @Test(arguments: ["def new(a, b, c): raise ValueError('no')", "raise ValueError('no')"])
    func `what the function or the text raises is reported once`(script: String) throws {
        let (host, answer) = try call(script)

        guard case .failed = answer else {
            Issue.record("It did not fail.")
            return
        }
        #expect(host.errors.count { $0.contains("ValueError: no") } == 1)
    }
}
