"""An X11 screen of the test's own with a window manager, and hands on its keyboard and mouse."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from tools.qt_driver.driven_program import until


@dataclass(frozen=True)
class XScreen:
    """`display` is what DISPLAY says."""

    display: str

    @property
    def environment(self) -> dict[str, str]:
        """The environment of a program on this screen."""
        kept = {name: value for name, value in os.environ.items() if name not in {"WAYLAND_DISPLAY", "XAUTHORITY"}}
        return {**kept, "DISPLAY": self.display, "QT_QPA_PLATFORM": "xcb", "XDG_SESSION_TYPE": "x11"}

    def do(self, *words: str) -> str:
        """Run xdotool and return what it says, empty where it failed."""
        done = subprocess.run(
            ["xdotool", *words], env=self.environment, capture_output=True, text=True, timeout=20, check=False
        )
        return done.stdout.strip() if done.returncode == 0 else ""

    def window(self, name: str) -> str:
        """Wait for a shown window with this title and return its number."""
        found: list[str] = []

        def there() -> bool:
            found[:] = self.do("search", "--onlyvisible", "--name", name).split()
            return bool(found)

        until(there, f"the screen shows a window called {name}", lambda: found)
        return found[-1]

    def focus(self, window: str) -> None:
        """Give a window the keyboard."""
        self.do("windowactivate", window)
        until(lambda: self.do("getwindowfocus") == window, "the window has the keyboard", lambda: "another one")

    def focused(self) -> str:
        """Return the window that has the keyboard."""
        return self.do("getwindowfocus")


@contextmanager
def x_screen(size: str = "1600x1000x24") -> Iterator[XScreen]:
    """Give a screen with openbox on it."""
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", size, "-nolisten", "tcp", "-noreset"],
        pass_fds=[writer],
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    manager: subprocess.Popen[bytes] | None = None
    try:
        number = b""
        while not number.endswith(b"\n") and (part := os.read(reader, 16)):
            number += part
        screen = XScreen(f":{number.decode().strip()}")
        manager = subprocess.Popen(["openbox"], env=screen.environment, stderr=subprocess.DEVNULL)
        until(lambda: bool(screen.do("get_desktop")), "the window manager runs", lambda: screen.display)
        yield screen
    finally:
        os.close(reader)
        for process in filter(None, (manager, server)):
            process.terminate()
            with suppress(subprocess.TimeoutExpired):
                process.wait(timeout=10)
