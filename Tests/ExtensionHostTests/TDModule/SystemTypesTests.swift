import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct SystemTypesTests {
    @Test func `the machine is told without screens, devices and licences`() throws {
        let host = try RunningHost()

        try host.check(
            """
            assert sysinfo.numCPUs >= 1 and sysinfo.ram > 1 and sysinfo.MIDIInputs == [] and sysinfo.xres == 0
            assert len(monitors) == 0 and list(monitors) == [] and monitors.primary is None
            assert monitors.locate(0, 0) is None and monitors.width == 0
            raises(IndexError, 'list index', lambda: monitors[0])
            assert licenses.isNonCommercial and not licenses.isPro and licenses.machine and len(licenses) == 0
            assert td.sysinfo is sysinfo and 'sysinfo' in dir(td) and 'Connector' in dir(td)
            """)
    }
}
