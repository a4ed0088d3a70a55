"""The documented API in its compact form, and the tools that made it."""

import sys
from pathlib import Path

import pytest
from understudy_api import documentation

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tools"))

import make_catalog
import parameter_styles as styles
import seen_defaults as seen


def test_every_type_is_told_with_its_parameters():
    types = documentation.operator_types()

    assert len(types) == 656
    assert types["noiseTOP"].label == "Noise"
    assert {"type", "seed", "tx", "sz", "resolutionw", "format"} <= set(
        types["noiseTOP"].parameters
    )
    assert {"const", "const0name", "const0value"} <= set(types["constantCHOP"].parameters)
    assert {"fromrange1", "fromrange2"} <= set(types["mathCHOP"].parameters)
    assert {"length", "lengthunits", "cue", "cuepulse"} <= set(types["timerCHOP"].parameters)


def test_what_shares_a_row_and_what_the_lists_leave_out_is_told():
    types = documentation.operator_types()

    assert {"attr0name", "attr0customname", "attr0numcomps"} <= set(types["glslPOP"].parameters)
    assert {"resizecomp", "repocomp", "leftborder"} <= set(types["textCOMP"].parameters)
    assert {"sizeu", "sizev"} <= set(types["rectanglePOP"].parameters)
    assert {"mattr", "mattr0comps"} <= set(types["glslMAT"].parameters)
    assert "pt0posx" in types["linePOP"].parameters
    assert "pt1posx" not in types["linePOP"].parameters
    assert {"birthrate", "birthrateunit"} <= set(types["particlePOP"].parameters)


def test_what_stands_on_a_page_without_a_name_is_told():
    types = documentation.operator_types()

    assert {"orientbounds", "sizex", "divsz", "normals"} <= set(types["boxSOP"].parameters)
    assert {"midpointx", "displaceweighty", "format"} <= set(types["displaceTOP"].parameters)
    assert not types["mergeSOP"].parameters
    assert {"group", "inc", "leftuv1"} <= set(types["alignSOP"].parameters)
    assert {"offsetu", "group"} <= set(types["textureSOP"].parameters)


def test_further_pages_go_first_or_into_the_page_of_their_name():
    old = [{"type": "a", "pages": [{"name": "A", "pars": [1]}, {"name": "B", "pars": [2]}]}]
    new = [
        {"type": "a", "pages": [{"name": "B", "pars": [3]}, {"name": "C", "pars": [4]}]},
        {"type": "b", "pages": []},
    ]

    kinds = make_catalog.with_further(old, new)

    assert [kind["type"] for kind in kinds] == ["a", "b"]
    assert [(page["name"], page["pars"]) for page in kinds[0]["pages"]] == [
        ("C", [4]),
        ("A", [1]),
        ("B", [3, 2]),
    ]


def test_a_default_that_was_seen_may_change_a_guessed_style():
    assert seen.style_of("Float", value=True) == "Toggle"
    assert seen.style_of("Toggle", value=1.0) == "Float"
    assert seen.style_of("Float", value=2) == "Int"
    assert seen.style_of("Int", value="") == "Str"
    assert seen.style_of("Float", value="off") == "StrMenu"
    assert seen.style_of("COMP", value=".") == "COMP"
    assert seen.style_of("RGBA", value=1.0) == "RGBA"
    assert [seen.text_of(value) for value in (True, 0.5, 3, "a b")] == ["1", "0.5", "3", "a b"]


def test_defaults_that_were_seen_are_told_by_type_and_by_what_is_alike():
    catalog = make_catalog.Catalog()
    catalog.seen = {("a", "tx"): 2.0, ("panel", "w"): 400, ("a", "w"): 300}

    catalog.alike = ["a", "panel", "COMP"]

    assert catalog.told("t", "XYZW", ["x", "y"], "") == ("XYZW", "2.0 0")
    assert catalog.told("w", "Float", [], "") == ("Int", "300")
    assert catalog.told("h", "Float", [], "1") == ("Float", "1")
    catalog.alike = ["b", "panel", "COMP"]
    assert catalog.told("w", "Float", [], "") == ("Int", "400")


def test_no_parameter_is_told_twice():
    for kind in documentation.operator_types().values():
        assert len(kind.parameters) == len(set(kind.parameters)), kind.name


def test_members_are_told_with_access_and_type():
    members = documentation.classes()["OP"].members

    assert (members["path"].kind, members["path"].type) == ("read", "str")
    assert (members["name"].kind, members["cook"].kind) == ("write", "call")
    assert members["cook"].arguments == "force=False, recurse=False, includeUtility=False"


def test_lines_are_sorted_as_halving_needs_it():
    lines = (documentation.FOLDER / "operators.txt").read_bytes().splitlines()
    keys = [line.split(b"\t")[0] for line in lines]
    owners = [
        line.split(b"\t")[0]
        for line in (documentation.FOLDER / "classes.tsv").read_bytes().splitlines()
    ]

    assert keys == sorted(set(keys))
    assert owners == sorted(owners)


@pytest.mark.parametrize(
    ("name", "label", "style"),
    [
        ("resetpulse", "Reset Pulse", "Pulse"),
        ("callbacks", "Callbacks DAT", "DAT"),
        ("segdat", "Segments DAT", "DAT"),
        ("file", "File", "File"),
        ("folder", "Default Folder", "Folder"),
        ("camera", "Camera", "Object"),
        ("useport", "Use Custom Port", "Toggle"),
        ("rows", "Rows", "Int"),
        ("username", "User Name", "Str"),
        ("rough", "Roughness", "Float"),
        ("startunit", "Start Unit", "StrMenu"),
    ],
)
def test_a_style_is_derived_from_name_and_label(name, label, style):
    assert styles.style_of(name, label) == style


def test_a_group_is_told_from_a_menu():
    assert styles.suffixes_of("t", [["tx", "X"], ["ty", "Y"], ["tz", "Z"]]) == ["x", "y", "z"]
    assert styles.suffixes_of("fps", [["fps5", "5"], ["fps15", "15"]]) == []
    assert styles.suffixes_of("fromrange", []) == ["1", "2"]
    assert styles.suffixes_of("device", []) == []


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("tags=[], name=None", "tags=?, name=None"),
        ("pos : TDU.Position", "pos"),
        ("ipd : float, rightEye : bool=False", "ipd, rightEye=False"),
        ("*messages, terminator='x y'", "*messages, terminator='x y'"),
        ("TDU.Vector", "value"),
        ("key=lambda Block, reverse=False", "key=?, reverse=False"),
    ],
)
def test_signatures_are_written_as_the_host_reads_them(written, read):
    assert make_catalog.signature(written) == read


def test_menus_of_dats_take_entries_that_no_list_tells():
    assert styles.menu_style("language", "Language") == "StrMenu"
    assert styles.menu_style("extension", "Edit/View Extension") == "StrMenu"
    assert styles.menu_style("wordwrap", "Word Wrap") == "Menu"
