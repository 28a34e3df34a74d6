"""Programs that stand in for ffmpeg: real processes that write frames as it does, and misbehave on request."""

from __future__ import annotations

import sys
from pathlib import Path

_BODY = """#!{python}
import re, sys, time
shape = re.search(r"pad=(\\d+):(\\d+)", " ".join(sys.argv))
width, height = int(shape[1]), int(shape[2])
assert ["-protocol_whitelist", "file"] == sys.argv[sys.argv.index("-protocol_whitelist"):][:2]
def frame(grey):
    sys.stdout.buffer.write(bytes((grey, grey, grey, 255)) * (width * height))
    sys.stdout.buffer.flush()
{does}
"""

GOOD = "for grey in (10, 20, 30):\n    frame(grey)\n    time.sleep(0.05)"
BREAKS_OFF = "frame(10)\nsys.exit('moov atom not found')"
NOTHING = "sys.exit(0)"
HANGS = "frame(10)\ntime.sleep(600)"
HALF_A_FRAME = "frame(10)\nsys.stdout.buffer.write(b'1234')"
BURST = "for grey in range(1, 41):\n    frame(grey)"


def decoder(folder: Path, does: str) -> str:
    """Return the path of a program that does this; it gets the size of a frame like ffmpeg."""
    file = folder / "ffmpeg"
    file.write_text(_BODY.format(python=sys.executable, does=does), encoding="utf-8")
    file.chmod(0o755)
    return str(file)
