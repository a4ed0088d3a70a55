import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct ChangeWatchesTests {
    /// A COMP `watched` and an OP Execute DAT that prints every event of it.
    private func stage() throws -> RunningHost {
        let host = try RunningHost()
        try host.create(BaseCOMP.type, "watched")
        let watch = try host.create(#require(host.network.catalog["opexecuteDAT"]), "watch")
        try watch.content?.setText(
            """
            def onPreCook(changeOp): print('pre', changeOp)
            def onPostCook(changeOp): print('post', changeOp, changeOp.totalCooks)
            def onDestroy(): print('destroyed')
            def onFlagChange(changeOp, flag): print('flag', changeOp, flag)
            def onWireChange(changeOp): print('wire', changeOp)
            def onNameChange(changeOp): print('name', changeOp)
            def onPathChange(changeOp): print('path', changeOp)
            def onNumChildrenChange(changeOp): print('children', changeOp, changeOp.numChildren)
            def onChildRename(changeOp): print('child', changeOp)
            """)
        for name in [
            "precook", "postcook", "opdelete", "flagchange", "wirechange", "namechange",
            "pathchange", "numchildrenchange", "childrename",
        ] { try watch.parameters[name]?.set(.bool(true)) }
        try watch.parameters["op"]?.set(.string("watched* made"))
        host.frames(1)
        return host
    }

    @Test func `what happens to watched operators is told after it happened`() throws {
        let host = try stage()

        try host.run("op('watched').bypass = True\nop('watch').bypass = True")
        host.frames(1)
        try host.run("op('watched').create(baseCOMP, 'a')")
        host.frames(1)
        try host.run("op('watched/a').name = 'b'")
        host.frames(1)
        try host.run("op('watched').name = 'watched2'")
        host.frames(1)
        try host.run("op('watched2').destroy()")
        host.frames(1)

        #expect(
            host.lines == [
                "flag /project1/watched bypass", "children /project1/watched 1",
                "child /project1/watched", "name /project1/watched2", "path /project1/watched2",
                "destroyed",
            ])
    }

    @Test func `what is watched is looked for again once names, operators or the pattern change`()
        throws
    {
        let host = try stage()
        try host.create(#require(host.network.catalog["nullDAT"]), "other")
        host.frames(1)
        host.clearLines()

        try host.run("op('other').cook(force=True)")
        #expect(host.lines.isEmpty)
        try host.run("op('other').name = 'made'")
        try host.run("op('made').cook(force=True)")
        #expect(host.lines.first == "pre /project1/made")
        try host.run("op('watch').par.op = 'watched'")
        host.clearLines()
        try host.run("op('made').cook(force=True)")
        #expect(host.lines.isEmpty)
    }

    @Test func `cooks are told before and after`() throws {
        let host = try stage()
        let made = try host.create(#require(host.network.catalog["nullDAT"]), "made")
        host.clearLines()

        try host.run("op('made').cook(force=True)")

        #expect(host.lines == ["pre /project1/made", "post /project1/made 1"])
        _ = made
    }
}
