"""Take the pictures of every screen and ticket again, in the living demo at a quarter past ten."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

from bench.running_demo import RunningDemo
from commands.demo import tokens as demo_tokens
from commands.demo.scenario.agents_and_visitors import take_ticket
from commands.demo.screen_pictures import PAGE_LIMIT_S, take_page
from commands.demo.staff_pin import pins_file
from commands.demo.tokens import DemoTokens
from commands.hall_client import HallClient
from commands.runtime.process_group import ROOT, Family
from common.clock.wall_clock import move_clock, utc_now
from common.configuration.command_parser import CommandParser
from counter_client.config import WINDOW_PX
from tools.pictures import busy_hall, device_frames, first_counter, moving_picture, web_counter
from tools.pictures.tickets import take_tickets
from tools.qt_driver.driven_program import DrivenProgram

_PORTRAIT, _LANDSCAPE = "1080x1920", "1920x1080"
_ON_A_TABLE = f"{WINDOW_PX[0]}x{WINDOW_PX[1]}"
"""Said, as a window without a size fits itself into the screen, and where there is none that is of 800 px."""
_PHONE = (412, 860)
_DEAD_PRINTER = "tcp://127.0.0.1:9"


def run(argv: list[str]) -> int:
    """Take all pictures into a folder and name each; look at them afterwards. 1 when one could not be taken."""
    parser = CommandParser(prog="pictures", description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "pictures", metavar="DIR", help="(docs/pictures)")
    parser.add_argument("--demo", type=Path, metavar="DIR", help="go on with this stopped demo (default: a new one)")
    parser.add_argument("--moving", action="store_true", help="take the moving picture of the README alone")
    arguments = parser.parse_args(argv)
    folder: Path = arguments.out
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        print(f"pictures: {folder} cannot be used: {error.strerror}; choose another: --out DIR", file=sys.stderr)
        return 1
    begun_s, missing = time.time(), 0
    for picture in _all(folder, arguments.demo, moving_alone=arguments.moving):
        if picture.exists() and picture.stat().st_mtime >= begun_s:
            print(picture, flush=True)
        else:
            missing += 1
            print(
                f"pictures: {picture.name} was not taken: its page did not come within {PAGE_LIMIT_S} s",
                file=sys.stderr,
            )
    return 1 if missing else 0


def _all(folder: Path, begun: Path | None, *, moving_alone: bool) -> Iterator[Path]:
    if not moving_alone:
        yield from take_tickets(folder)
    with ExitStack() as stack:
        place = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="dawr-pictures-")))
        home = begun or place / "demo"
        demo = stack.enter_context(RunningDemo(home, living=True)).description
        tokens = demo_tokens.load(home)
        move_clock(timedelta(seconds=demo["clock_ahead_s"]))
        if moving_alone:
            yield moving_picture.take(demo["hall"], tokens, place, folder)
            return
        first_counter.serve_next(demo["hall"], tokens)
        phone_page = _ticket(demo["hall"], tokens)["status_url"]
        setup = _setup_page(stack, place)
        with _devices(demo["hall"], tokens, place):
            for language in ("ar", "en"):  # the pages first: they show the morning as it begins
                yield from _pages(_addresses(demo, tokens, phone_page, setup, language), language, folder)
        for language in ("ar", "en"):
            yield from _called_phone(demo["hall"], tokens, language, folder)
            yield from web_counter.take(demo["hall"], tokens, language, folder)
            demo_tokens.enrol(tokens, demo["hall"])  # the browser has taken the counter's session over
            yield from _programs(demo["hall"], tokens, language, folder, place)
        for size, name in ((_LANDSCAPE, "board_both"), (_PORTRAIT, "board_portrait_both")):
            yield _board(demo["hall"], tokens, size, folder / f"{name}.png", place)
        yield moving_picture.take(demo["hall"], tokens, place, folder)


def _ticket(hall: str, tokens: DemoTokens) -> Mapping[str, Any]:
    """Take a ticket whose print is reported, so that the head is not alerted to it."""
    return take_ticket(HallClient(hall, tokens.kiosk), tokens.kiosk_device, {"service": "L"})


@contextmanager
def _devices(hall: str, tokens: DemoTokens, place: Path) -> Iterator[None]:
    """Run kiosk, board and first counter, so that the pages show them connected."""
    kiosk = ["--hall", hall, "--device", tokens.kiosk_device, "--size", _LANDSCAPE, "--printer", "memory:"]
    board = ["--hall", hall, "--size", _LANDSCAPE, "--mute"]
    counter = ["--hall", hall, "--counter", "1", "--size", _ON_A_TABLE]
    with (
        DrivenProgram("kiosk", kiosk, token=tokens.kiosk, log=place / "kiosk.log") as first,
        DrivenProgram("board", board, token=tokens.board, log=place / "board.log") as second,
        DrivenProgram("counter", counter, token=tokens.counter_devices["1"], log=place / "counter.log") as third,
    ):
        for program, part in ((first, "language_ar"), (second, "large_call"), (third, "agent_1")):
            program.wait_for(part)
        yield


def _called_phone(hall: str, tokens: DemoTokens, language: str, folder: Path) -> Iterator[Path]:
    """Call a visitor to the first counter, take the page on his phone, and serve him."""
    ticket = _ticket(hall, tokens)
    first_counter.call(hall, tokens, ticket["visit"])
    address, _, code = ticket["status_url"].partition("#")
    picture = folder / f"phone_called_{language}.png"
    if take_page(f"{address}?lang={language}#{code}", picture, size=_PHONE):
        device_frames.frame(picture, device_frames.PHONE)
    yield picture
    HallClient(hall, tokens.counters[first_counter.NUMBER]).post("/counters/1/begin")


def _setup_page(stack: ExitStack, place: Path) -> str:
    family = stack.enter_context(Family(place / "logs"))
    member = family.start("setup", ["--no-browser", "--port", "0", "--out", str(place / "hall.toml")])
    return family.address(member)


def _programs(hall: str, tokens: DemoTokens, language: str, folder: Path, place: Path) -> Iterator[Path]:
    yield from _kiosk(hall, tokens, language, folder, place)
    yield from _staff_menu(hall, tokens, language, folder, place)
    yield from _counter(hall, tokens, language, folder, place)


def _board(hall: str, tokens: DemoTokens, size: str, picture: Path, place: Path) -> Path:
    """Take the board in both languages, as a hall has it."""
    options = ["--hall", hall, "--language", "both", "--size", size, "--mute"]
    with DrivenProgram("board", options, token=tokens.board, log=place / "board.log") as board:
        board.wait_for("large_call")
        busy_hall.settle(1)
        return _grab(board, picture)


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
        kiosk.tell(touch="tile_H")
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
        device_frames.frame(folder / f"kiosk_services_portrait_{language}.png", device_frames.KIOSK)
        kiosk.tell(press="assist_button")
        for switch in ("text", "contrast"):
            kiosk.wait_for(f"assist_{switch}")
            kiosk.tell(press=f"assist_{switch}")
        kiosk.tell(press="back_button")
        kiosk.wait_for("tile_A")
        busy_hall.settle(1)
        yield _grab(kiosk, folder / f"kiosk_large_text_{language}.png")
        device_frames.frame(folder / f"kiosk_large_text_{language}.png", device_frames.KIOSK)
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
        yield device_frames.on_desktop(_grab(counter, folder / f"counter_bar_{language}.png"))
    with program() as counter:
        counter.wait_for("agent_1")
        busy_hall.settle(0.5)
        yield _grab(counter, folder / f"counter_sign_in_{language}.png")


def _grab(program: DrivenProgram, picture: Path) -> Path:
    program.tell(grab=str(picture))
    return picture


def _addresses(
    demo: dict[str, str], tokens: DemoTokens, phone_page: str, setup: str, language: str
) -> dict[str, tuple[str, tuple[int, int]]]:
    """Return where each page is and how large its picture is."""
    phone, _, code = phone_page.partition("#")
    lived = utc_now().date() - timedelta(weeks=4)  # its month is whole, also on the first of the next one
    return {
        "head": (f"{demo['hall']}/enter?still&lang={language}#{tokens.head}", (1366, 900)),
        "head_act": (f"{demo['hall']}/enter?still&to=/head/act&lang={language}#{tokens.head}", (1366, 1200)),
        "head_day": (f"{demo['hall']}/enter?still&to=/head/day&lang={language}#{tokens.head}", (1366, 1200)),
        "head_figures": (
            f"{demo['hall']}/enter?still&to=/head/figures&period=month&day={lived}&lang={language}#{tokens.head}",
            (1366, 1800),
        ),
        "head_requests": (f"{demo['hall']}/enter?still&to=/head/requests&lang={language}#{tokens.head}", (1366, 900)),
        "head_reception": (f"{demo['hall']}/enter?still&to=/reception&lang={language}#{tokens.head}", (1366, 900)),
        **{
            f"head_{name}": (f"{demo['hall']}/enter?still&to=/head/{name}&lang={language}#{tokens.head}", (1366, 900))
            for name in ("people", "services", "hours", "devices")
        },
        "help": (f"{demo['hall']}/help?lang={language}", (1366, 900)),
        "head_phone": (f"{demo['hall']}/enter?still&lang={language}#{tokens.head}", _PHONE),
        "phone": (f"{phone}?lang={language}#{code}", _PHONE),
        "centre": (f"{demo['centre']}/?lang={language}", (1366, 1100)),
        "setup": (f"{setup}/?lang={language}", (1280, 1000)),
    }


def _pages(pages: dict[str, tuple[str, tuple[int, int]]], language: str, folder: Path) -> Iterator[Path]:
    for name, (address, size) in pages.items():
        picture = folder / f"{name}_{language}.png"
        if take_page(address, picture, size=size) and name == "phone":
            device_frames.frame(picture, device_frames.PHONE)
        yield picture
