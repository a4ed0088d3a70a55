internal import OperatorNetwork
internal import PythonRuntime

/// `CHOP.save`: channels into a file of the project.
///
/// - Source: <https://docs.derivative.ca/CHOP_Class>
enum ChannelFile {
    static func save(_ node: Operator, _ call: NativeCall) throws(PythonError) -> PythonObject {
        let channels = try ChannelAccess.channels(of: node)
        let given = try call[0].text()
        let os = try PythonObject.module("os")
        let path = try os.attribute("path").callMethod(
            "join", Host.running.configuration.projectFolder.python(), given.python())
        guard let text = text(channels, suffix: suffix(of: given)) else {
            throw TDErrors.error(
                "\(node.path) can't be saved as '\(given)': .chan and .clip are the formats that "
                    + "can be written here.")
        }
        if try call.bool(1) {
            let folder = try os.attribute("path").callMethod("dirname", path)
            _ = try os.attribute("makedirs").call(folder, keywords: [("exist_ok", true.python())])
        }
        let file = try PythonObject.module("builtins").attribute("open").call(
            path, "w".python(), keywords: [("encoding", "utf-8".python())])
        try file.callMethod("write", text.python())
        try file.callMethod("close")
        return path
    }

    private static func suffix(of path: String) -> String {
        guard let dot = path.lastIndex(of: ".") else { return "" }
        return path[dot...].lowercased()
    }

    private static func text(_ channels: Channels, suffix: String) -> String? {
        switch suffix {
        case ".chan": rows(channels)
        case ".clip": clip(channels)
        default: nil
        }
    }

    /// A row for each sample, a column for each channel, without names.
    private static func rows(_ channels: Channels) -> String {
        var text = ""
        for index in 0..<channels.count {
            text += channels.channels.map { "\($0.samples[index])" }.joined(separator: "\t")
            text += "\n"
        }
        return text
    }

    /// Named tracks in braces, with rate and start.
    ///
    /// - Source: <https://www.sidefx.com/docs/houdini/io/formats/clip.html>
    private static func clip(_ channels: Channels) -> String {
        var text = "{\n\trate = \(channels.rate)\n\tstart = \(channels.start)\n"
        text += "\ttracklength = \(channels.count)\n\ttracks = \(channels.channels.count)\n"
        for channel in channels.channels {
            text += "\t{\n\t\tname = \(channel.name)\n\t\tdata ="
            for sample in channel.samples { text += " \(sample)" }
            text += "\n\t}\n"
        }
        return text + "}\n"
    }
}
