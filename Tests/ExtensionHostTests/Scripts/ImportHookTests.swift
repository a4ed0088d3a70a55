import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct ImportHookTests {
    @Test func `import finds the sibling DAT before any module of Python`() throws {
        let host = try RunningHost()
        try host.text("json", "mine = True\n")
        try host.text("helpers", "def twice(x): return 2 * x\nimport json\n")

        try host.check(
            """
            import json, helpers, os.path
            from helpers import twice
            assert json.mine and helpers.json is json and twice(2) == 4 and os.path.join
            op('json').destroy()
            import json
            assert json.loads('1') == 1
            """)
    }

    @Test func `a DAT that imports its own name means Python's module`() throws {
        let host = try RunningHost()
        try host.text("json", "import json\nvalue = json.loads('[1]')\n")

        try host.check("assert op('json').module.value == [1]")
    }

    @Test func `a DAT's star import brings its names and leaves me and op alone`() throws {
        let host = try RunningHost()
        let box = try host.create(BaseCOMP.type, "local")
        let modules = try host.create(BaseCOMP.type, "modules", in: box)
        try host.text("shared", "x = 1\n_hidden = 2\nwho = me\n", in: modules)

        try host.check(
            """
            from shared import *
            assert x == 1 and who.name == 'shared' and me.name == 'scratch' and op('shared') is None
            assert '_hidden' not in globals()
            """)
    }

    @Test func `local modules of the ancestors are searched, the nearest first`() throws {
        let host = try RunningHost()
        for (path, value) in [("/", 1), ("/project1", 2)] {
            let place = path == "/" ? host.network.root : host.project
            let local = try host.create(BaseCOMP.type, "local", in: place)
            let modules = try host.create(BaseCOMP.type, "modules", in: local)
            try host.text("level", "value = \(value)", in: modules)
            if value == 1 { try host.text("top", "value = 'top'", in: modules) }
        }

        try host.check("import level, top\nassert level.value == 2 and top.value == 'top'")
    }

    @Test func `a module that is nowhere is an ImportError as ever`() throws {
        let host = try RunningHost()

        try host.check(
            """
            def absent(): import nowhere_at_all
            raises(ModuleNotFoundError, "No module named 'nowhere_at_all'", absent)
            """)
    }
}
