internal import Exploration
internal import PythonRuntime

/// Looks at the project's queues in the second half of its frames: whether they grow and grow.
final class Backlog {
    private struct Size {
        let file: String
        let line: Int
        let count: Int
    }

    private let project: ExploredProject
    /// The sizes after a half, three quarters and all of the frames.
    private var looks: [(frames: Int, sizes: [Size])] = []

    /// With fewer frames nothing can be said.
    private static let fewest = 16

    init(project: ExploredProject) { self.project = project }

    /// Looks, when so many frames have been run that it is time to.
    ///
    /// - Parameters:
    ///   - frames: How many have been run.
    ///   - all: How many will be.
    func look(_ frames: Int, of all: Int) {
        guard all >= Self.fewest, [all / 2, all * 3 / 4, all].contains(frames) else { return }
        looks.append((frames, sizes))
    }

    /// The queues that have grown from look to look, by one in eight frames and more.
    var defects: [Defect] {
        guard looks.count == 3 else { return [] }
        let counts = looks.map(\.sizes)
        return counts[0].indices.compactMap { index in
            guard counts.allSatisfy({ index < $0.count }) else { return nil }
            let (first, second, third) = (counts[0][index], counts[1][index], counts[2][index])
            guard first.count < second.count, second.count < third.count,
                third.count - first.count >= max(4, (looks[2].frames - looks[0].frames) / 8)
            else { return nil }
            return Defect(
                .backlog,
                "A queue holds \(first.count) items after \(looks[0].frames) frames, "
                    + "\(second.count) after \(looks[1].frames), \(third.count) after "
                    + "\(looks[2].frames): less is taken out in a frame than is put in.",
                place: project.place(third.file, third.line),
                help:
                    "Take out all that is there in each frame, up to a bound; or give the queue a "
                    + "maxsize and leave out what does not fit.")
        }
    }

    private var sizes: [Size] {
        do throws(PythonError) {
            return try PythonObject.module("understudy_backlog").callMethod("sizes").elements()
                .map { entry throws(PythonError) in
                    let parts = try entry.elements()
                    return Size(
                        file: try parts[0].text(), line: try Int(python: parts[1]),
                        count: try Int(python: parts[2]))
                }
        } catch {
            return []
        }
    }
}
