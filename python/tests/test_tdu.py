"""tdu's plain functions, files, menus and debug do what TouchDesigner documents."""

import subprocess
import sys
from pathlib import Path

import pytest
import tdu


def test_importing_tdu_loads_nothing_else():
    lib = Path(tdu.__file__).parent.parent
    code = (
        f"import sys; sys.path.insert(0, {str(lib)!r}); before = set(sys.modules); import tdu\n"
        "print(sorted(set(sys.modules) - before)); tdu.clamp\n"
        "print(sorted(set(sys.modules) - before))"
    )

    out = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True)

    first, second = out.stdout.splitlines()
    assert first == "['__future__', 'tdu']"
    assert "tdu._numbers" in second and "tdu._matrix" not in second


def test_every_listed_name_is_there_and_no_other():
    for name in dir(tdu):
        assert getattr(tdu, name) is getattr(tdu, name)
    with pytest.raises(AttributeError, match="TouchDesigner has it, Understudy does not"):
        _ = tdu.Camera
    with pytest.raises(AttributeError, match=r"^module 'tdu' has no attribute 'nothing'$"):
        _ = tdu.nothing


def test_rand_is_the_same_for_the_same_seed_and_spreads_evenly():
    values = [tdu.rand(seed) for seed in range(1000)]

    assert values == [tdu.rand(seed) for seed in range(1000)]
    assert all(0 <= value < 1 for value in values)
    assert len(set(values)) == 1000
    assert 0.45 < sum(values) / 1000 < 0.55


def test_rand_takes_numbers_by_value_and_the_rest_by_text():
    class Operator:
        def __str__(self):
            return "/project1/text1"

    class Channel:
        def __float__(self):
            return 5.0

    assert tdu.rand(5) == tdu.rand(5.0) == tdu.rand(Channel())
    assert tdu.rand(0.0) == tdu.rand(-0.0)
    assert tdu.rand(Operator()) == tdu.rand("/project1/text1") != tdu.rand("/project1/text2")
    assert tdu.rand("5") != tdu.rand(5)
    for seed in (10**400, float("nan"), None, "\ud800", ()):
        assert 0 <= tdu.rand(seed) < 1


def test_clamp_and_remap():
    assert [tdu.clamp(v, 0, 6) for v in (-1, 3.5, 7.35)] == [0, 3.5, 6]
    assert tdu.clamp("c", "a", "b") == "b"
    assert tdu.remap(0.75, 0, 1, -180, 180) == 90
    assert tdu.remap(2, 0, 1, 0, 10) == 20
    assert tdu.remap(2, 1, 1, 4, 5) == 4


@pytest.mark.parametrize(
    ("name", "base", "digits"),
    [
        ("arm123", "arm", 123),
        ("arm123/leg456", "leg", 456),
        ("arm123/leg", "leg", None),
        ("arm123/456leg", "", 456),
        ("a1b22c", "a", 22),
        ("", "", None),
    ],
)
def test_base_and_digits(name, base, digits):
    assert (tdu.base(name), tdu.digits(name)) == (base, digits)


def test_valid_names_and_paths():
    assert tdu.validName("a#bc def") == "a_bc_def"
    assert tdu.validName("text-dat$%JSON?") == "text_dat__JSON_"
    assert tdu.validName("a/b") == "a_b"
    assert tdu.legalName("a b") == "a_b"
    assert tdu.validPath("/a#bc d/ef") == "/a_bc_d/ef"
    assert tdu.validName("é") == "_"


def test_split_keeps_quoted_words_together_and_reads_literals():
    text = '1 2.3 None fred "one \'2\'" "[1,2]"'

    assert tdu.split(text) == ["1", "2.3", "None", "fred", "one '2'", "[1,2]"]
    assert tdu.split(text, True) == [1, 2.3, None, "fred", "one '2'", [1, 2]]
    assert tdu.split("  ") == []
    assert tdu.split(5) == ["5"]
    assert tdu.split("'' \"open", eval=True) == ["", "open"]
    assert tdu.split("it's", eval=True) == ["it's"]


def test_try_except_asks_the_second_only_when_needed():
    assert tdu.tryExcept(lambda: 1 / 2, 0) == 0.5
    assert tdu.tryExcept(lambda: 1 / 0, 0.25) == 0.25
    assert tdu.tryExcept(lambda: 1 / 0, lambda: "made") == "made"


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("A[1-3] B[xyz]", "A1 A2 A3 Bx By Bz"),
        ("[tr][xyz]", "tx ty tz rx ry rz"),
        ("c[1-9:2]", "c1 c3 c5 c7 c9"),
        ("c[8-11]d", "c8d c9d c10d c11d"),
        ("plain [open", "plain [open"),
        ("", ""),
    ],
)
def test_expand_spells_a_pattern_out(pattern, names):
    assert tdu.expand(pattern) == names.split()


def test_expand_refuses_what_would_never_end():
    with pytest.raises(ValueError, match="make its ranges smaller"):
        tdu.expand("[1-1000][1-1000][1-1000]")
    with pytest.raises(ValueError, match="make its ranges smaller"):
        tdu.expand("x[1-999999999999999]")


@pytest.mark.parametrize(
    ("pattern", "matching"),
    [
        ("foo*", "foo foobar"),
        ("ba?", "bar baz"),
        ("ba[rx]", "bar"),
        ("chan[1-12]", "chan2 chan12"),
        ("chan[2,4]", "chan2"),
        ("chan[2-20:5]", "chan2 chan12"),
        ("[1-3]*", "12a"),
        ("*[1-9]?", "chan12 12a"),
        ("foo bar", "foo bar"),
        ("* ^*a* ^chan*", "foo"),
        ("* ^*a* bar", "foo bar"),
        ("^*a*", "foo"),
        ("FOO", ""),
        ("", ""),
    ],
)
def test_match_chooses_from_a_list(pattern, matching):
    names = ["foo", "foobar", "bar", "baz", "chan2", "chan12", "12a"]

    assert tdu.match(pattern, names) == matching.split()


def test_match_can_ignore_case_and_keeps_what_it_was_given():
    assert tdu.match("FOO* 7", ["Foo1", 7, "x"], caseSensitive=False) == ["Foo1", 7]


def test_match_is_quick_on_a_pattern_of_many_stars():
    assert tdu.match("*a" * 200 + "b", ["a" * 3000]) == []


def test_menus():
    class Cell:
        def __init__(self, val):
            self.val = val

    class Table:
        def col(self, which):
            columns = {0: ["n", "a", "b"], "label": ["label", "A", "B"]}
            cells = columns.get(which)
            return None if cells is None else [Cell(text) for text in cells]

    plain = tdu.ParMenu(["a", 1])
    table = tdu.TableMenu(Table(), labelCol="label")
    whole = tdu.TableMenu(Table(), includeFirstRow=True)

    assert (plain.menuNames, plain.menuLabels) == (["a", "1"], ["a", "1"])
    assert (table.menuNames, table.menuLabels) == (["a", "b"], ["A", "B"])
    assert whole.menuLabels == ["n", "a", "b"]
    with pytest.raises(ValueError, match="'missing'"):
        tdu.TableMenu(Table(), nameCol="missing")


def test_a_file_info_is_a_string_that_knows_its_parts(tmp_path):
    path = tmp_path / "clip.MOV"
    path.write_text("")

    info = tdu.FileInfo(str(path))

    assert info == str(path) and isinstance(info, str)
    assert (info.ext, info.baseName, info.fileType) == (".MOV", "clip.MOV", "movie")
    assert (info.exists, info.isFile, info.isDir) == (True, True, False)
    assert info.dir == str(tmp_path) and info.dir.isDir
    assert info.absPath == info.path == str(path)
    assert tdu.FileInfo("none").fileType is None and not tdu.FileInfo("none").exists


def test_paths_are_expanded_and_collapsed(monkeypatch):
    monkeypatch.setattr(tdu, "_paths", {"movies": "/data/movies"})
    monkeypatch.setattr(tdu, "_folder", "/project")

    assert tdu.expandPath("movies:/a.mov") == "/data/movies/a.mov"
    assert tdu.expandPath("a/b.txt") == "/project/a/b.txt"
    assert tdu.collapsePath("/data/movies/a.mov") == "movies:/a.mov"
    assert tdu.collapsePath("/project/a.mov") == "a.mov"
    assert tdu.collapsePath("/else/a.mov", asExpression=True) == "'/else/a.mov'"
    assert tdu.FileInfo("x.toe").absPath == "/project/x.toe"


def test_point_clouds_are_known_by_ending_or_by_the_channels_of_an_exr(tmp_path):
    cloud = tmp_path / "a.exr"
    cloud.write_bytes(b"v/1\x01channels\0X\0Y\0Z\0")
    picture = tmp_path / "b.exr"
    picture.write_bytes(b"v/1\x01channels\0R\0G\0B\0")

    assert tdu.isPointCloudFile("a.ply")
    assert tdu.isPointCloudFile(cloud)
    assert not tdu.isPointCloudFile(picture)
    assert not tdu.isPointCloudFile("missing.exr")


@pytest.fixture
def debug():
    kept = dict(vars(tdu.debug.style))
    yield tdu.debug
    vars(tdu.debug.style).update(kept)


def call_from_a_dat(debug, text):
    namespace = {"debug": debug}
    exec(compile(f"def onStart():\n  return {text}\n", "/project1/text1", "exec"), namespace)
    return namespace["onStart"]()


def test_debug_names_dat_function_and_line(debug):
    assert call_from_a_dat(debug, "debug.debugs('a', 1)") == (
        "a 1 \n  (Debug - DAT:/project1/text1 fn:onStart line:2)"
    )
    assert call_from_a_dat(debug, "debug.info('x')") == ["/project1/text1", "onStart", 2, "x"]
    assert call_from_a_dat(debug, "debug.info(stackOffset=10**6)")[1] == "onStart"


def test_debug_style_changes_the_words(debug):
    debug.setStyle(showDAT=False, showLineNo=False, printStyle="repr")
    short = call_from_a_dat(debug, "debug.debugs('a')")
    debug.setStyle(formatOverride="{0}|{1}|{2}", printStyle="pprint_sorted")
    own = call_from_a_dat(debug, "debug.debugs({'b': 1, 'a': 2})")
    debug.setStyle(functionOverride=lambda *args: f"mine {args}")
    function = debug.debugs(1)
    debug.setStyle(suppress=True)

    assert short == "'a' \n  (Debug - fn:onStart)"
    assert own == "{'a': 2, 'b': 1} \n/project1/text1|onStart|2"
    assert function == "mine (1,)"
    assert debug.debugs("x") == ""
    with pytest.raises(TypeError, match="no style 'colour'"):
        debug.setStyle(colour=1)
    with pytest.raises(ValueError, match="printStyle"):
        debug.setStyle(printStyle="loud")
