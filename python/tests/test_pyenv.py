"""What `app.pyEnvHelper` tells of the environment whose packages are imported."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import understudy_pyenv


def test_without_an_environment_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "prefix", sys.base_prefix)
    helper = understudy_pyenv.TDPyEnvManagerHelper()

    assert not helper.HasLinkedCustomEnv
    assert (helper.envPath, helper.executablePath, helper.mode) == (None, None, None)
    assert helper.getPythonEnvPath("x") == Path.cwd() / "x"


def test_the_environment_is_told_with_its_name_and_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "prefix", "/show/.venv")
    helper = understudy_pyenv.TDPyEnvManagerHelper()

    assert helper.HasLinkedCustomEnv
    assert str(helper.envPath) == "/show/.venv"
    assert str(helper.executablePath) == "/show/.venv/bin/python"
    assert (helper.mode, helper.envName) == ("Python vEnv", ".venv")
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    assert helper.pythonVersion == version
    packages = helper.getPythonSitePackagesPath("other")
    assert str(packages) == f"/show/other/lib/python{version}/site-packages"


def test_a_suffix_is_added_once() -> None:
    helper = understudy_pyenv.helper()

    assert helper is understudy_pyenv.helper()
    assert helper.appendVEnvSuffix("show") == helper.appendVEnvSuffix("show_vEnv") == "show_vEnv"
