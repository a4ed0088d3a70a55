internal import CSchedule
internal import Exploration
internal import ProjectFiles
internal import PythonRuntime

/// The project's Python texts: compiled with points in them, before anything of them runs, so that no
/// schedule has to do it and sites have the same numbers in all of them.
struct ProjectCode {
    /// A checksum of each text.
    let checksums: [String: String]
    private let module: PythonObject
    private let recall: PythonObject
    // Imported before any schedule runs: nothing can be imported while threads stand still.
    private let standing: PythonObject

    private struct Text {
        let place: SourcePlace
        let text: String
    }

    /// Lets Python compile through `understudy_explore` from now on.
    ///
    /// - Parameters:
    ///   - options: At which level.
    ///   - project: Where the texts are.
    ///   - written: What was written beside it.
    /// - Throws: What Python says; a text that cannot be compiled is told when it is to run.
    init(
        _ options: ExploreOptions, _ project: ProjectDescription, _ written: WrittenScenarios
    ) throws {
        let module = try PythonObject.module("understudy_explore")
        self.module = module
        recall = try PythonObject.module("understudy_recall")
        standing = try PythonObject.module("understudy_standing")
        if options.level == .shared, !CSchedule_keepClocks() {
            throw PythonError(.systemError, "the threads' clocks cannot be kept")
        }
        try module.callMethod("install", options.level.rawValue.python())
        guard CSchedule_installPoint() else {
            throw PythonError(.systemError, "the exploration's points cannot be installed")
        }
        var texts = project.scripts.map { Text(place: $0.place, text: $0.text) }
        Self.collect(project.target, into: &texts)
        texts += written.texts.map {
            Text(place: SourcePlace(file: $0.key, line: 1), text: $0.value)
        }
        let sha256 = try PythonObject.module("hashlib").attribute("sha256")
        var checksums: [String: String] = [:]
        for one in texts {
            let bytes = try one.text.python().callMethod("encode")
            checksums["\(one.place.file):\(one.place.line)"] = try sha256.call(bytes)
                .callMethod("hexdigest").text()
            _ = try? module.callMethod(
                "prepare", one.text.python(), one.place.file.python(), one.place.line.python())
        }
        self.checksums = checksums
        PythonSource.compiler = { source throws(PythonError) in
            try module.callMethod("compile_text", source.text.python(), source.fileName.python())
        }
    }

    private static func collect(_ node: OperatorDescription, into texts: inout [Text]) {
        if case .text(let text)? = node.content {
            texts.append(Text(place: node.contentPlace ?? node.place, text: text))
        }
        for child in node.children { collect(child, into: &texts) }
    }

    /// The place that a site's number stands for.
    ///
    /// - Returns: Nil for a number that stands for none.
    func site(_ number: Int) -> Defect.Place? {
        do throws(PythonError) {
            let parts = try module.attribute("sites").item(number.python()).elements()
            return Defect.Place(
                file: try parts[0].text(), line: try Int(python: parts[1]),
                source: try parts[2].text())
        } catch {
            return nil
        }
    }

    /// Whether CPython would change no thread at a site.
    func isAdded(_ site: Int) -> Bool {
        let parts = try? module.attribute("sites").item(site.python()).elements()
        return (try? parts?.last?.isTrue()) ?? false
    }

    /// What pure functions have made in this process; empty for nothing new.
    var learned: String {
        (try? recall.callMethod("learned").text()) ?? ""
    }

    /// Takes over what a schedule has learned, for those that follow.
    func learn(_ results: String) {
        guard !results.isEmpty, let text = try? results.python() else { return }
        _ = try? recall.callMethod("learn", text)
    }

    /// Remembers what Python holds beside the project, before schedules run.
    ///
    /// - Returns: Whether `renew` can be used.
    func rememberState() -> Bool { (try? renewal?.callMethod("remember")) != nil }

    /// Gives modules back what they held, while the host that may have held it as well is still there.
    ///
    /// - Returns: Whether that was possible.
    func giveBack() -> Bool { (try? renewal?.callMethod("give_back").isTrue()) ?? false }

    /// Gives Python back what was remembered, after a schedule whose project is gone.
    ///
    /// - Returns: Whether that is all that has changed, as far as it can be seen.
    func renew() -> Bool { (try? renewal?.callMethod("renew").isTrue()) ?? false }

    private var renewal: PythonObject? { try? PythonObject.module("understudy_renewal") }

    /// The updates that were lost in this process.
    var lostUpdates: [Defect] {
        do throws(PythonError) {
            return try PythonObject.module("understudy_updates").callMethod("lost").elements()
                .map(Self.lostUpdate)
        } catch {
            return []
        }
    }

    private static func lostUpdate(_ entry: PythonObject) throws(PythonError) -> Defect {
        let parts = try entry.elements()
        let (name, reader, writer) = (
            try parts[0].text(), try parts[1].text(), try parts[3].text()
        )
        let (lost, there) = (try place(parts[2]), try place(parts[4]))
        return Defect(
            .lostUpdate,
            "\(reader) writes \(name) by what it was before \(writer) changed it in line "
                + "\(there.line), so that change is lost.", rule: try parts[5].text(), place: lost,
            stacks: [
                Defect.Stack(
                    title: "\(writer) had written:",
                    calls: ["\(there.file):\(there.line)  \(there.source)"])
            ],
            help: "Hold a lock from the read to the write; or let the main thread alone write it, "
                + "and send it values through a queue.")
    }

    private static func place(_ line: PythonObject) throws(PythonError) -> Defect.Place {
        let parts = try line.elements()
        return Defect.Place(
            file: try parts[0].text(), line: try Int(python: parts[1]),
            source: try parts[2].text())
    }

    /// What a thread sees where it stands: locks, queues and plain values by their names.
    func values(ofThread identifier: UInt64) -> [String] {
        do throws(PythonError) {
            let module = try PythonObject.module("understudy_play")
            let number = try Int(truncatingIfNeeded: identifier).python()
            return try module.callMethod("values", number).elements()
                .map { value throws(PythonError) in try value.text() }
        } catch {
            return []
        }
    }

    /// What a thread is in the middle of where the project's code is left.
    ///
    /// - Parameter identifier: The thread.
    /// - Returns: The call as it is written, empty when it is in none, and the line of the text.
    func call(ofThread identifier: UInt64) -> (call: String, line: String) {
        do throws(PythonError) {
            let number = try Int(truncatingIfNeeded: identifier).python()
            let parts = try standing.callMethod("doing", number).elements()
            guard parts.count == 2 else { return ("", "") }
            return (try parts[0].text(), try parts[1].text())
        } catch {
            return ("", "")
        }
    }

    /// Lets those who wait for a thread's end get on.
    ///
    /// - Parameter identifier: The thread.
    /// - Returns: Whether that is how this CPython waits; otherwise they wait for a lock.
    func endJoins(of identifier: UInt64) -> Bool {
        let number = try? Int(truncatingIfNeeded: identifier).python()
        return (try? number.map { try standing.callMethod("end_joins", $0).isTrue() }) ?? false
    }

    /// What `understudy_standing` says of the threads that run.
    func threads() -> [PythonThread] {
        do throws(PythonError) {
            return try standing.callMethod("threads").elements().map(PythonThread.init)
        } catch {
            return []
        }
    }
}
