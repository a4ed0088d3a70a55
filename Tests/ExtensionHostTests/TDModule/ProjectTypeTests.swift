import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct ProjectTypeTests {
    @Test func `the project tells its pace, its paths and its stacks`() throws {
        let host = try RunningHost()

        try host.check(
            """
            assert project.cookRate == 60 and project.isPrivate is False and project.saveBuild == ''
            project.paths['movies'] = '/media'
            assert tdu.expandPath('movies://a.mov') == '/media/a.mov' and project.paths == {'movies': '/media'}
            assert 'scratch' in project.pythonStack() and project.stack()
            assert project.windowStartMode == WindowStartMode.AUTO
            project.windowStartMode = WindowStartMode.FULL
            assert project.windowStartMode is WindowStartMode.FULL
            raises(td.tdError, "'FULL' is no WindowStartMode", assign(project, 'windowStartMode', 'FULL'))
            project.performWindowPath = parent()
            assert project.performWindowPath is parent() and project.windowStartCustomWidth == 1280
            raises(td.tdError, "x.toe: this host was started without files", lambda: project.load('x.toe'))
            raises(td.tdError, 'project.addPrivacy() needs', lambda: project.addPrivacy('k'))
            raises(TypeError, '', lambda: project.save(1, 2, 3))
            """)
    }
}
