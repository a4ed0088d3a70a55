internal import ExtensionHost
internal import Foundation
internal import OperatorNetwork
internal import PythonRuntime

/// Large networks: what an operator with ten parameters costs in time and memory, beside the same tree
/// of plain Python objects.
struct NetworkCases {
    /// The sizes whose costs an operator are compared: a linear network costs the same at each.
    private static let sizes = [10_000, 30_000, 100_000]
    let stage: Rehearsal

    /// Measures each size once; the trees are gone before the next.
    ///
    /// - Returns: One line of measurements for each size.
    /// - Throws: What the loops raise.
    func run() throws -> [NetworkComparison] {
        let ours = try module(NetworkSource.ours, "/project1/trees")
        let python = try module(NetworkSource.python, "trees")
        return try Self.sizes.map { size in
            NetworkComparison(
                operators: size,
                ours: try costs(of: ours, size) { [host = stage.host] in host.run(frames: 1) },
                python: try costs(of: python, size) {})
        }
    }

    private func costs(
        of module: PythonObject, _ size: Int, frame: () -> Void
    ) throws -> NetworkCosts {
        let before = Self.residentBytes
        let tree = try module.attribute("build").call(size.python())
        let built = try Double(python: tree.item(0.python()))
        let bytes = Double(Self.residentBytes - before) / Double(size)
        let top = try tree.item(1.python())
        func time(_ name: String) throws -> Double {
            try Double(python: module.attribute(name).call(top, size.python())) / Double(size)
        }
        _ = try module.attribute("depend").call(top, size.python())
        // What is new is looked at once, which is no part of an ordinary frame.
        frame()
        let change = try time("change")
        let running = Double(ThreadTime.of(frame)) / Double(size)
        let costs = NetworkCosts(
            create: built / Double(size), look: try time("look"), find: try time("find"),
            frame: try change + running + time("pull"), bytes: bytes)
        _ = try module.attribute("clear").call(top)
        return costs
    }

    private func module(_ source: String, _ name: String) throws -> PythonObject {
        guard name.hasPrefix("/"), let project = stage.host.network.root.child(named: "project1")
        else {
            let module = try PythonObject.newModule(name)
            try PythonSource(NetworkSource.common + source, fileName: name)
                .run(in: module.moduleDictionary())
            return module
        }
        let trees = try Rehearsal.create("textDAT", "trees", in: project)
        try trees.content?.setText(NetworkSource.common + source)
        guard stage.host.evaluate("op('trees').module") != nil else {
            throw BenchmarkError(description: "The trees do not grow in a DAT; see above.")
        }
        return try PythonObject.module("sys").attribute("modules").item(name.python())
    }

    /// What the process holds in memory now.
    private static var residentBytes: Int {
        let status = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)) ?? ""
        let pages = status.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        return pages * 4096
    }
}
