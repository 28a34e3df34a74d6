"""Make a hall's set-up file in this machine's browser, by choice and tick; try its printer, voice and screen."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import tomllib
import webbrowser
from pathlib import Path
from typing import Any

from commands.demo.setup_file import HALLS
from commands.setup.toml_text import WEEK, setup_toml
from common.configuration.command_parser import CommandParser
from common.files.durable import write_whole
from common.text.program_name import program_name, typed_program


def run(argv: list[str]) -> int:
    """Serve the page on this machine alone until Ctrl-C."""
    arguments = check(argv)
    import socket

    import uvicorn

    from web.setup_page import setup_app

    with socket.socket() as listener:
        try:
            listener.bind(("127.0.0.1", arguments.port))
            listener.listen()  # before the address is said: a browser that is quicker than the server waits
        except (OSError, OverflowError) as error:
            reason = getattr(error, "strerror", None) or "no such port"
            print(f"{program_name()} setup: port {arguments.port}: {reason}; choose another: --port N", file=sys.stderr)
            return 2
        address = f"http://127.0.0.1:{listener.getsockname()[1]}/"
        print(f"setup: open {address} (end with Ctrl-C)", flush=True)
        if not arguments.no_browser:
            webbrowser.open(address)
        app = setup_app(MachineWorkshop(arguments.out))
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False))
        server.run(sockets=[listener])
    return 0


def check(argv: list[str]) -> argparse.Namespace:
    """Return what is asked for; end where the file could not be saved, before anybody answers a question."""
    parser = CommandParser(prog="setup", description=__doc__)
    parser.add_argument(
        "--out", type=Path, default=Path("hall-setup.toml"), metavar="FILE", help="where to save (hall-setup.toml)"
    )
    parser.add_argument("--port", type=int, default=8095, help="port of the page (0: any free one)")
    parser.add_argument("--no-browser", action="store_true", help="do not open a browser, only print the address")
    arguments = parser.parse_args(argv)
    problem = _unsavable(arguments.out)
    if problem:
        parser.error(f"--out {arguments.out}: {problem}")
    return arguments


def _unsavable(out: Path) -> str:
    """Return why a file cannot be saved there, empty where it can."""
    folder = out.absolute().parent
    if out.is_dir():
        return "this is a folder; name a file in it, such as hall-setup.toml"
    if not folder.is_dir():
        return f"there is no folder {folder}; make it first, or name another place"
    return "" if os.access(folder, os.W_OK) else f"nothing can be written in {folder}; name another place"


class MachineWorkshop:
    """What the set-up page can do on this machine; `out` is where the file goes."""

    def __init__(self, out: Path) -> None:
        self._out = out

    def catalogue(self) -> dict[str, Any]:
        """Return the ministry's usual services and times, from the shipped hall."""
        from common.brand.emblem_files import LONGEST_FILE
        from contracts.words.pictograms import Pictogram
        from contracts.words.site_kinds import SITE_KINDS
        from hall.kernel.request_settings import DIRECTORATES, POWERS, TOPICS
        from hall.settings.setup.check import GOVERNORATES

        shipped = tomllib.loads((HALLS / "land_housing.toml").read_text(encoding="utf-8"))
        services = [{**service, "code": service["prefix"]} for service in shipped["service"]]
        first = next(agent["services"][:2] for agent in shipped["agent"] if agent.get("all_round"))
        return {
            "ministry": shipped["brand"]["ministry"],
            "emblem_bytes": LONGEST_FILE,
            "pictograms": [one.value for one in Pictogram],
            "categories": shipped["category"],
            "services": services,
            "first": first,
            "governorates": GOVERNORATES,
            "site_kinds": SITE_KINDS,
            "days": WEEK,
            "times": shipped["hours"]["sunday"],
            "requests": {
                name: [{"code": one.code, "names": dict(one.names)} for one in entries]
                for name, entries in (("topic", TOPICS), ("directorate", DIRECTORATES), ("power", POWERS))
            },
        }

    def check(self, form: dict[str, Any]) -> dict[str, Any]:
        """Return the file that the answers make, and every problem in it."""
        from hall.settings.setup.file import check_setup

        text = setup_toml(form)
        with tempfile.TemporaryDirectory(prefix="dawr-setup-") as folder:
            path = Path(folder) / "hall-setup.toml"
            path.write_text(text, encoding="utf-8")
            problems = check_setup(path)
        told = [{"key": p.key, "text": p.text, "warning": p.warning, "code": p.code} for p in problems]
        return {"toml": text, "problems": told}

    def save(self, form: dict[str, Any]) -> dict[str, Any]:
        """Write the file; an older one of the same name is kept beside it as .before."""
        checked = self.check(form)
        if any(not problem["warning"] for problem in checked["problems"]):
            return {"problem": "; ".join(f"{p['key']}: {p['text']}" for p in checked["problems"])}
        if not self._out.parent.is_dir():
            return {"problem": f"{self._out}: there is no folder {self._out.parent}"}
        try:
            if self._out.exists():
                self._out.chmod(0o600)  # it has the agents' first PINs in clear
                self._out.replace(self._out.with_suffix(".toml.before"))
            write_whole(self._out, checked["toml"])
        except OSError as error:
            return {"problem": f"{self._out}: {error.strerror}"}
        return {"path": str(self._out.absolute()), "next": self._next(form.get("devices", {}))}

    def printers(self) -> list[dict[str, str]]:
        """Return the printers that this machine shows."""
        said = _main("printer", "list").stdout.splitlines()
        return [{"url": line, "name": line.rpartition("/")[2]} for line in said if "://" in line and " " not in line]

    def sample(self, url: str, paper_mm: int) -> dict[str, Any]:
        """Print a sample ticket."""
        done = _main("printer", "sample", "--url", url, "--paper-mm", str(paper_mm), "--json")
        try:
            return {"state": json.loads(done.stdout)["state"]}
        except (ValueError, KeyError):
            return {"problem": done.stderr.strip().rpartition("\n")[2] or "the sample printed nothing"}

    def voice(self, ticket: str, counter: int, language: str) -> bytes:
        """Return a spoken call, or nothing where no clips are there."""
        with tempfile.TemporaryDirectory(prefix="dawr-setup-") as folder:
            wav = Path(folder) / "call.wav"
            options = ["--counter", str(counter), "--language", language, "--out", str(wav)]
            done = _main("voice", "say", ticket, *options)
            return wav.read_bytes() if done.returncode == 0 and wav.exists() else b""

    def _next(self, devices: dict[str, Any]) -> list[str]:
        screen = f" --screen-inches {devices['screen_inches']}" if "screen_inches" in devices else ""
        reception = f" --reception {devices['reception']}" if devices.get("reception") else ""
        printer = f" --printer {devices.get('printer', 'PRINTER')} --paper-mm {devices.get('paper_mm', 80)}"
        here = self._out.name if self._out.absolute().parent == Path.cwd() else str(self._out.absolute())
        admin, hall = f"{typed_program()} admin --data hall-data", "--hall https://HALL:8080"
        return [
            f"{typed_program()} hall --setup {here} --data hall-data --host 0.0.0.0 --port 8080",
            f"{admin} token head",
            f"{admin} pin AGENT",
            f"{admin} pair kiosk --name kiosk-1",
            f"{typed_program()} pair kiosk {hall} --code CODE",
            f"{typed_program()} kiosk {hall} --token-file kiosk.token --device ID{printer}{screen}{reception}",
            f"{admin} pair counter --counter 1",
            f"{typed_program()} pair counter {hall} --code CODE",
            f"{typed_program()} counter {hall} --token-file counter-1.token --counter 1",
            f"{admin} pair board",
            f"{typed_program()} pair board {hall} --code CODE",
            f"{typed_program()} board {hall} --token-file board.token",
            f"{typed_program()} doctor --data hall-data --hall https://127.0.0.1:8080",
        ]


def _main(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run another command in a separate process: Qt wants a main thread, and this one serves the page."""
    command = [sys.executable, str(HALLS.parent.parent / "main.py"), *arguments]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, env=environment)
