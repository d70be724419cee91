"""What a check works out from files that do not change goes into the wheel: no first run pays.

The proposals of the corpus are checked with an empty cache folder; whatever lies in it then is
shipped as `patuh_parser/made` (see `patuh_parser/stored.py`). An editable install needs none.
"""

import os
import subprocess
import sys
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

_CHECK = """\
import os, sys
sys.path = sys.argv[1].split(os.pathsep)
from patuh.cli import main
main(sys.argv[2:])
"""


class MakeTables(BuildHookInterface):
    """Adds the tables to a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Check the proposals in both languages, each in a process that writes the cache."""
        if version == "editable":
            return
        root = Path(self.root)
        self._folder = mkdtemp(prefix="patuh-")
        proposals = sorted(map(str, root.glob("corpus/proposals/*.sotk")))
        path = os.pathsep.join(map(str, [root / "parser", root / "checker", *sys.path]))
        setting = os.environ | {"XDG_CACHE_HOME": self._folder, "PYTHONHASHSEED": "0"}
        setting.pop("PYTHONPATH", None)  # pip lets its own set-up run from there
        for lang in ("id", "en"):
            call = [sys.executable, "-c", _CHECK, path, "check", "--lang", lang, *proposals]
            done = subprocess.run(call, env=setting, stdout=subprocess.DEVNULL, check=False)
            if done.returncode not in (0, 1):  # 1: there are findings
                raise RuntimeError("the proposals of the corpus could not be checked")
        made = sorted(Path(self._folder).glob("patuh/*"))
        if not any(file.name.startswith("rules-") for file in made):
            raise RuntimeError("the proposals of the corpus were checked without a trace")
        for file in made:
            build_data["force_include"][str(file)] = f"patuh_parser/made/{file.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Take the folder away."""
        del build_data, artifact_path
        if version != "editable":
            rmtree(self._folder)
