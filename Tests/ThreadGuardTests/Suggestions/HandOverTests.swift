import Testing

@testable import ThreadGuard

struct HandOverTests {
    struct Cure: Sendable {
        let line: String
        let member: String
        let added: String
        let main: String
    }

    static let cures = [
        Cure(
            line: "op('table1').appendRow(data)", member: "appendRow", added: "results.put(data)",
            main: "if not results.empty(): op('table1').appendRow(results.get_nowait())"),
        Cure(
            line: "op('t').appendRow([1, 2])  # why, not", member: "appendRow",
            added: "results.put([1, 2])",
            main: "if not results.empty(): op('t').appendRow(results.get_nowait())"),
        Cure(
            line: "self.ownerComp.store('k', value)", member: "store",
            added: "self.results.put(('k', value))",
            main: "if not self.results.empty(): "
                + "self.ownerComp.store(*self.results.get_nowait())"),
        Cure(
            line: "op('t').clear()", member: "clear", added: "calls.put(lambda: op('t').clear())",
            main: "if not calls.empty(): calls.get_nowait()()"),
        Cure(
            line: "op('t').copy(op('u'))", member: "copy",
            added: "calls.put(lambda: op('t').copy(op('u')))",
            main: "if not calls.empty(): calls.get_nowait()()"),
        Cure(
            line: "op('t').save('a', async_=True)", member: "save",
            added: "calls.put(lambda: op('t').save('a', async_=True))",
            main: "if not calls.empty(): calls.get_nowait()()"),
        Cure(
            line: "op('t')[0, 0].val = str(x == 1)", member: "[0, 0].val",
            added: "results.put(str(x == 1))",
            main: "if not results.empty(): op('t')[0, 0].val = results.get_nowait()"),
        Cure(
            line: "me.par.x += 1", member: "par.x", added: "results.put(1)",
            main: "if not results.empty(): me.par.x += results.get_nowait()"),
        Cure(
            line: "v = op('a = b').text", member: "text", added: "v = inputs.get()",
            main: "inputs.put(op('a = b').text)"),
        Cure(
            line: "print('text', op('a').text)", member: "text",
            added: "print('text', inputs.get())", main: "inputs.put(op('a').text)"),
        Cure(
            line: "if me.par.go and x != 2:", member: "par", added: "if inputs.get() and x != 2:",
            main: "inputs.put(me.par.go.eval())"),
        Cure(
            line: "now = absTime.frame", member: "frame", added: "now = inputs.get()",
            main: "inputs.put(absTime.frame)"),
        Cure(
            line: "print(self.ownerComp.fetch('k')[0].x)", member: "fetch",
            added: "print(self.inputs.get())",
            main: "self.inputs.put(self.ownerComp.fetch('k')[0].x)"),
    ]

    @Test(arguments: cures)
    func `a plain line is split between the thread and the main thread`(cure: Cure) {
        let access = Access(operatorPath: "/a", member: cure.member, kind: .call)

        let cured = HandOver(
            source: "\t\(cure.line)", columns: nil, access: access, rule: .operatorAccess
        ).suggestion

        #expect(cured.added == "\t\(cure.added)")
        #expect(cured.mainLine == cure.main)
    }

    @Test(arguments: [
        "x = op('t')", "c = op('t')[0, 0]", "for c in me.children:", "del op('t').storage['k']",
        "with op('t').undo() as u:", "op('t').appendRow(", "data)", "x = 'op(", "", "    ",
        "op('a')[0, 0].val = op('b')[0, 0].val", "'''op('t').x()", "# op('t').clear()",
    ])
    func `a line that is not plain gets advice without code`(source: String) {
        for member in ["op", "children", "storage", "undo", "appendRow", "x", "val"] {
            let access = Access(operatorPath: "/a", member: member, kind: .call)

            let cure = HandOver(
                source: source, columns: nil, access: access, rule: .operatorAccess
            ).suggestion

            if let added = cure.added {
                #expect(!added.contains("inputs.get()"), "\(source) \(member)")
            }
            #expect(!cure.title.isEmpty)
        }
    }

    @Test func `no mixture of signs breaks the reading of a line`() {
        let signs = Array("([{}])'\"\\#=.,x o\t🙂é+<>!:*")
        var random = SeededGenerator(seed: 7)
        for _ in 0..<20_000 {
            let length = Int.random(in: 0...24, using: &random)
            let source = String(
                (0..<length).map { _ in signs.randomElement(using: &random) ?? "x" })
            let start = Int.random(in: 0...24, using: &random)
            let columns = start..<(start + Int.random(in: 0...24, using: &random))
            let access = Access(operatorPath: "/a", member: "x", kind: .read)

            let cure = HandOver(
                source: source, columns: Bool.random(using: &random) ? columns : nil,
                access: access,
                rule: .operatorAccess
            ).suggestion

            #expect(!cure.title.isEmpty)
        }
    }
}
