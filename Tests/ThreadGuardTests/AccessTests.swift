import Testing
import ThreadGuard

struct AccessTests {
    @Test(arguments: [
        (Access(operatorPath: "/a", member: "text", kind: .read), "read text of /a"),
        (Access(operatorPath: "/a", member: "par.tx", kind: .write), "wrote par.tx of /a"),
        (Access(operatorPath: "/a", member: "clear", kind: .call), "called clear() of /a"),
        (Access(operatorPath: "", member: "op", kind: .call), "called op()"),
        (Access(operatorPath: "", member: "op('t')", kind: .call), "called op('t')"),
    ])
    func `an access is told as a deed`(access: Access, deed: String) {
        #expect(access.deed == deed)
    }
}
