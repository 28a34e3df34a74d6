"""A Qt program that ends at its first paint and says what it had read by then: `python -m … NAME OPTIONS`.

It prints the names of all modules, one a line, in the order in which they were imported.
"""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def modules_at_first_paint(*command: str) -> list[str]:
    """Return what a program of main.py had imported when its window was painted; no hall is there to be asked."""
    import subprocess  # not above: it is one of those that a program should do without

    nobody = ["--hall", "http://127.0.0.1:9", "--token", "t"]
    done = subprocess.run(
        [sys.executable, "-m", "tests.helpers.first_paint_process", *command, *nobody],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def main(argv: list[str]) -> None:
    """Run the program up to its first paint."""
    before = set(sys.modules)  # this helper's own
    from qtkit.first_paint import FirstPaint

    wait = FirstPaint.wait

    def look(paint: FirstPaint) -> bool:
        assert wait(paint), "the window was not painted"
        sys.stdout.write("\n".join(name for name in sys.modules if name not in before))
        sys.stdout.flush()
        os._exit(0)

    FirstPaint.wait = look
    importlib.import_module(f"commands.{argv[0]}").run(argv[1:])


if __name__ == "__main__":
    main(sys.argv[1:])
