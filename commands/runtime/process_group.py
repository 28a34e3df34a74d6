"""Processes that live and die together: started by name, watched, and ended with their parent."""

from __future__ import annotations

import os
import queue
import re
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from commands.runtime import parent_watch
from commands.runtime.settings_files import PROGRAMS

ROOT = Path(__file__).resolve().parents[2]
_ADDRESS = re.compile(r"http://[\w.:\[\]-]+")


class FamilyError(Exception):
    """A process of the family did not come up or ended; the text says which and what it said last."""


@dataclass
class Member:
    """One process of the family; `window` ones may be closed by a person without ending the rest."""

    name: str
    arguments: list[str]
    process: subprocess.Popen[str]
    said: list[str]
    addresses: queue.SimpleQueue[str]
    window: bool
    reader: threading.Thread

    @property
    def came_up(self) -> bool:
        """Whether the process has told its address, so that its end is not a failed start."""
        return any(_ADDRESS.search(line) for line in self.said)


class Family:
    """Starts `main.py NAME …` processes whose lifeline is this process; as a context, ends them all."""

    def __init__(self, log_folder: Path) -> None:
        self.members: list[Member] = []
        self._logs = log_folder
        self._logs.mkdir(parents=True, exist_ok=True)

    def __enter__(self) -> Family:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.stop()

    def start(self, name: str, arguments: Sequence[str], *, window: bool = False, **environment: str) -> Member:
        """Start `main.py name arguments` in this process group; its output goes to NAME.log in the log folder.

        The settings files of this machine are for its own hall: these processes read none.
        """
        own = ["--config", os.devnull] if name in PROGRAMS else []
        process = subprocess.Popen(
            [sys.executable, str(ROOT / "main.py"), name, *own, *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env={**os.environ, **environment, parent_watch.VARIABLE: "stdin", "PYTHONUNBUFFERED": "1"},
        )
        reader = threading.Thread(target=lambda: self._read(member), name=f"log of {name}", daemon=True)
        member = Member(name, [*arguments], process, [], queue.SimpleQueue(), window, reader)
        reader.start()
        self.members.append(member)
        return member

    def address(self, member: Member, *, timeout_s: float = 300) -> str:
        """Return the first address (http://…) that the process says; raise FamilyError when it ends or stays silent."""
        deadline = time.monotonic() + timeout_s
        while time.monotonic() < deadline:
            try:
                return member.addresses.get(timeout=0.05)
            except queue.Empty:
                if member.process.poll() is not None:
                    break
        code = member.process.poll()
        what = f"is not up after {timeout_s:.0f} s" if code is None else f"ended with status {code}"
        said = "\n".join(member.said[-12:]) or "nothing"
        raise FamilyError(f"{member.name} {what}; its log is {self._logs / f'{member.name}.log'}; it said:\n{said}")

    def ended(self) -> Member | None:
        """Return a member other than a window that has ended, or None while all live."""
        return next((m for m in self.members if not m.window and m.process.poll() is not None), None)

    def start_again(self, member: Member, port: int) -> Member:
        """Start a member that has ended once more, with what it was started with, at the port that it had."""
        self.members.remove(member)
        if member.process.stdin:
            member.process.stdin.close()
        arguments = [*member.arguments]
        arguments[arguments.index("--port") + 1] = str(port)
        return self.start(member.name, arguments)

    def stop(self) -> None:
        """End all members, windows first: by request, and after 8 s by force."""
        for member in reversed(self.members):
            member.process.terminate()
        deadline = time.monotonic() + 8
        for member in reversed(self.members):
            try:
                member.process.wait(timeout=max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                member.process.kill()
                member.process.wait()
            if member.process.stdin:
                member.process.stdin.close()
            member.reader.join(timeout=2)
        self.members.clear()

    def _read(self, member: Member) -> None:
        path = self._logs / f"{member.name}.log"
        if member.process.stdout is None:
            return
        with path.open("a", encoding="utf-8") as log, member.process.stdout as said:
            for line in said:
                log.write(line)
                log.flush()
                member.said.append(line.rstrip())
                if found := _ADDRESS.search(line):
                    member.addresses.put(found[0])
