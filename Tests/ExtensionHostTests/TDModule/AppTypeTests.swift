import ExtensionHost
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct AppTypeTests {
    @Test func `the program tells what and where it is`() throws {
        let host = try RunningHost()
        host.host.start()

        try host.check(
            """
            import os, sys
            assert app.version == '099' and app.osName in ('Linux', 'macOS') and app.processId == os.getpid()
            assert app.architecture == '64' and app.launchTime >= 0 and len(app.compileDate) == 3
            assert os.path.isdir(app.installFolder) and os.path.isdir(app.tempFolder)
            assert app.samplesFolder.startswith(app.installFolder) and app.desktopFolder.endswith('/Desktop')
            app.recentFiles = ['a']
            assert app.recentFiles == ['a'] and app.enableOptimizedExprs and not app.experimental
            assert getattr(app, 'pyEnvHelper').pythonVersion == '%d.%d' % sys.version_info[:2]
            assert app.pyEnvHelper is app.pyEnvHelper
            assert app.addResolutionLimit(1, 2) is None and not app.removeNonCommercialLimit()
            raises(td.tdError, "app.power can't", assign(app, 'power', False))
            """)
    }
}
