"""Tells what of TouchDesigner's documented API is live, declared or absent in this program."""

from __future__ import annotations

from understudy_api.report import write

__all__ = ["write"]
