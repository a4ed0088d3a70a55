"""What `app.pyEnvHelper` tells of the environment whose packages are imported."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import understudy_packages
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


@pytest.mark.parametrize(("place", "install"), [("/c/envs/show", "/c"), ("/own/show", "/own")])
def test_one_of_conda_is_told_with_where_conda_lies(
    place: str, install: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    packages = f"{place}/lib/python3.11/site-packages"
    monkeypatch.setattr(understudy_packages, "folder", packages)
    helper = understudy_pyenv.TDPyEnvManagerHelper()

    assert helper.HasLinkedCustomEnv
    assert (helper.mode, helper.envName) == ("Conda Env", "show")
    assert (str(helper.envPath), str(helper.installPath)) == (place, install)


def test_packages_come_before_other_packages_and_behind_the_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(understudy_packages, "folder", None)
    monkeypatch.setattr(sys, "path", ["/lib", "/usr/dist-packages", "/ours"])
    (tmp_path / "more").mkdir()
    (tmp_path / "a.pth").write_text(f"{tmp_path}/more\n")

    understudy_packages.add(str(tmp_path))

    added = [str(tmp_path), f"{tmp_path}/more"]
    assert sys.path == ["/lib", *added, "/usr/dist-packages", "/ours"]
    assert understudy_packages.folder == str(tmp_path)
