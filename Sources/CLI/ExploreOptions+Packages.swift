internal import Exploration
internal import ProjectFiles

extension ExploreOptions {
    /// Looks for the environment whose packages the project imports, as `run` does.
    ///
    /// - Throws: `CommandFailure` when one that was asked for cannot be used.
    mutating func findPackages() throws {
        // What is wrong with the project is told when it is read to be run.
        guard let project = try? ProjectCatalog.read(target) else { return }
        let found = try Environment.find(for: project.folder, given: venv) { notice in
            Console.complain("[understudy] \(notice)")
        }
        (python, packages) = (found.python, found.folder)
    }
}
