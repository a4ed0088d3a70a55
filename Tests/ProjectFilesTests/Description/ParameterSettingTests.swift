import OperatorNetwork
import ProjectFiles
import Testing

@Suite struct ParameterSettingTests {
    @Test(arguments: [
        ("hello", ParameterSetting.constant(.string("hello"))),
        ("=me.time", .expression("me.time")),
        ("~op('a').par.x", .bind("op('a').par.x")),
        ("==literal", .constant(.string("=literal"))),
        ("~~literal", .constant(.string("~literal"))),
        ("=~x", .expression("~x")),
        ("~=x", .bind("=x")),
        ("=", .constant(.string("="))),
        ("", .constant(.string(""))),
    ])
    func `the first signs decide what a text means`(text: String, meant: ParameterSetting) {
        #expect(ParameterSetting(shorthand: text) == meant)
    }
}
