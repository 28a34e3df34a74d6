"""The moving picture of the README: ticket, call and board of one visitor, from the real programs in a living hall."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw

from commands.demo.tokens import DemoTokens
from commands.hall_client import HallClient
from tools.pictures import first_counter
from tools.pictures.busy_hall import settle
from tools.qt_driver.driven_program import DrivenProgram, DrivingError

NAME = "ticket_call_board.webp"
SIZE = (960, 540)
MOST_BYTES = 3_000_000
_SCREEN = "1280x720"
_SERVICE, _COUNTER = "A", first_counter.NUMBER
_FINGER, _RING = (184, 136, 74, 120), (184, 136, 74, 255)
_SLIDE_STEPS, _SLIDE_MS = 9, 80
_PAPER_LOOKS, _PAPER_PX = 60, 230
_ABOVE_PRINTER = 0.855
"""The share of the demo's strip of paper that lies above the printer."""


@dataclass(frozen=True)
class Frame:
    """One picture and how long it is seen."""

    image: Image.Image
    ms: int


def take(hall: str, tokens: DemoTokens, place: Path, folder: Path) -> Path:
    """Play the story in the running demo and write it into the folder; the board's language is both."""
    frames = [*_story(hall, tokens, place)]
    path = folder / NAME
    write(frames, path)
    return path


def write(frames: list[Frame], path: Path, *, most_bytes: int = MOST_BYTES) -> None:
    """Write the frames as one animated WebP, coarser where it would be too large."""
    for quality in (82, 70, 55, 40):
        frames[0].image.save(
            path,
            save_all=True,
            append_images=[one.image for one in frames[1:]],
            duration=[one.ms for one in frames],
            loop=0,
            quality=quality,
            method=4,
        )
        if path.stat().st_size <= most_bytes:
            return
    raise ValueError(f"{path} has {path.stat().st_size} bytes, more than {most_bytes}")


def _story(hall: str, tokens: DemoTokens, place: Path) -> Iterator[Frame]:
    kiosk = ["--hall", hall, "--device", tokens.kiosk_device, "--language", "ar", "--size", _SCREEN]
    kiosk += ["--printer", "memory:", "--show-paper", "--tapped-tickets", "0"]
    counter = ["--hall", hall, "--counter", _COUNTER, "--language", "ar", "--size", _SCREEN]
    counter += ["--session", tokens.counters[_COUNTER]]
    board = ["--hall", hall, "--language", "both", "--size", _SCREEN, "--mute"]
    first_counter.free(hall, tokens)
    with (
        DrivenProgram("kiosk", kiosk, token=tokens.kiosk, log=place / "moving-kiosk.log") as at_kiosk,
        DrivenProgram(
            "counter", counter, token=tokens.counter_devices[_COUNTER], log=place / "moving.log"
        ) as at_counter,
        DrivenProgram("board", board, token=tokens.board, log=place / "moving-board.log") as on_board,
    ):
        at_kiosk.wait_for("language_ar")
        at_counter.wait_for("primary")
        yield from _ticket(at_kiosk, place)
        visit = _newest(HallClient(hall, tokens.head))
        yield Frame(_grabbed(at_counter, place), 2000)
        first_counter.call(hall, tokens, visit)
        on_board.wait_for("large_call")
        flash = []
        for _ in range(4):
            flash.append(_grabbed(on_board, place))
            settle(0.25)
        yield Frame(_grabbed(at_counter, place), 2600)
        yield from (Frame(one, 320) for one in flash)
        yield Frame(_grabbed(on_board, place), 4200)


def _ticket(kiosk: DrivenProgram, place: Path) -> Iterator[Frame]:
    yield Frame(_grabbed(kiosk, place), 1400)
    kiosk.tell(press="language_ar")
    kiosk.wait_for(f"tile_{_SERVICE}")
    settle(1)
    tiles = _grabbed(kiosk, place)
    yield Frame(tiles, 2200)
    yield Frame(_touched(tiles, kiosk.tell(place=f"tile_{_SERVICE}")["middle"]), 700)
    kiosk.tell(touch=f"tile_{_SERVICE}")
    kiosk.wait_for("ticket_code")
    settle(1.5)
    screen, sheet = _grabbed(kiosk, place), _paper(kiosk, place)
    yield Frame(screen, 900)
    for step in range(1, _SLIDE_STEPS + 1):
        yield Frame(_with_paper(screen, sheet, step / _SLIDE_STEPS), _SLIDE_MS)
    yield Frame(_with_paper(screen, sheet, 1), 3000)


def _newest(head: HallClient) -> str:
    """Return the visit of the service's newest ticket."""
    waiting = [
        one for one in head.get("/reception")["visits"] if (one["service"], one["state"]) == (_SERVICE, "waiting")
    ]
    return str(max(waiting, key=lambda one: one["issued_at"])["visit"])


def _grabbed(program: DrivenProgram, place: Path) -> Image.Image:
    path = place / "moving.png"
    # The paper is a separate window beside the kiosk.
    program.tell(grab=str(path), **({"of": "kiosk_window"} if program.name == "kiosk" else {}))
    with Image.open(path) as taken:
        return taken.convert("RGB").resize(SIZE, Image.Resampling.LANCZOS)


def _paper(kiosk: DrivenProgram, place: Path) -> Image.Image:
    """Return the sheet once it has come out of the demo's printer."""
    before = None
    for _ in range(_PAPER_LOOKS):
        sheet = _sheet(kiosk, place)
        if sheet is not None and before is not None and sheet.size == before.size:
            return sheet.resize((_PAPER_PX, round(sheet.height * _PAPER_PX / sheet.width)), Image.Resampling.LANCZOS)
        before = sheet
        settle(0.5)
    raise DrivingError("the demo's printer gave no paper")


def _sheet(kiosk: DrivenProgram, place: Path) -> Image.Image | None:
    """Return what of the sheet is seen now above the printer; None before there is any."""
    path = place / "moving-paper.png"
    kiosk.tell(grab=str(path), of="paper_roll")
    with Image.open(path) as taken:
        strip = taken.convert("RGB").crop((0, 0, taken.width, round(taken.height * _ABOVE_PRINTER)))
    ground = Image.new("RGB", strip.size, strip.getpixel((0, 0)))
    box = ImageChops.difference(strip, ground).getbbox()
    return strip.crop(box) if box else None


def _touched(screen: Image.Image, middle: list[int]) -> Image.Image:
    """Return the screen with a finger's touch on it."""
    x, y = middle[0] * SIZE[0] // 1280, middle[1] * SIZE[1] // 720
    touch = Image.new("RGBA", SIZE, (0, 0, 0, 0))
    ImageDraw.Draw(touch).ellipse((x - 34, y - 34, x + 34, y + 34), fill=_FINGER, outline=_RING, width=4)
    return Image.alpha_composite(screen.convert("RGBA"), touch).convert("RGB")


def _with_paper(screen: Image.Image, sheet: Image.Image, out: float) -> Image.Image:
    """Return the screen with the share `out` of the sheet come out of the slot below it."""
    shown = screen.copy()
    seen = min(round(sheet.height * out), SIZE[1] - 16)
    shown.paste(sheet.crop((0, 0, sheet.width, seen)), (24, SIZE[1] - seen))
    return shown
