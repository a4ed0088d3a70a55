"""The host's module `td` for bundled modules; its members are checked as they are used."""

from __future__ import annotations

from importlib import import_module
from typing import Any

td: Any = import_module("td")
