internal import OperatorNetwork

/// Makes a DAT of one text file of a folder project.
enum FolderDAT {
    /// The suffixes of files that become DATs.
    static let suffixes: Set<String> = [
        "py", "tsv", "csv", "txt", "json", "md", "xml", "html", "css", "js", "yaml", "yml", "toml",
        "ini", "cfg", "glsl", "frag", "vert", "comp", "geom", "rtf", "srt", "vtt", "dat",
    ]

    /// What a function in an Execute DAT is switched on by.
    ///
    /// - Source: <https://docs.derivative.ca/Execute_DAT>
    private static let callbacks = [
        ("onStart", "start"), ("onCreate", "create"), ("onExit", "exit"),
        ("onFrameStart", "framestart"), ("onFrameEnd", "frameend"),
        ("onPlayStateChange", "playstatechange"), ("onDeviceChange", "devicechange"),
        ("onProjectPreSave", "projectpresave"), ("onProjectPostSave", "projectpostsave"),
    ]

    /// Reads a file into a DAT.
    ///
    /// `<Name>Ext.py` becomes the extension of its COMP, `execute….py` an Execute DAT with the
    /// callbacks switched on that it defines.
    ///
    /// - Parameters:
    ///   - entry: The file.
    ///   - dat: The DAT; its name is set.
    ///   - comp: The COMP that it is in.
    ///   - reading: Gathers the notices.
    /// - Throws: `ProjectError`: unreadable or not UTF-8.
    static func read(
        _ entry: FolderEntry, into dat: inout OperatorDescription,
        of comp: inout OperatorDescription, _ reading: ProjectReading
    ) throws(ProjectError) {
        let source = try SourceFile(entry.path, limit: ReadingLimits.folderFileSize)
        dat.contentPlace = SourcePlace(file: entry.path, line: 1)
        if entry.suffix == "tsv" || entry.suffix == "csv" {
            dat.type = "tableDAT"
            dat.content = .table(
                try DelimitedText.rows(of: source, suffix: entry.suffix, reading))
            return
        }
        dat.type = "textDAT"
        dat.content = .text(source.text)
        guard entry.suffix == "py" else { return }
        if entry.stem.hasPrefix("execute") {
            dat.type = "executeDAT"
            dat.parameters = callbacks.filter { defines("def", $0.0, source.text) }
                .map { ParameterAssignment($0.1, .constant(.bool(true))) }
        } else if entry.stem.hasSuffix("Ext"), entry.stem != "Ext" {
            addExtension(dat.name, source, to: &comp, reading)
        }
    }

    private static func addExtension(
        _ name: String, _ source: SourceFile, to comp: inout OperatorDescription,
        _ reading: ProjectReading
    ) {
        guard defines("class", name, source.text) else {
            reading.note(
                "The file is named like an extension but has no class \(name); "
                    + "it stays a plain DAT.", file: source.file)
            return
        }
        let place = SourcePlace(file: source.file, line: 1)
        let block = [
            ParameterAssignment(
                "object", .constant(.string("op('./\(name)').module.\(name)(me)")), place: place),
            ParameterAssignment("promote", .constant(.bool(true)), place: place),
        ]
        if let index = comp.sequences.firstIndex(where: { $0.name == "ext" }) {
            comp.sequences[index].blocks.append(block)
        } else {
            comp.sequences.append(SequenceDescription(name: "ext", blocks: [block]))
        }
    }

    /// Tells whether a line at the margin defines a function or class of this name.
    private static func defines(_ keyword: String, _ name: String, _ text: String) -> Bool {
        let starts = keyword == "def" ? ["def ", "async def "] : ["class "]
        return text.utf8.split(separator: UInt8(ascii: "\n")).contains { bytes in
            let line = Substring(bytes)
            guard let start = starts.first(where: line.hasPrefix) else { return false }
            let rest = line.dropFirst(start.count).drop { $0 == " " }
            guard rest.hasPrefix(name) else { return false }
            let next = rest.dropFirst(name.count).unicodeScalars.first
            return next.map { !$0.properties.isXIDContinue } ?? true
        }
    }
}
