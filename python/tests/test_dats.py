"""What the cooks of DATs and the DAT Execute DAT do beyond their operators."""

from types import SimpleNamespace

import pytest
from understudy_dats import _jsonpath, padded, transposed
from understudy_dats.substitute import _regular
from understudy_watches import datexecute

ZOO = {"animals": [{"name": "fox", "age": 4, "tags": ["red"]}, {"name": "owl", "age": 9}], "n": 2}


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("$", [ZOO]),
        ("$.n", [2]),
        ("n", [2]),
        ("$.animals[0].name", ["fox"]),
        ("$.animals[-1].name", ["owl"]),
        ("$.animals[0,1].age", [4, 9]),
        ("$.animals[0:1].name", ["fox"]),
        ("$.animals[*].name", ["fox", "owl"]),
        ("$.animals.*.name", ["fox", "owl"]),
        ("$['animals'][0]['name','age']", ["fox", 4]),
        ("$..name", ["fox", "owl"]),
        ("$..tags[0]", ["red"]),
        ("$.animals[?(@.tags)].name", ["fox"]),
        ("$.animals[?(@.age >= 9)].name", ["owl"]),
        ("$.animals[?(@.name == 'fox')].age", [4]),
        ("$.animals[?@.name != 'fox'].age", [9]),
        ("$.animals[?(@.name > 3)].age", []),
        ("$.nothing[3].at.all", []),
        ("$.n[0]", []),
    ],
)
def test_a_json_path_finds(path, found):
    assert _jsonpath.find(path, ZOO) == found


@pytest.mark.parametrize("path", ["$[", "$.animals[?(%)]", "$ x"])
def test_a_json_path_that_cannot_be_read_is_told(path):
    with pytest.raises(ValueError, match="JSONPath"):
        _jsonpath.find(path, ZOO)


def test_tables_are_filled_and_turned():
    assert padded([["a"], [], ["b", "c"]]) == [["a", ""], ["", ""], ["b", "c"]]
    assert transposed([["a", "b"], ["c", "d"]]) == [["a", "c"], ["b", "d"]]
    assert padded([]) == transposed([]) == []


def test_a_pattern_becomes_a_regular_expression():
    assert _regular("a*b?[xy]") == "a.*b.[xy]"
    assert _regular(r"\*(") == r"\*\("
    assert _regular("[x") == r"\[x"


class Table:
    name = path = "table"
    isTable, isText = True, False

    def __getitem__(self, place):
        return SimpleNamespace(row=place[0], col=place[1])


def test_differences_name_rows_columns_and_cells():
    before = [["name", "age"], ["fox", "4"], ["owl", "9"]]
    after = [["name", "age", "size"], ["fox", "5", ""], ["cat", "9", ""]]

    info = datexecute.differences(Table(), before, after)

    assert info.rowsChanged == [0, 1, 2] and info.colsChanged == [0, 1, 2]
    assert info.rowsAdded == [2] and info.rowsRemoved == [2]
    assert info.colsAdded == [2] and info.colsRemoved == []
    places = [(cell.row, cell.col) for cell in info.cellsChanged]
    assert places == [(0, 2), (1, 1), (1, 2), (2, 0), (2, 2)]
    assert info.sizeChanged


def test_the_previous_dat_answers_as_the_dat_did():
    previous = datexecute.PreviousDAT(Table(), [["a", "b"], ["c", "d"]])

    assert (previous.numRows, previous.numCols) == (2, 2) and previous.text == "a\tb\nc\td"
    assert previous[1, 0] == "c" and previous[2, 0] is None and previous[-1, -1] == "d"
    assert previous.row(0) == ["a", "b"] and previous.col(1) == ["b", "d"]
    assert previous.row(5) is None and previous.col(5) is None
    assert previous.rows() == [["a", "b"], ["c", "d"]] and previous.cols()[0] == ["a", "c"]
