"""Writes the coverage page, as text or as JSON."""

from __future__ import annotations

import json
import textwrap
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from understudy_api import documentation
from understudy_api.grading import Grade, class_grades, grade_type
from understudy_api.reasons import reason
from understudy_api.uses import parts, shares

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

_MISSING_SHOWN = 60


def write(names: list[str], as_json: bool) -> str:
    """Give the page: of the classes named, or of everything."""
    unknown = [n for n in names if n not in _known()]
    if unknown:
        raise LookupError(
            f"TouchDesigner documents no class or operator type called {', '.join(unknown)}."
        )
    if as_json:
        return json.dumps(_everything(names), indent=1)
    return _details(names) if names else _overview()


def _known() -> set[str]:
    return {*documentation.classes(), *documentation.operator_types()}


def _counts(grades: Iterable[Grade]) -> dict[str, int]:
    counted = Counter(grades)
    return {grade.value: counted[grade] for grade in Grade}


def _row(name: str, counts: dict[str, int]) -> str:
    return f"{name:<22}" + "".join(f"{counts[grade.value]:>10}" for grade in Grade)


_HEAD = f"{'':<22}" + "".join(f"{grade.value:>10}" for grade in Grade)


def _overview() -> str:
    classes = {name: _counts(class_grades(name).values()) for name in documentation.classes()}
    total = {grade.value: sum(row[grade.value] for row in classes.values()) for grade in Grade}
    lines = ["Members of classes", _HEAD, *(_row(name, row) for name, row in classes.items())]
    lines += [_row("all classes", total), "", "Operator types", _HEAD]
    lines += [_row(name, row) for name, row in _families().items()]
    return "\n".join([*lines, "", *_absent_lines(), "", *_uses_lines()])


def _absent_lines() -> list[str]:
    """Give why things are absent: a line for each reason, with the classes or members."""
    places: defaultdict[str, list[str]] = defaultdict(list)
    for name in documentation.classes():
        grades = class_grades(name)
        absent = [member for member, grade in grades.items() if grade is Grade.ABSENT]
        for member in absent:
            place = name if len(absent) == len(grades) else f"{name}.{member}"
            why = reason(name, member) or "without a reason"
            if place not in places[why]:
                places[why].append(place)
    lines = ["What is absent, and why"]
    for why, names in sorted(places.items()):
        lines.append(f"  {why}:")
        lines += [f"    {line}" for line in textwrap.wrap(", ".join(names), 90)]
    return lines


def _families() -> dict[str, dict[str, int]]:
    found: defaultdict[str, list[Grade]] = defaultdict(list)
    for kind in documentation.operator_types().values():
        found[kind.family].append(grade_type(kind.name))
        found["all types"].append(grade_type(kind.name))
    ordered = [*sorted(found.keys() - {"all types"}), "all types"]
    return {family: _counts(found[family]) for family in ordered}


def _details(names: list[str]) -> str:
    lines: list[str] = []
    for name in names:
        kind = documentation.operator_types().get(name)
        if kind is not None:
            lines.append(f"{name}: {grade_type(name).value}, {len(kind.parameters)} parameters")
        grades = class_grades(name) if name in documentation.classes() else {}
        for grade in Grade:
            members = sorted(member for member, found in grades.items() if found is grade)
            if members:
                lines.append(f"{name}: {len(members)} {grade.value}")
                lines += [f"    {member}" for member in members]
    return "\n".join(lines)


def _weighed(evenly: bool = False) -> tuple[dict[str, float], list[tuple[str, str, float]]]:
    """Give the weight of each grade, and what is not live by weight."""
    weights: defaultdict[str, float] = defaultdict(float)
    missing: defaultdict[tuple[str, str], float] = defaultdict(float)
    for kind, name, count in documentation.uses():
        places = parts(kind, name)
        portions = [1 / len(places) for _ in places] if evenly else shares(places)
        for (place, grade), portion in zip(places, portions, strict=True):
            weights[grade.value] += count * portion
            if grade is not Grade.LIVE:
                missing[place, grade.value] += count * portion
    ranked = sorted(missing.items(), key=lambda item: -item[1])
    return dict(weights), [(place, grade, weight) for (place, grade), weight in ranked]


def _percentages(weights: dict[str, float]) -> str:
    total = sum(weights.values()) or 1
    return ", ".join(
        f"{100 * weights.get(grade.value, 0) / total:.1f} % {grade.value}" for grade in Grade
    )


def _uses_lines() -> list[str]:
    weights, missing = _weighed()
    lines = [f"Uses in real scripts: {_percentages(weights)}"]
    # An unclear use in equal parts for all classes that have the name, however rare they are.
    lines += [f"The same in equal parts: {_percentages(_weighed(evenly=True)[0])}"]
    lines += ["What is not live, by weight"]
    for place, grade, weight in missing[:_MISSING_SHOWN]:
        lines.append(f"{weight:>8.1f}  {place} ({grade})")
    if len(missing) > _MISSING_SHOWN:
        rest = sum(weight for _, _, weight in missing[_MISSING_SHOWN:])
        lines.append(f"{rest:>8.1f}  {len(missing) - _MISSING_SHOWN} more; --json has them all")
    return lines


def _everything(names: list[str]) -> dict[str, Any]:
    chosen = set(names) if names else _known()
    classes = {
        name: {member: grade.value for member, grade in class_grades(name).items()}
        for name in documentation.classes()
        if name in chosen
    }
    types = {
        name: {"grade": grade_type(name).value, "parameters": list(kind.parameters)}
        for name, kind in documentation.operator_types().items()
        if name in chosen
    }
    page: dict[str, Any] = {"classes": classes, "types": types}
    if not names:
        weights, missing = _weighed()
        page["uses"] = {
            "weights": weights,
            "missing": [
                {"name": place, "grade": grade, "weight": weight}
                for place, grade, weight in missing
            ],
        }
    return page
