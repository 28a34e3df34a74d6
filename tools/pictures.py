"""Take the pictures of every screen and ticket again, the screens from a hall in the middle of a busy morning."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from bench.running_demo import RunningDemo
from commands import demo_tokens
from commands.demo_staff_pin import pins_file
from commands.demo_tokens import DemoTokens
from commands.family import ROOT, Family
from commands.screen_pictures import take_page
from counter_client.config import WINDOW_PX
from tools import busy_hall
from tools.driven_program import DrivenProgram
from tools.ticket_pictures import take_tickets

_PORTRAIT, _LANDSCAPE = "1080x1920", "1920x1080"
_ON_A_TABLE = f"{WINDOW_PX[0]}x{WINDOW_PX[1]}"
"""Said, as a window without a size fits itself into the screen, and where there is none that is of 800 px."""
_PHONE = (412, 860)
_DEAD_PRINTER = "tcp://127.0.0.1:9"


def run(argv: list[str]) -> int:
    """Take all pictures into a folder and name each; look at them afterwards."""
    parser = argparse.ArgumentParser(prog="main.py pictures", description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "pictures", metavar="DIR", help="(docs/pictures)")
    folder: Path = parser.parse_args(argv).out
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        print(f"pictures: {folder} cannot be used: {error.strerror}; choose another: --out DIR", file=sys.stderr)
        return 1
    for picture in take_tickets(folder):
        print(picture, flush=True)
    with ExitStack() as stack:
        place = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="dawr-pictures-")))
        demo = stack.enter_context(RunningDemo(place / "demo")).description
        tokens = demo_tokens.load(place / "demo")
        phone_page = busy_hall.fill(demo["hall"], tokens)
        setup = _setup_page(stack, place)
        busy_hall.settle(65)
        for language in ("ar", "en"):
            for picture in _programs(demo["hall"], tokens, language, folder, place):
                print(picture, flush=True)
            for picture in _pages(demo, tokens, phone_page, setup, language, folder):
                print(picture, flush=True)
    return 0


def _setup_page(stack: ExitStack, place: Path) -> str:
    family = stack.enter_context(Family(place / "logs"))
    member = family.start("setup", ["--no-browser", "--port", "0", "--out", str(place / "hall.toml")])
    return family.address(member)


def _programs(hall: str, tokens: DemoTokens, language: str, folder: Path, place: Path) -> Iterator[Path]:
    yield from _kiosk(hall, tokens, language, folder, place)
    yield from _staff_menu(hall, tokens, language, folder, place)
    yield from _counter(hall, tokens, language, folder, place)
    for size, name in ((_LANDSCAPE, "board"), (_PORTRAIT, "board_portrait")):
        options = ["--hall", hall, "--language", language, "--size", size, "--mute"]
        with DrivenProgram("board", options, token=tokens.board, log=place / "board.log") as board:
            board.wait_for("large_call")
            busy_hall.settle(1)
            yield _grab(board, folder / f"{name}_{language}.png")


def _kiosk(hall: str, tokens: DemoTokens, language: str, folder: Path, place: Path) -> Iterator[Path]:
    common = ["--hall", hall, "--device", tokens.kiosk_device, "--language", language]
    log, wide = place / "kiosk.log", [*common, "--size", _LANDSCAPE]
    with DrivenProgram("kiosk", [*wide, "--printer", "memory:"], token=tokens.kiosk, log=log) as kiosk:
        kiosk.wait_for(f"language_{language}")
        yield _grab(kiosk, folder / f"kiosk_welcome_{language}.png")
        kiosk.tell(press=f"language_{language}")
        kiosk.wait_for("tile_A")
        busy_hall.settle(1)
        yield _grab(kiosk, folder / f"kiosk_services_{language}.png")
        kiosk.tell(touch="tile_Q")
        kiosk.wait_for("ticket_code")
        busy_hall.settle(1)
        yield _grab(kiosk, folder / f"kiosk_ticket_{language}.png")
    tall = [*common, "--size", _PORTRAIT, "--printer", "memory:"]
    with DrivenProgram("kiosk", tall, token=tokens.kiosk, log=log) as kiosk:
        kiosk.wait_for(f"language_{language}")
        kiosk.tell(press=f"language_{language}")
        kiosk.wait_for("tile_A")
        busy_hall.settle(1)
        yield _grab(kiosk, folder / f"kiosk_services_portrait_{language}.png")
    with DrivenProgram("kiosk", [*wide, "--printer", _DEAD_PRINTER], token=tokens.kiosk, log=log) as kiosk:
        kiosk.wait_for("notice_screen", timeout_s=30)
        busy_hall.settle(8)  # first it is starting; then it has asked the printer in vain
        yield _grab(kiosk, folder / f"kiosk_out_of_service_{language}.png")


def _staff_menu(hall: str, tokens: DemoTokens, language: str, folder: Path, place: Path) -> Iterator[Path]:
    options = ["--hall", hall, "--device", tokens.kiosk_device, "--language", language, "--size", _LANDSCAPE]
    options += ["--printer", "memory:", "--staff-pins", str(pins_file(tokens, place))]
    with DrivenProgram("kiosk", options, token=tokens.kiosk, log=place / "kiosk.log") as kiosk:
        kiosk.wait_for(f"language_{language}")
        kiosk.tell(key="F12")
        kiosk.wait_for("pin_enter")
        for digit in tokens.staff_pin:
            kiosk.tell(press=f"pin_{digit}")
        kiosk.tell(press="pin_enter")
        kiosk.wait_for("staff_paper")
        busy_hall.settle(1)
        yield _grab(kiosk, folder / f"kiosk_staff_menu_{language}.png")
        kiosk.tell(press="staff_paper")
        for _ in range(2):
            kiosk.wait_for("guide_next")
            kiosk.tell(press="guide_next")
        busy_hall.settle(0.5)
        yield _grab(kiosk, folder / f"kiosk_paper_change_{language}.png")


def _counter(hall: str, tokens: DemoTokens, language: str, folder: Path, place: Path) -> Iterator[Path]:
    def program(*options: str) -> DrivenProgram:
        common = ["--hall", hall, "--counter", "1", "--language", language, "--size", _ON_A_TABLE, *options]
        return DrivenProgram("counter", common, token=tokens.counter_devices["1"], log=place / "counter.log")

    with program("--session", tokens.counters["1"]) as counter:
        counter.wait_for("primary")
        busy_hall.settle(1)
        yield _grab(counter, folder / f"counter_workplace_{language}.png")
        counter.tell(key="F6")
        busy_hall.settle(0.5)
        yield _grab(counter, folder / f"counter_transfer_{language}.png")
    with program("--session", tokens.counters["1"], "--bar") as counter:
        counter.wait_for("bar_primary")
        busy_hall.settle(1)
        yield _grab(counter, folder / f"counter_bar_{language}.png")
    with program() as counter:
        counter.wait_for("agent_1")
        busy_hall.settle(0.5)
        yield _grab(counter, folder / f"counter_sign_in_{language}.png")


def _grab(program: DrivenProgram, picture: Path) -> Path:
    program.tell(grab=str(picture))
    return picture


def _pages(
    demo: dict[str, str], tokens: DemoTokens, phone_page: str, setup: str, language: str, folder: Path
) -> Iterator[Path]:
    phone, _, code = phone_page.partition("#")
    pages = {
        "head": (f"{demo['hall']}/enter?still&lang={language}#{tokens.head}", (1440, 1000)),
        "head_act": (f"{demo['hall']}/enter?still&to=/head/act&lang={language}#{tokens.head}", (1440, 1300)),
        "head_day": (f"{demo['hall']}/enter?still&to=/head/day&lang={language}#{tokens.head}", (1440, 1300)),
        "head_figures": (f"{demo['hall']}/enter?still&to=/head/figures&lang={language}#{tokens.head}", (1440, 1900)),
        "head_phone": (f"{demo['hall']}/enter?still&lang={language}#{tokens.head}", _PHONE),
        "phone": (f"{phone}?lang={language}#{code}", _PHONE),
        "centre": (f"{demo['centre']}/?lang={language}", (1440, 700)),
        "setup": (f"{setup}/?lang={language}", (1280, 1000)),
    }
    for name, (address, size) in pages.items():
        picture = folder / f"{name}_{language}.png"
        if take_page(address, picture, size=size):
            yield picture
