internal import ExtensionHost
internal import OperatorNetwork
internal import ProjectFiles

/// Keeps the host's COMPs in text files: what `project.save`, `COMP.save` and `COMP.loadTox` reach.
@MainActor
final class TextProjectStore: ProjectStore {
    /// Told what was read past.
    private let report: (String) -> Void

    init(report: @escaping (String) -> Void) {
        self.report = report
    }

    func save(
        _ component: Operator, to path: String, storage: (Operator) -> [NamedValue]
    ) throws(ProjectStoreError) -> String {
        let file = TextForm.written(for: path)
        do throws(ProjectError) {
            // The closure lives as long as this call; the writer keeps it no longer.
            let files = try withoutActuallyEscaping(storage) { storage throws(ProjectError) in
                try TDNWriter(component, storage: storage).files(at: file)
            }
            for file in files { try file.write() }
            return file
        } catch {
            throw ProjectStoreError(description: error.description)
        }
    }

    func load(_ path: String, into parent: Operator) throws(ProjectStoreError) -> Operator {
        guard let network = parent.network else {
            throw ProjectStoreError(description: "\(path): The COMP to load it into is gone.")
        }
        do throws(ProjectError) {
            let project = try ProjectCatalog.read(TextForm.read(for: path))
            let builder = NetworkBuilder(network)
            let loaded = try builder.add(project, to: parent)
            for notice in project.notices + builder.notices { report(notice.description) }
            return loaded
        } catch {
            throw ProjectStoreError(description: error.description)
        }
    }
}

extension TextProjectStore {
    func readProject(
        _ path: String
    ) throws(ProjectStoreError) -> (Host) throws(ProjectStoreError) -> Void {
        let project: ProjectDescription
        do throws(ProjectError) {
            project = try ProjectCatalog.read(TextForm.read(for: path))
        } catch {
            throw ProjectStoreError(description: error.description)
        }
        return { [self] host throws(ProjectStoreError) in
            do {
                try build(project, in: host)
            } catch {
                throw ProjectStoreError(description: "\(error)")
            }
        }
    }

    /// Builds a project in an empty network, with the default wiring if it has none of its own.
    ///
    /// - Parameters:
    ///   - project: What was read.
    ///   - host: Whose network it becomes.
    /// - Throws: `ProjectError`, or `HostError` when a script cannot be read.
    func build(_ project: ProjectDescription, in host: Host) throws {
        let builder = NetworkBuilder(host.network)
        let target = try builder.build(project)
        for notice in builder.notices { report(notice.description) }
        guard project.needsDefaultWiring else { return }
        let scripts = project.scripts.map { script in
            UnwiredScript(
                component: script.component, text: script.text, file: script.place.file,
                line: script.place.line)
        }
        let done = try host.wire(scripts, in: target)
        report("No .tdn says how \(project.file) is wired, so it gets the default wiring:")
        for line in done { report("  \(line)") }
    }
}

extension TextProjectStore: FileStore {
    func stamp(of path: String) -> FileStamp? {
        ContentFile.stamp(of: path).map {
            FileStamp(modified: $0.modified, size: $0.size, number: $0.number)
        }
    }

    func realPath(of path: String) -> String? { ContentFile.realPath(of: path) }

    func bytes(of path: String) throws(ProjectStoreError) -> [UInt8] {
        do throws(ProjectError) {
            return try ContentFile.bytes(of: path)
        } catch {
            throw ProjectStoreError(description: error.description)
        }
    }

    func write(_ bytes: [UInt8], to path: String) throws(ProjectStoreError) {
        do throws(ProjectError) {
            // While frames run, none waits for a disk.
            try AtomicFile.write(bytes, to: path, surviving: .theProgram)
        } catch {
            throw ProjectStoreError(description: error.description)
        }
    }
}
