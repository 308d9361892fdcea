"""The import of many rows, as a command of its own on an empty desk: seconds, and memory at its most.

Run as `python -m bench.importing ROWS SHAPE …`; prints a line of JSON for each shape.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.exports import SHAPES
from bench.servers import ROOT


def measured(shape: str, rows: int) -> dict[str, Any]:
    """Import so many rows of that shape, and then the same file again."""
    with TemporaryDirectory(prefix="afterword-bench-") as place:
        file = Path(place) / f"{shape}.export"
        # Written by a process of its own: what this one has ever held would count as the import's.
        subprocess.run(
            [sys.executable, "-m", "bench.exports", shape, str(rows), str(file)], cwd=ROOT, check=True
        )
        found: dict[str, Any] = {"shape": shape, "rows": rows, "mb": round(file.stat().st_size / 1e6, 1)}
        for name in ("first", "again"):
            found |= {
                f"{name}_{unit}": figure for unit, figure in _imported(file, Path(place) / "home").items()
            }
    return found


def _imported(file: Path, home: Path) -> dict[str, float]:
    begun = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "manage.py", "import", str(file)],
        cwd=ROOT,
        env={**os.environ, "AFTERWORD_HOME": str(home)},
        stdout=subprocess.DEVNULL,
    )
    _, ended, used = os.wait4(process.pid, 0)
    process.returncode = ended
    if ended:
        raise RuntimeError(f"The import of {file.name} failed.")
    return {
        "s": round(time.perf_counter() - begun, 1),
        "cpu_s": round(used.ru_utime + used.ru_stime, 1),
        # Kilobytes on Linux, bytes on macOS.
        "mib": round(used.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024), 1),
    }


if __name__ == "__main__":
    for one in sys.argv[2:] or SHAPES:
        print(json.dumps(measured(one, int(sys.argv[1]))), flush=True)
