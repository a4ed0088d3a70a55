"""`app.pyEnvHelper`: tells which environment's packages the project imports.

Source: <https://docs.derivative.ca/TDPyEnvManagerHelper>
"""

from __future__ import annotations

import functools
import logging
import queue
import sys
from pathlib import Path

import understudy_packages

TYPE_CHECKING = False
if TYPE_CHECKING:
    import subprocess


class TDPyEnvManagerHelper:
    """The environment that was linked before anything of the project was loaded, if one was.

    It makes and installs nothing: environments are made by `python -m venv` and by conda.
    """

    def __init__(self) -> None:
        conda = understudy_packages.folder
        place = Path(conda).parents[2] if conda else Path(sys.prefix)
        linked = conda is not None or sys.prefix != sys.base_prefix
        self.HasLinkedCustomEnv = linked
        self.envPath = place if linked else None
        self.executablePath = self.envPath / "bin" / "python" if self.envPath else None
        self.mode = ("Conda Env" if conda else "Python vEnv") if linked else None
        self.envName = self.envPath.name if self.envPath else None
        self.installPath = self.envPath.parent if self.envPath else None
        if conda and place.parent.name == "envs":
            self.installPath = place.parent.parent
        self.pythonVersion = f"{sys.version_info.major}.{sys.version_info.minor}"
        self.pythonVersionNoDot = self.pythonVersion.replace(".", "")
        self.logger = logging.getLogger("TDPyEnvManagerHelper")
        self.taskQueue: queue.Queue[object] = queue.Queue()
        self.runningProcess: subprocess.Popen[bytes] | None = None

    def getPythonEnvPath(self, envName: str) -> Path:
        """Tell where an environment of a name lies; one with a slash is a path of its own."""
        place = Path.cwd() if "/" in envName or self.installPath is None else self.installPath
        return place / envName

    def getPythonSitePackagesPath(self, envName: str) -> Path:
        """Tell where an environment's packages lie."""
        folder = f"python{self.pythonVersion}"
        return self.getPythonEnvPath(envName) / "lib" / folder / "site-packages"

    def appendVEnvSuffix(self, envName: str) -> str:
        """Add `_vEnv` to a name that does not end so."""
        return envName if envName.endswith("_vEnv") else envName + "_vEnv"


@functools.cache
def helper() -> TDPyEnvManagerHelper:
    """Tell of this process, with the same object each time."""
    return TDPyEnvManagerHelper()
