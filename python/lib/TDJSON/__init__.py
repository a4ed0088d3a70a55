"""TouchDesigner's TDJSON: JSON texts, and custom parameters as JSON.

A JSON object is what `json` makes of JSON text: dicts, lists, texts, numbers, True, False and None.
- Thread: main, wherever an operator is involved.
- Source: <https://docs.derivative.ca/TDJSON>
"""

from __future__ import annotations

from TDJSON._adding import (
    addParameterFromJSONDict,
    addParametersFromJSONDict,
    addParametersFromJSONList,
    addParametersFromJSONOp,
    destroyOtherPagesAndParameters,
)
from TDJSON._parameters import opToJSONOp, pageToJSONDict, parameterToJSONPar
from TDJSON._serializing import deserializeTDData, serializeTDData
from TDJSON._texts import datToJSON, jsonToDat, jsonToText, textToJSON

__all__ = [
    "addParameterFromJSONDict",
    "addParametersFromJSONDict",
    "addParametersFromJSONList",
    "addParametersFromJSONOp",
    "datToJSON",
    "deserializeTDData",
    "destroyOtherPagesAndParameters",
    "jsonToDat",
    "jsonToText",
    "opToJSONOp",
    "pageToJSONDict",
    "parameterToJSONPar",
    "serializeTDData",
    "textToJSON",
]
