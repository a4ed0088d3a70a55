import OperatorNetwork
import TestSupport
import Testing

@MainActor @Suite(.serialized)
struct PageTypeTests {
    @Test func `the current page is the first one until another one is chosen`() throws {
        let host = try RunningHost()

        try host.check(
            """
            b = parent().create('baseCOMP')
            first = b.currentPage.name
            assert first == b.pages[0].name
            custom = b.appendCustomPage('Own')
            b.currentPage = custom
            assert b.currentPage.name == 'Own'
            b.currentPage = first
            assert b.currentPage == b.pages[0]
            raises(tdError, f"{b} has no page 'None at all'.", assign(b, 'currentPage', 'None at all'))
            b.currentPage = 'Own'
            custom.destroy()
            assert b.currentPage.name == first
            """)
    }

    @Test func `a page is a list of its parameters`() throws {
        let host = try RunningHost()

        try host.check(
            """
            page = parent().appendCustomPage('Show')
            page.appendFloat('A'); page.appendXY('B'); page.appendInt('C')
            assert len(page) == 4 and page[1].name == 'Bx' and [q.name for q in page] == ['A', 'Bx', 'By', 'C']
            assert [g.name for g in page.parGroups] == ['A', 'B', 'C'] and page.pars[0].isSamePar(page[0])
            assert page.isCustom and page.index == 0 and page.owner is parent() and page.name == 'Show'
            assert parent().customPages == [page] and parent().par.A.page == page != parent().pages[0]
            assert parent().pages[0].name == 'Extensions' and not parent().pages[0].isCustom
            assert 'ext0object' in [q.name for q in parent().pages[0].pars]
            assert parent().par.ext0name.page == parent().pages[0]
            page.sort('C', page.parGroups[1])
            assert [q.name for q in page] == ['C', 'Bx', 'By', 'A']
            raises(td.tdError, "The page Show has no parameter 'Z'", lambda: page.sort('Z'))
            page.name = 'Stage'
            assert parent().par.A.page.name == 'Stage'
            other = parent().appendCustomPage('Other')
            raises(td.tdError, '', assign(other, 'name', 'Stage'))
            parent().sortCustomPages('Other', 'Stage')
            assert [q.name for q in parent().customPages] == ['Other', 'Stage'] and page.index == 1
            raises(td.tdError, '', lambda: parent().sortCustomPages('None'))
            assert parent().customPages['Stage'] == page == parent().customPages[-1]
            assert parent().pages['Extensions'] == parent().pages[0] and parent().customPages[:1] == [other]
            names = "the pages are: 'Other', 'Stage'"
            assert names in str(raises(KeyError, '"There is no page', lambda: parent().customPages['None']))
            parent().par.A.page = 'Other'
            assert [q.name for q in other] == ['A']
            page[0].val = 3
            assert page.resetPars() and page[0] == 0 and not page.resetPars()
            page.destroy()
            raises(td.tdError, 'Invalid Page object', lambda: page.name)
            assert parent().par['C'] is None and parent().destroyCustomPars() == 1
            assert parent().customPages == [] and parent().customPars == []
            """)
    }

    @Test func `built-in pages can't be changed`() throws {
        let host = try RunningHost()

        try host.check(
            """
            page = parent().pages[0]
            for change in (page.destroy, page.sort, lambda: page.appendFloat('A'), assign(page, 'name', 'x')):
                raises(td.tdError, 'The page Extensions is built in', change)
            raises(td.tdError, '', lambda: parent().appendCustomPage(''))
            raises(TypeError, '', lambda: parent().appendCustomPage('P').appendFloat('A', sise=2))
            """)
    }

    @Test(arguments: ParameterStyle.allCases.filter { $0 != .sequence })
    func `every style is appended, reported in its normal form and given a value`(
        style: ParameterStyle
    ) throws {
        let host = try RunningHost()

        try host.check(
            """
            page = parent().appendCustomPage('P')
            group = page.append\(style.rawValue)('Value', label='The value', order=3, replace=True)
            par = group[0]
            assert par.style == '\(style.normalised.rawValue)' and par.label == 'The value' and par.order == 3
            assert par.isDefault and par.isCustom and par.page == page and group.valid
            assert par.name == 'Value' + (group.suffixes[0] if len(group) > 1 else '')
            before = par.eval()
            par.val = par.eval()
            assert par.eval() == before or par.isOP
            raises(td.tdError, '', lambda: page.append\(style.rawValue)('Value', replace=False))
            name = par.name
            assert page.append\(style.rawValue)('Value')[0].isSamePar(parent().par[name]) and not par.valid
            """)
    }
}
