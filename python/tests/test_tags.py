"""An operator's tags are a set that writes itself back."""

import copy

import pytest
from understudy_tags import Tags


@pytest.fixture
def written():
    return []


@pytest.fixture
def tags(written):
    return Tags(["a", "b"], written.append)


def test_every_change_is_written_back(tags, written):
    tags.add("c")
    tags.discard("a")
    tags.remove("b")
    tags.update(["x", "y"], {"z"})
    tags.difference_update(["x"])
    tags |= {"q"}
    tags -= {"q"}
    tags &= {"c", "y"}
    tags ^= {"y"}
    assert tags.pop() == "c"
    tags.clear()

    assert written == [
        ["a", "b", "c"],
        ["b", "c"],
        ["c"],
        ["c", "x", "y", "z"],
        ["c", "y", "z"],
        ["c", "q", "y", "z"],
        ["c", "y", "z"],
        ["c", "y"],
        ["c"],
        [],
        [],
    ]


def test_reading_and_what_fails_write_nothing(tags, written):
    assert tags == {"a", "b"} and isinstance(tags, set) and "a" in tags and tags | {"c"} != tags
    with pytest.raises(KeyError):
        tags.remove("x")

    assert written == []
    assert type(copy.deepcopy(tags)) is set and copy.copy(tags) == tags
