"""The commands of the project's pages: where they stand, which a test runs, and which it cannot run and why."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), *sorted((ROOT / "docs" / "ar").glob("*.md")))
"""The pages that readers follow; decision records are history."""
_BLOCK = re.compile(r"^```(?:sh|console|bash)?\n(.*?)^```", re.MULTILINE | re.DOTALL)
_AS_USER = re.compile(r"^(?:\$ )?(?:runuser -u [\w-]+ -- )?(?:[A-Z_]+=\S+ )?")
_PROGRAM = re.compile(
    r"^(?:(?:python3|py|\.venv/bin/python) main\.py|main\.py|(?:uv run )?dawr|dawr-counter(?! check))(?= |$)"
)


_SAME = {
    "https://10.0.0.5:8080": "https://HALL:8080",
    "https://127.0.0.1:8080": "https://HALL:8080",
    "/var/lib/dawr-hall": "hall-data",
    "/var/lib/dawr-kiosk": "kiosk-data",
    "/srv/dawr-copies/hall": "copies",
    "/media/": "",
    "اسم القاعة": "ARABIC NAME",
}
"""Addresses, folders and names of the pages, and what stands for them below: two commands that differ only in them are
one."""


@dataclass(frozen=True)
class Run:
    """A command that a test runs, with the test's addresses and folders in place of the page's."""

    command: str
    typed: str = ""
    """What its user types."""
    code: int = 0
    stays: str = ""
    """Of a program that runs until it is stopped: what it prints when it is ready, a regular expression."""


HALL = (
    Run("hall --check hall-setup.toml"),
    Run(
        "hall --setup hall-setup.toml --data hall-data --host 0.0.0.0 --port 8080",
        stays=r"answers at https://[\d.]+:(?P<hall>\d+)",
    ),
    Run("admin --data hall-data person add NAME --role head"),
    Run("admin --data hall-data pin salim", typed="739164\n"),
    Run("admin --data hall-data pair kiosk"),
    Run("pair kiosk --hall https://HALL:8080 --code CODE"),
    Run("admin --data hall-data pair counter --counter 1"),
    Run("pair counter --hall https://HALL:8080 --code CODE"),
    Run("admin --data hall-data pair board"),
    Run("pair board --hall https://HALL:8080 --code CODE"),
    Run("signs --check --hall https://HALL:8080 --token-file board.token --url 'serial:///dev/ttyS1?model=edi'"),
    Run("doctor --data hall-data --hall https://HALL:8080"),
    Run("doctor --data hall-data"),
    Run("doctor --data hall-data --bundle hall-data/help.zip"),
    Run("admin --data hall-data token admin --name prometheus --days 365"),
    Run("admin --data hall-data token head"),
    Run("paper sheets --hall https://HALL:8080 --hall-ca authority.pem --out paper.pdf"),
    Run("paper void A --hall https://HALL:8080 --hall-ca authority.pem"),
    Run("central person add --name aisha --role admin"),
    Run('central enrol --hall nizwa-1 --name "ARABIC NAME"'),
    Run("central reader --name prometheus --days 365"),
    Run("sync status --data hall-data", code=1),  # 1: this hall has no centre
    Run("backup --data hall-data --to copies"),
    Run("backup --data hall-data --to hall-data/before"),
    Run("backup --data hall-data --to copies --list"),
    Run("doctor --data hall-data --copies copies"),
)
"""A hall from its set-up file to its copies."""
STOPPED_HALL = (
    Run("restore --data hall-data copies"),
    Run("restore --data hall-data hall-data/before"),
    Run("admin --data hall-data key rotate"),
)
ALONE = (
    Run("signs --list-models"),
    Run("signs --test 3=A047 --url 'serial:///dev/ttyS1?model=edi'"),
    Run("printer emulate --tcp 9100 --pty --out papers/", stays=r"tcp://127\.0\.0\.1:(?P<printer>\d+)"),
    Run("printer list"),
    Run("printer probe --url tcp://10.0.0.9"),
    Run("printer sample --url usb:///dev/usb/lp0 --paper-mm 80 --language both --ticket A047"),
    Run("printer sample --url memory: --picture ticket.png"),
    Run("package key --private stick/dawr-2027.key --public stick/dawr-2027.pub", typed="long\nlong\n"),
    Run("package key --private salim.key --public salim.pub", typed="long\nlong\n"),
    Run("package sign dist/dawr-0.3.0-debian13.tar.gz --key stick/dawr-2027.key", typed="long\n"),
    Run("package verify dist/dawr-0.3.0-debian13.tar.gz"),
    Run("package sign usb/dawr-stick-*/SHA256SUMS --key FILE.key", typed="long\n"),
    Run("config check hall", code=1),  # 1: the page shows what it says of a wrong file
)
"""Commands that need no hall."""
PARSED = {
    "": "opens windows until it is closed; tests/e2e/test_readme.py starts it with --headless",
    "test": "runs the tests: this one too",
    "setup": "waits for a person in a browser; tests/commands/setup runs it",
    "kiosk --hall https://HALL:8080 --token-file kiosk.token --device ID --printer URL": "a window that stays",
    "counter --hall https://HALL:8080 --token-file counter-1.token --counter 1": "a window that stays",
    "board --hall https://HALL:8080 --token-file board.token": "a window that stays; tests/commands/run starts it",
    "backup --data hall-data --to ssh://backup@10.0.0.9/srv/dawr-copies/hall": (
        "another machine; tests/commands/backup/test_ssh_place.py runs it"
    ),
    "signs --hall https://HALL:8080 --token-file board.token --url 'serial:///dev/ttyS1?model=edi&counters=1-8'"
    " --url 'serial:///dev/ttyS2?model=evs&counters=9-16' --address 9=1 --device DEVICE": "signs on serial lines",
    "keypad --hall https://HALL:8080 --token-file counter.token --counter 3 --keypad serial:///dev/ttyUSB0"
    " --sign 'serial:///dev/ttyUSB1?model=edi' --agent 12=salim --agent 13=maryam": "a keypad on a serial line",
    "paper enter table.csv --day 2026-11-29 --hall https://HALL:8080 --hall-ca authority.pem": (
        "a day without the hall must have passed; tests/commands/paper/test_command.py runs it"
    ),
    "package stick --for debian13 --out usb": "downloads packages; tests/commands/package/debian has its parts",
    "package release --for debian13": "downloads packages; tests/e2e/test_update.py runs it with those that are here",
    'accept --printer usb:///dev/usb/lp0 --technician "Salim" --place "Muscat hall" --key salim.key'
    " --hall https://HALL:8080 --hall-ca kiosk-data/kiosk.hall.pem": (
        "asks a person to pull cables; tests/commands/accept answers it"
    ),
    "accept --verify acceptance.json --keys .": "tests/commands/accept runs it with the file that a trial made",
    "backup --config /etc/dawr/hall.toml --to centre": "a centre; tests/e2e/test_replacement.py runs it with one",
    "restore --config /etc/dawr/hall.toml --from-centre muscat-1": "the same",
    "demo --headless": "stays until it is stopped; tests/e2e/test_readme.py starts it",
    "package windows --python python-3.11.9-embed-amd64.zip": (
        "needs the file of python.org; tests/e2e/test_user_package.py builds the package without it"
    ),
    "central release add --file /srv/releases/dawr-0.3.0-debian13.tar.gz": (
        "needs a signed file; tests/e2e/test_rollout.py runs it with one"
    ),
    "update stick/dawr-0.3.0-debian13.tar.gz": "needs root and units of systemd; tests/e2e runs it on such a machine",
    "update --for-devices stick/dawr-0.3.0-debian13.tar.gz": "the same; tests/e2e/test_device_rollout.py",
    "pair counter --hall https://HALL:8080 --code CODE --token-file /etc/dawr/counter-update.token"
    " --settings /etc/dawr/counter.toml": "writes into /etc/dawr; tests/commands/test_pair.py runs it elsewhere",
}
"""Commands that no test runs as they stand, and why; their options are read by the command's own parser."""


def in_blocks(text: str) -> Iterator[str]:
    """Return each command of Dawr in the code blocks of a page, without its user, its comment and its program."""
    for block in _BLOCK.findall(text):
        for line in re.sub(r" *\\\n *", " ", block).splitlines():
            yield from _command(re.sub(r"\s+# .*$", "", line.strip()))


def in_sentences(text: str) -> Iterator[str]:
    """Return each command of Dawr that stands in backticks in a page's sentences; it may be a part of one."""
    for quoted in re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", text, flags=re.DOTALL)):
        yield from _command(quoted)


def _command(line: str) -> Iterator[str]:
    bare = _AS_USER.sub("", line)
    if found := _PROGRAM.match(bare):
        command = bare[found.end() :].strip()
        for of_page, usual in _SAME.items():
            command = re.sub(rf"(?<!\w){re.escape(of_page)}", usual, command)
        yield command


def requests_run() -> set[str]:
    """Return the `curl` lines that tests/e2e/test_readme.py runs."""
    pages = (ROOT / "README.md", ROOT / "docs" / "integrator.md")
    return {line for page in pages for line in requests_in_blocks(page.read_text(encoding="utf-8"))}


def requests_in_blocks(text: str) -> list[str]:
    """Return the `curl` lines in the code blocks of a page."""
    return [line for block in _BLOCK.findall(text) for line in block.splitlines() if line.startswith("curl ")]
