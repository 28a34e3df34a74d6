"""Take a picture of each screen of a running hall: programs offscreen, pages in a browser without a window."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

from commands.demo.tokens import DemoTokens
from commands.runtime.process_group import ROOT

_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_BROWSER_OPTIONS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--hide-scrollbars",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_PAGE_MS = 4000
PAGE_LIMIT_S = 120
"""How long the browser may take for a picture: on a machine that does much else it needs more than half a minute."""


def take_pictures(hall: str, head_page: str, tokens: DemoTokens, folder: Path, stop: threading.Event) -> Iterator[Path]:
    """Yield the path of each picture as it is taken, in Arabic and in English; what cannot be taken is left out.

    With `stop` set no further picture is begun.
    """
    folder.mkdir(parents=True, exist_ok=True)
    first = min(tokens.counters, key=int)
    for language in ("ar", "en"):
        programs = {
            "kiosk": (["--size", "1080x1920", "--device", tokens.kiosk_device, "--printer", "memory:"], tokens.kiosk),
            "board": (["--size", "1920x1080", "--mute"], tokens.board),
            "counter": (
                ["--size", "1280x800", "--counter", first, "--session", tokens.counters[first]],
                tokens.counter_devices[first],
            ),
        }
        for name, (options, token) in programs.items():
            picture = folder / f"{name}_{language}.png"
            shown_in = "both" if name == "board" else language
            if not stop.is_set() and _program(name, [*options, "--hall", hall, "--language", shown_in], token, picture):
                yield picture
        picture = folder / f"head_{language}.png"
        address, _, fragment = head_page.partition("#")
        if not stop.is_set() and take_page(f"{address}?still&lang={language}#{fragment}", picture):
            yield picture


def take_page(address: str, picture: Path, *, size: tuple[int, int] = (1440, 900)) -> bool:
    """Take a picture of a page; return False where no browser is installed or it took none. The old picture stays."""
    browser = next((name for name in _BROWSERS if shutil.which(name)), None)
    if browser is None:
        return False
    options = [*_BROWSER_OPTIONS, f"--window-size={size[0]},{size[1]}", f"--virtual-time-budget={_PAGE_MS}"]
    with tempfile.TemporaryDirectory(prefix="dawr-browser-", ignore_cleanup_errors=True) as profile:
        # The visitor's page uses the phone's own letters: the product's typefaces stand in for those of a phone.
        (Path(profile) / "fonts").symlink_to(ROOT / "assets" / "fonts")
        environment = {**os.environ, "XDG_DATA_HOME": profile}
        taken = Path(profile) / "page.png"
        command = [browser, *options, f"--user-data-dir={profile}", f"--screenshot={taken}", address]
        with contextlib.suppress(subprocess.TimeoutExpired):
            subprocess.run(command, env=environment, capture_output=True, timeout=PAGE_LIMIT_S, check=False)
        if not taken.exists():
            return False
        shutil.move(taken, picture)
    return True


def _program(name: str, options: list[str], token: str, picture: Path) -> bool:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "DAWR_TOKEN": token}
    command = [sys.executable, str(ROOT / "main.py"), name, *options, "--picture", str(picture)]
    done = subprocess.run(command, env=environment, capture_output=True, timeout=60, check=False)
    return done.returncode == 0 and picture.exists()
