"""JSON as text, in strings and in DATs."""

from __future__ import annotations

import json
from collections import OrderedDict
from typing import Any


def jsonToText(jsonObject: Any, indent: str | int | None = "\t") -> str:
    """JSON text that people can read, with tabs; None as `indent` puts it on one line."""
    return json.dumps(jsonObject, indent=indent)


def jsonToDat(jsonObject: Any, dat: Any) -> None:
    """Puts JSON text into a DAT, in the place of what it held."""
    dat.text = jsonToText(jsonObject)


def textToJSON(text: str, orderedDict: bool = True, showErrors: bool = False) -> Any:
    """What a JSON text says.

    - Parameters:
      orderedDict: makes objects `OrderedDict`s.
      showErrors: raises what is wrong with the text; otherwise the result is None.
    """
    try:
        return json.loads(text, object_pairs_hook=OrderedDict if orderedDict else None)
    except (TypeError, ValueError):
        if showErrors:
            raise
        return None


def datToJSON(dat: Any, orderedDict: bool = True, showErrors: bool = False) -> Any:
    """What the JSON text in a DAT says; see textToJSON."""
    return textToJSON(dat.text, orderedDict, showErrors)
