internal import Exploration
internal import PythonRuntime

/// The races of the schedule that runs in this process.
struct RaceReader {
    /// One of the two accesses.
    private struct Side {
        let thread: String
        let isWrite: Bool
        let place: Defect.Place
        let calls: [String]

        var stack: Defect.Stack {
            Defect.Stack(
                title: "\(thread) \(isWrite ? "writes" : "reads"):",
                calls: calls.isEmpty ? ["\(place.file):\(place.line)"] : calls)
        }
    }

    private let project: ExploredProject

    init(_ project: ExploredProject) { self.project = project }

    /// Two writes are a defect; that a value is read before or after it is written is advice.
    var defects: [Defect] {
        do throws(PythonError) {
            return try PythonObject.module("understudy_races").callMethod("races").elements()
                .map(defect)
        } catch {
            return []
        }
    }

    private func defect(_ race: PythonObject) throws(PythonError) -> Defect {
        let parts = try race.elements()
        let name = try parts[0].text()
        let (first, second) = (try side(parts[1]), try side(parts[2]))
        let stacks = [first.stack, second.stack]
        guard first.isWrite, second.isWrite else {
            let (reader, writer) = second.isWrite ? (first, second) : (second, first)
            return Defect(
                .race,
                "\(reader.thread) reads \(name), which \(writer.thread) writes, and nothing orders "
                    + "them: it sees the old value or the new one.", place: reader.place,
                stacks: stacks, isAdvice: true, identity: "read \(name)")
        }
        let lines = [first.place, second.place].sorted { ($0.file, $0.line) < ($1.file, $1.line) }
        return Defect(
            .race,
            "\(first.thread) and \(second.thread) both write \(name), and nothing orders them: "
                + "whose value stays is chance.", place: lines[0], stacks: stacks,
            identity: "\(name) \(lines.map { "\($0.file):\($0.line)" }.joined(separator: " "))")
    }

    private func side(_ side: PythonObject) throws(PythonError) -> Side {
        let parts = try side.elements()
        let line = try parts[2].elements()
        let place = Defect.Place(
            file: try line[0].text(), line: try Int(python: line[1]), source: try line[2].text())
        var calls: [String] = []
        for entry in try parts[3].elements() {
            let call = try entry.elements()
            guard PythonThread.isOfProject(try call[0].text()) else { continue }
            let place = project.place(try call[0].text(), try Int(python: call[1]))
            calls.append("\(place.file):\(place.line) in \(try call[2].text())")
        }
        return Side(
            thread: try parts[0].text(), isWrite: try parts[1].isTrue(), place: place, calls: calls)
    }
}
