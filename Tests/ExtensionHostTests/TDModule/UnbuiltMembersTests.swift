import ExtensionHost
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct UnbuiltMembersTests {
    @Test func `what is not built says so and why, and never makes an answer up`() throws {
        let host = try RunningHost()

        try host.check(
            """
            t, c = parent().create('textDAT', 't'), parent().create('baseCOMP', 'c')
            raises(tdError, 'cpuMemory of /project1/t is not to be had: the memory', lambda: t.cpuMemory)
            raises(tdError, 'export of /project1/t is not to be had: only CHOPs', assign(t, 'export', True))
            raises(tdError, 'detectLanguage() of /project1/t', t.detectLanguage)
            raises(tdError, 'lastScriptChange of Par is not to be had', lambda: t.par.file.lastScriptChange)
            raises(tdError, 'sampleIndex of', lambda: parent().create('lagCHOP').sampleIndex)
            raises(TypeError, '', lambda: c.collapseSelected(1))
            assert t.editingFile == '' and c.progressiveUnloader is None
            """)
    }
}
