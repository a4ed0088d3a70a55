"""What TDFunctions and TDJSON do without an operator; the rest is tested inside the host."""

import pytest
import TDFunctions
import TDJSON
import tdu
from TDStoreTools import DependDict


def test_a_property_stands_on_the_class_and_its_value_on_the_object():
    class Ext:
        def __init__(self):
            TDFunctions.createProperty(self, "Speed", value=2)

    one, two = Ext(), Ext()
    one.Speed = 5

    assert (one.Speed, two.Speed) == (5, 2) and isinstance(one._Speed, tdu.Dependency)
    assert isinstance(vars(Ext)["Speed"], property)


def test_a_property_can_be_read_only_plain_or_deep():
    class Ext:
        pass

    ext = Ext()
    TDFunctions.createProperty(ext, "Fixed", 1, readOnly=True)
    TDFunctions.createProperty(ext, "Plain", [1], attributeName="plain", dependable=False)
    TDFunctions.createProperty(ext, "Deep", {"a": [1]}, dependable="deep")

    with pytest.raises(AttributeError):
        ext.Fixed = 2
    ext._Fixed.val = 2
    assert ext.Fixed == 2 and ext.plain == [1] and ext.Plain is ext.plain
    told = []
    ext._Deep.callbacks = [told.append]
    ext.Deep["b"] = 1
    ext.Deep = {"c": 1}
    ext.Deep["d"] = 2
    assert ext.Deep == {"c": 1, "d": 2} and len(told) == 3


def test_deep_dependable_takes_anything():
    assert isinstance(TDFunctions.makeDeepDependable({"a": 1}), DependDict)
    assert TDFunctions.makeDeepDependable(3).val == 3
    dependency = tdu.Dependency(1)
    assert TDFunctions.makeDeepDependable(dependency) is dependency


@pytest.mark.parametrize(
    ("text", "options", "expected"),
    [
        ("box", {}, "box1"),
        ("box", {"min": 5}, "box5"),
        ("box9", {}, "box10"),
        ("a1b2c", {}, "a1b3c"),
        ("a1b", {"suffixOnly": True}, "a1b1"),
        ("", {}, "1"),
    ],
)
def test_digits_of_a_text_count_up(text, options, expected):
    assert TDFunctions.incrementStringDigits(text, **options) == expected


def test_lists_and_patterns_in_texts():
    assert TDFunctions.parStringToIntList("1 2  30") == [1, 2, 30]
    assert TDFunctions.listToParString([1, "a", 2.5]) == "1 a 2.5"
    names = ["tx", "ty", "rx", "scale"]
    assert TDFunctions.multiMatch("t* *x", names) == ["tx", "ty", "rx"]
    assert TDFunctions.multiMatch("* -t*", names) == ["rx", "scale"]
    assert TDFunctions.multiMatch("* -t*", names, useMinus=False) == names
    assert TDFunctions.multiMatch("T*", names, caseSensitive=False) == ["tx", "ty"]
    assert TDFunctions.clamp(5, 0, 1) == 1


def test_a_text_is_formatted_as_an_f_string():
    assert TDFunctions.formatString("{num} red balloons", {"num": 99}) == "99 red balloons"
    text = """it's {d["a"]:03} "{d['b']}" C:\\new"""
    said = TDFunctions.formatString(text, {"d": {"a": 7, "b": 1}})
    assert said == """it's 007 "1" C:\\new"""
    with pytest.raises(NameError):
        TDFunctions.formatString("{nobody}")


def test_json_texts():
    assert TDJSON.jsonToText({"a": [1]}) == '{\n\t"a": [\n\t\t1\n\t]\n}'
    assert TDJSON.jsonToText({"a": 1}, indent=None) == '{"a": 1}'
    assert list(TDJSON.textToJSON('{"b": 1, "a": 2}')) == ["b", "a"]
    assert type(TDJSON.textToJSON("{}", orderedDict=False)) is dict
    assert TDJSON.textToJSON("{") is None
    with pytest.raises(ValueError):
        TDJSON.textToJSON("{", showErrors=True)
