import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct DATModulesTests {
    @Test func `a DAT is run once as a module, and again when its text has changed`() throws {
        let host = try RunningHost()
        try host.text("tools", "print('ran', me.name)\nx = 1\n")

        try host.check(
            """
            first = op('tools').module
            assert op('tools').module is first and first.x == 1
            op('tools').text = 'x = 2'
            assert op('tools').module is not first and op('tools').module.x == 2 and first.x == 1
            """)

        #expect(host.lines == ["ran tools"])
    }

    @Test func `two DATs that import each other find what there is so far`() throws {
        let host = try RunningHost()
        try host.text("a", "x = 1\nimport b\ny = b.z\n")
        try host.text("b", "import a\nz = a.x + 1\n")

        try host.check("assert op('a').module.y == 2 and op('b').module.a is op('a').module")
    }

    @Test func `a syntax error names the DAT and its line, and the next text is tried anew`() throws
    {
        let host = try RunningHost()
        try host.text("broken", "x = 1\ndef f(:\n")

        try host.check(
            """
            error = raises(SyntaxError, '', lambda: op('broken').module)
            assert (error.filename, error.lineno) == ('/project1/broken', 2)
            op('broken').text = 'x = 3'
            assert op('broken').module.x == 3
            op('broken').text = '1 / 0'
            raises(ZeroDivisionError, '', lambda: op('broken').module)
            raises(ZeroDivisionError, '', lambda: op('broken').module)
            op('broken').text = 'a\\0b'
            raises(ValueError, 'the source of /project1/broken holds a null', lambda: op('broken').module)
            raises(td.tdError, '', lambda: mod('/project1').x) if mod('/project1') else None
            """)
    }

    @Test func `dataclasses and pickle find the classes of a DAT`() throws {
        let host = try RunningHost()
        try host.text(
            "shapes",
            "from dataclasses import dataclass\n@dataclass\nclass Point:\n    x: int = 0\n")

        try host.check(
            """
            import pickle
            Point = op('shapes').module.Point
            assert pickle.loads(pickle.dumps(Point(3))) == Point(3)
            """)
    }

    @Test func `the end of a module may use another module`() throws {
        let host = try RunningHost()
        try host.text("ending", "class Ending:\n def __del__(self): print(op('last').module.x)\n")
        try host.text("holder", "import ending\nkept = ending.Ending()\ndel ending\n")
        try host.text("last", "x = 'used'")

        try host.check(
            """
            op('holder').module
            op('holder').text = 'kept = 1'
            assert op('holder').module.kept == 1
            """)

        #expect(host.lines == ["used"])
    }
}
