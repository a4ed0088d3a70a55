"""The JSON DAT: parts of a JSON text, chosen by a JSONPath."""

from __future__ import annotations

import json
from typing import Any

from understudy_dats import _jsonpath, expression, position


def cook(me: Any, inputs: list[Any]) -> str:
    """Filter the input's JSON; the results come out as JSON, or what an expression makes of them.

    The expression finds `me.source`, `me.result` and `me.results`.
    - Source: <https://docs.derivative.ca/JSON_DAT>
    """
    text = inputs[0].text if inputs and inputs[0] is not None else ""
    if not text.strip():
        return ""
    source = json.loads(text)
    path = str(me.par.filter.eval()).strip()
    results = _jsonpath.find(path or "$", source)
    if not results and me.par.holdlast.eval():
        return me.text
    members = {"source": source, "results": results, "result": results[0] if results else None}
    if me.par.output.eval() == "expression":
        with position(me, **members):
            made = me.evalExpression(expression(me.par.expression))
    else:
        made = results
    if isinstance(made, str):
        return made
    indent = "\t" if me.par.formatoutput.eval() else None
    return json.dumps(made, indent=indent, ensure_ascii=False)
