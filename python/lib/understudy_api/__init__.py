"""Tells what of TouchDesigner's documented API is live, headless, declared or absent here."""

from __future__ import annotations

from understudy_api.report import write

__all__ = ["write"]
