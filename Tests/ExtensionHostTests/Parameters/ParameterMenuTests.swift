import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct ParameterMenuTests {
    @Test func `a menu takes names and numbers, and its first entry for what it lacks`() throws {
        let host = try RunningHost()

        try host.check(
            """
            page = parent().appendCustomPage('P')
            menu = page.appendMenu('Kind')[0]
            assert menu.menuNames == [] and menu.menuIndex is None and menu.eval() == ''
            menu.menuNames, menu.menuLabels = ['red', 'blue'], ['Red', 'Blue']
            assert menu.eval() == 'red' and menu.menuIndex == 0 and menu.default == 'red' and menu.isDefault
            menu.val = 1
            assert menu == 'blue' and menu.menuIndex == 1
            menu.menuIndex = 0
            assert menu == 'red'
            menu.val = 'green'
            assert menu == 'red'
            raises(ValueError, '', assign(menu, 'val', 7))
            raises(td.tdError, '', assign(menu, 'menuIndex', 7))
            menu.val = 'blue'
            menu.menuNames = ['a', 'b', 'c']
            assert menu.eval() == 'b' or menu.eval() == 'a'
            assert menu.menuLabels == ['Red', 'Blue']
            number = page.appendFloat('X')[0]
            assert number.menuNames is None and number.menuLabels is None and number.menuIndex is None
            raises(td.tdError, 'X is no menu', assign(number, 'menuIndex', 0))
            """)
    }

    @Test func `menuSource brings the entries of another menu, a list or a table`() throws {
        let host = try RunningHost()

        try host.check(
            """
            table = parent().create(tableDAT, 'rows')
            table.text = 'name\\tlabel\\none\\tOne\\ntwo\\tTwo'
            page = parent().appendCustomPage('P')
            for name in ('Kind', 'Like', 'Listed', 'Tabled'):
                page.appendMenu(name)
            open_menu = page.appendStrMenu('Free')[0]
            p = parent().par
            p.Kind.menuNames = ['red', 'blue']
            p.Like.menuSource = 'me.par.Kind'
            p.Listed.menuSource = "tdu.ParMenu(['x', 'y'], ['X', 'Y'])"
            p.Tabled.menuSource = "tdu.TableMenu(op('./rows'), labelCol=1)"
            assert p.Like.menuNames == ['red', 'blue'] and p.Like.menuLabels == ['red', 'blue']
            assert p.Listed.menuLabels == ['X', 'Y'] and p.Tabled.menuNames == ['one', 'two']
            assert p.Tabled.menuLabels == ['One', 'Two']
            p.Tabled = 1
            assert p.Tabled == 'two' and p.Tabled.menuIndex == 1
            p.Like.menuIndex = 1
            assert p.Like.eval() == 'blue'
            open_menu.menuNames = ['a']
            open_menu.val = 'anything'
            assert open_menu == 'anything' and open_menu.menuIndex is None and open_menu.isMenu
            p.Like.menuSource = '1 / 0'
            raises(ZeroDivisionError, '', lambda: p.Like.menuNames)
            """)
    }
}
