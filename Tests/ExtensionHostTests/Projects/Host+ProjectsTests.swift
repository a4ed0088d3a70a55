import ExtensionHost
import OperatorNetwork
import PythonRuntime
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct HostProjectsTests {
    /// A store that keeps what it is given in memory.
    private final class Memory: ProjectStore {
        var saved: [String: [NamedValue]] = [:]

        func save(
            _ component: Operator, to path: String, storage: (Operator) -> [NamedValue]
        ) throws(ProjectStoreError) -> String {
            guard path != "/full" else {
                throw ProjectStoreError(description: "/full: There is no space left.")
            }
            saved[component.path] = storage(component)
            return path + ".tdn"
        }

        func load(
            _ path: String, into parent: Operator
        ) throws(ProjectStoreError) -> Operator {
            guard let network = parent.network else {
                throw ProjectStoreError(description: "\(path): The COMP is gone.")
            }
            do {
                let made = try network.create(BaseCOMP.type, named: path, in: parent)
                let dat = try network.create(ExecuteDAT.type, named: "execute1", in: made)
                try dat.content?.setText("def onCreate(): print('created', me.path)\n")
                try dat.parameters["create"]?.set(.bool(true))
                return made
            } catch {
                throw ProjectStoreError(description: "\(error)")
            }
        }

        func readProject(
            _ path: String
        ) throws(ProjectStoreError) -> (Host) throws(ProjectStoreError) -> Void {
            guard path != "/missing" else {
                throw ProjectStoreError(description: "/missing: There is no such file.")
            }
            return { [self] host throws(ProjectStoreError) in
                guard path != "/broken" else {
                    throw ProjectStoreError(description: "/broken:3: An operator has no name.")
                }
                _ = try load(path, into: host.network.root)
            }
        }
    }

    @Test func `another project follows at the end of the frame, and the first one is told`()
        throws
    {
        let host = try RunningHost()
        host.host.projectStore = Memory()
        let execute = try host.create(ExecuteDAT.type, "execute1")
        try execute.content?.setText("def onExit(): print('left', absTime.frame)\n")
        try execute.parameters["exit"]?.set(.bool(true))
        host.evaluate("run('print(1)', delayFrames=5)")

        host.evaluate("project.load('other')")
        #expect(host.lines.isEmpty && execute.isValid)
        host.host.run(frames: 8)

        #expect(host.lines.map { $0.prefix(4) } == ["left", "crea"])
        #expect(!execute.isValid)
        #expect(host.network.root.children.count == 1)
    }

    @Test func `a project that cannot be read leaves the running one alone`() throws {
        let host = try RunningHost()
        host.host.projectStore = Memory()

        host.evaluate("project.load('/missing')")
        host.evaluate("project.load()")
        host.host.run(frames: 2)

        #expect(host.project.isValid)
        #expect(host.lines.contains { $0.contains("/missing: There is no such file.") })
        #expect(host.lines.contains { $0.contains("has no file to load the project from") })
    }

    @Test func `a project that breaks off while it is built ends the run`() throws {
        let host = try RunningHost()
        host.host.projectStore = Memory()

        host.evaluate("project.load('/broken')")
        host.host.run(frames: 5)

        #expect(host.lines.contains { $0.contains("/broken:3: An operator has no name.") })
        #expect(host.host.summary().frames == 1)
        #expect(host.host.summary().exitCode == 1)
    }

    @Test func `what is saved has what the storage holds now, and the path that was written`()
        throws
    {
        let host = try RunningHost()
        let memory = Memory()
        host.host.projectStore = memory
        host.evaluate("me.store('count', 3)")

        let path = try host.host.save(host.project, to: "show")

        #expect(path == "show.tdn")
        #expect(memory.saved == ["/project1": [NamedValue("count", .int(3))]])
    }

    @Test func `a reloaded COMP stays itself, and its new inside comes to life in it`() throws {
        let host = try RunningHost()
        host.host.projectStore = Memory()
        let box = try host.create(BaseCOMP.type, "box")
        try host.text("old", "", in: box)

        try host.host.reload(box, from: "loaded")

        #expect(box.isValid && box.path == "/project1/box")
        #expect(box.children.map(\.name) == ["execute1"])
        #expect(host.project.children.map(\.name) == ["box"])
        #expect(host.lines == ["created /project1/box/execute1"])
    }

    @Test func `the root can't be reloaded, and stays whole`() throws {
        let host = try RunningHost()
        host.host.projectStore = Memory()

        let error = #expect(throws: PythonError.self) {
            try host.host.reload(host.network.root, from: "loaded")
        }

        #expect(error?.description.contains("can't be reloaded into /") == true)
        #expect(host.project.isValid)
        #expect(host.lines.isEmpty)
    }

    @Test func `a refusal is a tdError with the store's own words`() throws {
        let host = try RunningHost()
        host.host.projectStore = Memory()

        let error = #expect(throws: PythonError.self) {
            try host.host.save(host.project, to: "/full")
        }

        #expect(error?.typeName == "tdError")
        #expect(error?.message == "/full: There is no space left.")
    }

    @Test func `a host without files says so`() throws {
        let host = try RunningHost()

        let error = #expect(throws: PythonError.self) {
            try host.host.load("lamp.tox", into: host.project)
        }

        #expect(error?.message.hasPrefix("lamp.tox: this host was started without files") == true)
    }

    @Test func `what is loaded hears onCreate`() throws {
        let host = try RunningHost()
        host.host.projectStore = Memory()

        let loaded = try host.host.load("lamp", into: host.project)

        #expect(loaded.path == "/project1/lamp")
        #expect(host.lines == ["created /project1/lamp/execute1"])
    }

    @Test func `saving makes no extension anew`() throws {
        let host = try RunningHost()
        let store = Memory()
        host.host.projectStore = store
        try host.component(
            "lamp", extension: "LampExt",
            """
            class LampExt:
                def __init__(self, ownerComp): print('made')
                def onDestroyTD(self): print('ended')

            """)
        try host.check("op('lamp').ext.LampExt; op('lamp').save('/a'); project.save('/b')")

        host.frames(2)

        #expect(host.lines.filter { $0 == "made" || $0 == "ended" } == ["made"])
    }
}
