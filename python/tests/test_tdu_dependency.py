"""A Dependency stands for its value, tells of changes, and is guarded at every access."""

import math

import pytest
import tdu


@pytest.fixture
def heard(monkeypatch):
    accesses = []
    monkeypatch.setattr(tdu, "_guard", lambda *access: accesses.append(access))
    return accesses


def test_it_stands_for_its_value():
    five = tdu.Dependency(5)

    assert five + 1 == 6 and 1 + five == 6 and five * five == 25
    assert 12 - five == 7 and five / 2 == 2.5 and 7 // five == 1 and 7 % five == 2
    assert five**2 == 25 and 2**five == 32 and divmod(five, 2) == (2, 1)
    assert five == 5 and five != 6 and five < 6 and five > 4 and five >= five
    assert -five == -5 and +five == 5 and abs(tdu.Dependency(-2)) == 2 and ~five == -6
    assert five & 1 == 1 and 2 | five == 7 and five ^ 1 == 4 and five << 1 == 10
    assert int(five) == 5 and float(five) == 5.0 and complex(five) == 5
    assert str(five) == "5" and f"{five:03}" == "005" and repr(five) == "tdu.Dependency(5)"
    assert [10, 20, 30, 40, 50, 60][five] == 60
    assert round(tdu.Dependency(1.26), 1) == 1.3 and math.floor(tdu.Dependency(1.5)) == 1
    assert not tdu.Dependency(0) and tdu.Dependency([0])


def test_it_stands_for_a_collection():
    words = tdu.Dependency(["a", "d"])
    ages = tdu.Dependency({"fred": 33})

    assert words[1] == "d" and len(words) == 2 and list(words) == ["a", "d"] and "a" in words
    assert ages["fred"] == 33
    assert words + ["x"] == ["a", "d", "x"]  # noqa: RUF005
    assert tdu.Dependency(len)([1, 2]) == 2


def test_the_usual_errors_come_through():
    with pytest.raises(TypeError):
        _ = tdu.Dependency(5) + "a"
    with pytest.raises(KeyError):
        _ = tdu.Dependency({})["x"]


def test_setting_tells_the_callbacks():
    told = []
    dependency = tdu.Dependency(1)
    dependency.callbacks = [told.append]

    dependency.val = 2
    dependency.setVal(3, setInfo="why")
    dependency.modified()

    one = {"dependency": dependency, "callback": told.append}
    assert told == [
        {**one, "prevVal": 1},
        {**one, "prevVal": 2, "setInfo": "why"},
        {**one, "prevVal": None},
    ]
    assert dependency.val == 3


def test_the_list_of_callbacks_has_to_be_assigned_again():
    dependency = tdu.Dependency(1)

    dependency.callbacks.append(print)
    assert dependency.callbacks == []

    dependency.callbacks = [print]
    assert dependency.callbacks == [print]


def test_one_dependency_is_one_key():
    first, second = tdu.Dependency(1), tdu.Dependency(1)

    assert first == second
    assert len({first: "a", second: "b"}) == 2


def test_the_observer_hears_what_reads_and_changes_but_not_a_peek(monkeypatch):
    seen = []
    dependency = tdu.Dependency(1)
    monkeypatch.setattr(
        tdu, "_observe", lambda which, kind: seen.append((which is dependency, kind))
    )

    _ = dependency.peekVal
    _ = dependency.val
    _ = dependency + 1
    dependency.val = 2
    dependency.modified()

    assert seen == [(True, "read"), (True, "read"), (True, "write"), (True, "write")]


@pytest.mark.parametrize(
    ("access", "expected"),
    [
        (lambda d: d.val, ("val", "read")),
        (lambda d: d.peekVal, ("peekVal", "read")),
        (lambda d: d.ops, ("ops", "read")),
        (lambda d: d.listAttributes, ("listAttributes", "read")),
        (lambda d: d.callbacks, ("callbacks", "read")),
        (lambda d: setattr(d, "callbacks", []), ("callbacks", "write")),
        (lambda d: setattr(d, "val", 1), ("val", "write")),
        (lambda d: d.setVal(1), ("setVal", "write")),
        (lambda d: d.modified(), ("modified", "write")),
    ],
)
def test_the_guard_hears_of_every_member(heard, access, expected):
    access(tdu.Dependency(5))

    assert heard[0] == expected


def test_the_guard_hears_of_every_way_to_stand_in(heard):
    plain = {"__class__", "__delattr__", "__dir__", "__getattribute__", "__getstate__", "__hash__"}
    plain |= {"__init__", "__init_subclass__", "__new__", "__reduce__", "__reduce_ex__"}
    plain |= {"__setattr__", "__sizeof__", "__subclasshook__", "__doc__", "__module__"}
    plain |= {"__slots__", "__weakref__", "__annotations__", "__firstlineno__"}
    plain |= {"__static_attributes__"}
    names = [n for n in dir(tdu.Dependency) if n.startswith("__") and n not in plain]
    assert len(names) > 50

    for name in names:
        heard.clear()
        for arguments in ((), (1,), ("",)):
            try:
                getattr(tdu.Dependency(5), name)(*arguments)
            except TypeError:
                continue
        assert ("val", "read") in heard, name


def test_a_guard_that_refuses_stops_the_access(monkeypatch):
    dependency = tdu.Dependency(1)

    def refuse(member, kind):
        raise RuntimeError(f"THREAD CONFLICT {member} {kind}")

    monkeypatch.setattr(tdu, "_guard", refuse)
    with pytest.raises(RuntimeError, match="val write"):
        dependency.val = 2
    monkeypatch.setattr(tdu, "_guard", None)

    assert dependency.val == 1
