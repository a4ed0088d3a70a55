import Foundation
import Testing

/// Every operator type in one network: made, changed, copied, saved, loaded and destroyed.
@Suite struct AllTypesTests {
    @Test func `all 656 types are made, listed, copied, saved, loaded and destroyed`() async throws
    {
        let scratch = try Scratch()
        let file = try scratch.add("all.py", Self.script)

        let run = try await ProgramRun.understudy(
            [file.path, "--frames", "1"], in: scratch.folder, limit: 120)

        #expect(run.exitCode == 0)
        #expect(run.output.contains("656 types, 0 faults\n"), "\(run.text)")
    }

    /// The numbers in expression mode are not changed as well, since a file holds the expression only;
    /// where a COMP's file lies is the business of whoever keeps it, and is never saved.
    private static let script = #"""
        def values(node):
            'What every parameter holds, comparable from one network to the next.'
            return {p.name: (p.mode, p.label, p.page.name, p.expr, str(p.val))
                    for p in node.pars() if p.name != 'externaltox'}

        def change(node):
            'Gives the first parameter of each style another value, and the last number an expression.'
            numbers, seen = [par for par in node.pars() if par.isFloat], set()
            if len(numbers) > 1:
                numbers[-1].expr = 'me.digits or 3'
            for par in node.pars():
                if par.style in seen or par.readOnly or par.mode == ParMode.EXPRESSION:
                    continue
                seen.add(par.style)
                if par.isMenu and par.menuNames:
                    par.val = par.menuNames[-1]
                elif par.isToggle:
                    par.val = not par.val
                elif par.isNumber:
                    par.val = par.val + 1
                elif par.isString:
                    par.val = 'äö "x": #1'

        def made(kind, place, faults):
            node = place.create(kind, kind.__name__, initialize=False)
            if type(node) is not kind or node.OPType != kind.__name__:
                faults.append(f'{kind.__name__} is made as {type(node)}')
            for par in node.pars():
                par.eval(), par.default, par.menuLabels, par.min, par.help
                if par.style == '' or par.label == '' and par.name != 'label':
                    faults.append(f'{par.name} of {kind.__name__} has no style or no label')
            if len({par.name for par in node.pars()}) != len(node.pars()):
                faults.append(f'{kind.__name__} has a parameter twice')
            change(node)
            return values(node)

        def onStart():
            kinds, faults = [kind for family in families.values() for kind in family], []
            place = op('/').create(baseCOMP, 'place')
            wanted = {kind: made(kind, place, faults) for kind in kinds}
            copied, loaded = op('/').copy(place), op('/').loadTox(place.save('all.tdn'))
            for kind, held in wanted.items():
                for where in (place, copied, loaded):
                    found = where.op(kind.__name__)
                    if type(found) is not kind:
                        faults.append(f'{kind.__name__} is {found!r} in {where}')
                    elif values(found) != held:
                        faults.append(f'{found}: {sorted(set(values(found).items()) ^ set(held.items()))}')
            for kind in kinds:
                for where in (place, copied, loaded):
                    doomed = where.op(kind.__name__)
                    doomed and doomed.destroy()
                    if doomed and doomed.valid or where.op(kind.__name__) is not None:
                        faults.append(f'{kind.__name__} is still in {where}')
            print('\n'.join(faults))
            print(len(kinds), 'types,', len(faults), 'faults')
        """#
}
