internal import ExtensionHost

/// What `understudy run` was asked to do.
struct RunOptions: Equatable {
    /// How the summary is written.
    enum Format: String, CaseIterable {
        case text
        case json
    }

    /// The project.
    var target: String
    var frames: Int?
    var seconds: Double?
    var forever = false
    var fps = 60.0
    var clock = HostConfiguration.Clock.real
    var guardPolicy = HostConfiguration.Guard.fault
    var strict = false
    /// The values of `--call`, in their order.
    var call: [String] = []
    /// The address on which network DATs open ports.
    var listen = HostConfiguration.loopback
    /// The port on which a debugger is waited for; nil waits for none.
    var debugger: Int?
    /// The virtual environment whose packages the project uses.
    var venv: String?
    /// The values of `--print`, in their order.
    var print: [String] = []
    var format = Format.text
    var quiet = false
    /// What a script finds in `sys.argv` behind the target.
    var arguments: [String] = []

    /// What is wrong with the values, in a full sentence; nil when all is well.
    var complaint: String? {
        let ends = [frames != nil, seconds != nil, forever].count { $0 }
        if ends > 1 { return "Give one of --frames, --seconds and --forever." }
        if let frames, frames < 0 { return "--frames is 0 or more, not \(frames)." }
        if let seconds, !(seconds >= 0 && seconds < 1e9) {
            return "--seconds is from 0 to a billion, not \(seconds)."
        }
        if !(fps >= 0.01 && fps <= 10_000) { return "--fps is from 0.01 to 10000, not \(fps)." }
        if let debugger, !(0...65_535).contains(debugger) {
            return "--debugger is a port from 0 to 65535, not \(debugger)."
        }
        let isAddress = listen.contains(where: { ".:".contains($0) })
        if !isAddress || !listen.allSatisfy({ $0.isHexDigit || ".:".contains($0) }) {
            return "--listen is an IP address, such as 0.0.0.0, not \(listen)."
        }
        return nil
    }
}
