"""Collections that tell of changes, and the storage of extensions."""

import copy
import pickle

import pytest
import tdu
from TDStoreTools import DependDict, DependList, DependSet, StorageManager


class Comp:
    """What StorageManager asks of a COMP."""

    def __init__(self):
        self.storage = {}

    def store(self, key, value):
        self.storage[key] = value
        return value


class Ext:
    def __init__(self, comp, items, **options):
        self.stored = StorageManager(self, comp, items, **options)


@pytest.fixture
def accesses(monkeypatch):
    """What reads and writes of Dependencies the cooking hears of."""
    heard = []
    # By identity: comparing Dependencies would read them.
    monkeypatch.setattr(tdu, "_observe", lambda it, kind: heard.append((id(it), kind)))
    return heard


def test_a_dict_behaves_as_one():
    ages = DependDict({"ann": 30}, bob=4)

    assert ages["ann"] == 30 and ages.get("x", 1) == 1 and len(ages) == 2 and "bob" in ages
    assert ages == {"ann": 30, "bob": 4} and list(ages) == ["ann", "bob"]
    assert repr(ages) == "DependDict({'ann': 30, 'bob': 4})" and str(ages) == str(ages.getRaw())
    assert (
        ages.pop("bob") == 4
        and ages.setdefault("cy", 7) == 7
        and ages | {"d": 1}
        == {
            "ann": 30,
            "cy": 7,
            "d": 1,
        }
    )
    with pytest.raises(KeyError):
        ages["bob"]


def test_a_list_behaves_as_one():
    words = DependList(["b", "c", "a"])

    words.append("d")
    words.insert(0, "z")
    words.remove("c")
    words.sort()
    words += ["q"]
    words[0] = "A"

    assert words == ["A", "b", "d", "z", "q"] and words[1:3] == ["b", "d"] and words[-1] == "q"
    assert words + ["x"] == ["A", "b", "d", "z", "q", "x"] and ["x"] + words[:1] == ["x", "A"]  # noqa: RUF005
    words[1:3] = ["n"]
    del words[0]
    assert words.getRaw() == ["n", "z", "q"] and words.index("z") == 1 and len(words) == 3
    with pytest.raises(IndexError):
        words[9]


def test_a_set_behaves_as_one():
    tags = DependSet({1, 2})

    tags.add(3)
    tags.discard(1)
    tags.update([5])

    assert tags == {2, 3, 5} and 3 in tags and tags | {9} == {2, 3, 5, 9} and tags - {2} == {3, 5}
    assert tags.issubset({2, 3, 5, 7}) and {2} <= tags and tags.union([1]) == {1, 2, 3, 5}


def test_collections_inside_tell_too():
    tree = DependDict({"list": [1, {"deep": {2}}]})

    assert isinstance(tree["list"], DependList) and isinstance(tree["list"][1], DependDict)
    assert isinstance(tree["list"][1]["deep"], DependSet)
    assert tree.getRaw() == {"list": [1, {"deep": {2}}]}
    assert type(tree.getRaw("list")) is list and type(tree.getRaw()["list"][1]) is dict


def test_a_raw_item_stays_what_it_is():
    tree = DependDict()
    plain = [1]
    tree.setItem("raw", plain, raw=True)

    assert tree["raw"] is plain and tree.getRaw("raw") is plain
    with pytest.raises(KeyError, match="set raw"):
        tree.getDependency("raw")
    words = DependList()
    words.append(plain, raw=True)
    assert words[0] is plain


def test_readers_of_a_key_hear_of_that_key_alone(accesses):
    ages = DependDict(ann=1, bob=2)
    _ = ages["ann"]
    assert accesses == [(id(ages.getDependency("ann")), "read")]

    accesses.clear()
    ages["bob"] = 3

    assert accesses == [(id(ages.getDependency("bob")), "write")]


def test_readers_of_the_whole_hear_of_keys_that_come_and_go(accesses):
    ages = DependDict(ann=1)

    for change in (
        lambda: ages.update(bob=2),
        lambda: ages.pop("bob"),
        lambda: ages.setItem("raw", 1, raw=True),
        lambda: ages.clear(),
    ):
        accesses.clear()
        change()
        assert (id(ages.myMainDep), "write") in accesses
    accesses.clear()
    ages.get("missing")
    assert (id(ages.myMainDep), "read") in accesses


def test_who_holds_a_collection_hears_of_what_is_inside():
    tree = DependDict(inner={"a": 1})
    told = []
    tree.getDependency("inner").callbacks = [told.append]

    tree["inner"]["a"] = 2
    tree["inner"]["b"] = 3
    former = tree["inner"]
    tree["inner"] = {}

    assert len(told) == 3
    former["c"] = 1
    assert len(told) == 3 and former.parentDep is None


@pytest.mark.parametrize("made", [DependDict(a=[1]), DependList([1, {2: 3}]), DependSet([1, 2])])
def test_a_copy_is_another_collection_of_its_kind(made):
    for again in (copy.copy(made), copy.deepcopy(made), pickle.loads(pickle.dumps(made))):
        assert again == made and type(again) is type(made) and again is not made
        assert again.myMainDep is not made.myMainDep
    with pytest.raises(TypeError):
        hash(made)


def test_stored_items_are_properties_that_outlive_the_extension():
    comp = Comp()
    items = [{"name": "Count", "default": 0}, {"name": "Words", "default": [], "dependable": True}]
    first = Ext(comp, items)
    first.Count = 5
    first.Words.append("a")

    second = Ext(comp, items)

    assert second.Count == 5 and second.Words == ["a"] and second.stored["Count"] == 5
    assert isinstance(second.Words, DependList) and comp.storage["Ext"] is first.stored._stored
    second.stored.restoreDefault("Count")
    assert first.Count == 0 and second.Words == ["a"]
    second.stored.restoreAllDefaults()
    assert second.Words == [] and items[1]["default"] == []


def test_extensions_of_one_class_on_other_comps_have_their_own():
    one, two = (Ext(Comp(), [{"name": "Level", "default": 1}]) for _ in range(2))

    one.Level = 7

    assert (one.Level, two.Level) == (7, 1)


def test_a_read_only_item_is_set_through_the_manager():
    ext = Ext(Comp(), [{"name": "Fixed", "default": 1, "readOnly": True}])

    with pytest.raises(AttributeError):
        ext.Fixed = 2
    ext.stored["Fixed"] = 2

    assert ext.Fixed == 2


def test_an_item_without_property_is_in_the_mapping_alone():
    class Bare(Ext):
        pass

    ext = Bare(Comp(), [{"name": "Hidden", "default": 1, "property": False}])

    assert not hasattr(ext, "Hidden") and dict(ext.stored) == {"Hidden": 1}


def test_sync_forgets_what_is_not_declared_any_more():
    comp = Comp()
    Ext(comp, [{"name": "Old", "default": 1}, {"name": "Kept", "default": 2}])

    ext = Ext(comp, [{"name": "Kept", "default": 3}, {"name": "New", "default": 4}])
    assert dict(ext.stored) == {"Kept": 2, "New": 4}

    ext = Ext(comp, [{"name": "Later", "default": 5}], sync=False)
    assert set(ext.stored) == {"Kept", "New"} and ext.Later == 5
    assert dict(Ext(comp, [{"name": "Kept", "default": 9}], restoreAllDefaults=True).stored) == {
        "Kept": 9
    }


def test_a_locked_manager_takes_declared_keys_only():
    ext = Ext(Comp(), [{"name": "A", "default": 1}])
    with pytest.raises(KeyError, match="declare it"):
        ext.stored["B"] = 1
    with pytest.raises(KeyError, match="locked"):
        del ext.stored["A"]

    free = Ext(Comp(), [], locked=False)
    free.stored["B"] = 1
    assert free.stored == {"B": 1}
    del free.stored["B"]


def test_a_wrong_declaration_says_what_is_wrong():
    with pytest.raises(ValueError, match="no defualt"):
        Ext(Comp(), [{"name": "A", "defualt": 1}])


def test_plain_storage_out_of_a_file_is_taken_over():
    comp = Comp()
    comp.storage["Ext"] = {"Count": 8}

    assert Ext(comp, [{"name": "Count", "default": 0}]).Count == 8
