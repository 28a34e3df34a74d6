from __future__ import annotations

import itertools
import logging
import re
import subprocess
import sys
from pathlib import Path

import pytest
from escpos.printer import Dummy
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from printer.documents.ticket import Digits, TicketContent, TicketLanguage
from printer.documents.ticket_layout import lay_out
from printer.emulator.interpreter.commands import split_command
from printer.escpos.encode import SEGMENT_BYTES, _command, _qr, _text, cut_stub, encode, raster, warm_up
from printer.escpos.pieces import Blank, NativeQr, Picture, PieceStore
from printer.profiles import PAPERS, Link, paper_of
from printer.render.bitmap import REAL_TIME_COMMAND, Bitmap
from printer.render.blocks import Text, Weight
from tests.helpers.speeds import examples
from tests.printer.samples import SERVICES, TEN_35, ticket


def encoded(content: TicketContent, paper_mm: int = 80, link: Link = Link.FAST) -> list[bytes]:
    paper = paper_of(paper_mm)
    return encode(PieceStore(paper).pieces(lay_out(content, paper, link)))


def commands(stream: bytes) -> list[tuple[bytes, bytes]]:
    """Split a stream into commands, a raster with its rows."""
    found, at = [], 0
    while at < len(stream):
        command = split_command(stream[at:])
        assert command, "a command is cut off"
        at += len(command)
        rows = b""
        if command[:2] == b"\x1dv":
            size = int.from_bytes(command[4:6], "little") * int.from_bytes(command[6:8], "little")
            rows = stream[at : at + size]
            assert len(rows) == size
            at += size
        found.append((command, rows))
    return found


@given(st.integers(1, 9), st.integers(1, 30), st.randoms(use_true_random=False))
@settings(max_examples=examples(25), deadline=None)
def test_our_packing_is_byte_for_byte_that_of_python_escpos(stride: int, height: int, random: object) -> None:
    data = bytes(random.randrange(256) for _ in range(stride * height))
    dummy = Dummy()
    dummy.image(Image.frombytes("1", (stride * 8, height), bytes(byte ^ 0xFF for byte in data)), impl="bitImageRaster")
    assert raster(Bitmap(stride * 8, data)) == bytes(dummy.output)


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=120), st.integers(1, 16))
@settings(max_examples=examples(25), deadline=None)
def test_our_qr_code_is_byte_for_byte_that_of_python_escpos(text: str, module_dots: int) -> None:
    dummy = Dummy()
    dummy.qr(text, ec=1, size=module_dots, native=True)
    assert _qr(text, module_dots) == bytes(dummy.output)


def test_our_short_commands_are_those_that_python_escpos_sends() -> None:
    acts = {
        "init": lambda d: d.hw("INIT"),
        "centre": lambda d: d.set(align="center"),
        "cut": lambda d: d.cut(feed=False),
    }
    for name, act in acts.items():
        dummy = Dummy()
        act(dummy)
        assert _command(name) == bytes(dummy.output), name


@pytest.mark.parametrize("across", [1, 2, 3])
@pytest.mark.parametrize("down", [1, 2, 3])
def test_our_lines_of_text_begin_as_those_of_python_escpos(across: int, down: int) -> None:
    dummy = Dummy()
    dummy.set(custom_size=True, width=across, height=down, bold=across > 1)
    dummy.line_spacing(24 * down)
    sent = bytes(dummy.output)
    ours = _text("A047", across, down).removesuffix(b"A047\n")
    assert set(split(ours)) <= set(split(sent))


def split(stream: bytes) -> list[bytes]:
    """Return the commands of a stream."""
    return [command for command, _ in commands(stream)]


@pytest.mark.process
def test_the_printer_classes_of_python_escpos_stay_out_of_the_kiosk() -> None:
    script = "import sys; from printer.escpos.encode import warm_up; warm_up(); print('escpos.printer' in sys.modules)"
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.mark.parametrize(
    ("paper_mm", "link", "limit_bytes"),
    [(80, Link.FAST, 28 * 1024), (58, Link.FAST, 17 * 1024), (80, Link.SLOW, 21 * 1024), (58, Link.SLOW, 14 * 1024)],
)
def test_tickets_of_the_example_hall_keep_their_byte_budget(paper_mm: int, link: Link, limit_bytes: int) -> None:
    for service, language, digits in itertools.product(SERVICES, TicketLanguage, Digits):
        content = ticket(service=service, language=language, digits=digits, number="B088")
        assert sum(map(len, encoded(content, paper_mm, link))) <= limit_bytes


@pytest.mark.parametrize(("paper_mm", "link"), list(itertools.product(PAPERS, Link)))
def test_segments_are_whole_commands_of_at_most_1_kb(paper_mm: int, link: Link) -> None:
    segments = encoded(ticket(copied_at=TEN_35), paper_mm, link)
    assert all(0 < len(segment) <= SEGMENT_BYTES for segment in segments)
    for segment in segments:
        commands(segment)


def test_a_ticket_starts_with_a_reset_and_ends_with_its_only_cut_beside_ink() -> None:
    segments = encoded(ticket())
    assert segments[0].startswith(b"\x1b@\x1ba\x01")
    assert b"".join(segments).count(b"\x1dVB\x00") == 1
    last = commands(segments[-1])
    assert last[-1][0] == b"\x1dVB\x00"
    assert any(any(rows) for _, rows in last), "a ticket is whole only with its last segment"


@settings(max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    number=st.from_regex(r"[A-Z][0-9]{3}", fullmatch=True),
    service=st.sampled_from(SERVICES),
    ahead=st.integers(0, 400),
    paper_mm=st.sampled_from(sorted(PAPERS)),
    digits=st.sampled_from(Digits),
    link=st.sampled_from(Link),
)
def test_no_picture_holds_a_command_that_a_printer_obeys_at_once(
    number: str, service: object, ahead: int, paper_mm: int, digits: Digits, link: Link
) -> None:
    content = ticket(number=number, service=service, people_ahead=ahead, digits=digits)
    segments = encoded(content, paper_mm, link)
    assert not REAL_TIME_COMMAND.search(b"".join(segments))


def test_no_picture_is_wider_than_the_head() -> None:
    for paper_mm, link in itertools.product(PAPERS, Link):
        for command, _ in commands(b"".join(encoded(ticket(), paper_mm, link))):
            if command[:2] == b"\x1dv":
                doubled = 2 if command[3] == 3 else 1
                assert int.from_bytes(command[4:6], "little") * 8 * doubled <= paper_of(paper_mm).dots


def test_the_qr_code_is_the_printers_own() -> None:
    stream = b"".join(encoded(ticket()))
    assert re.search(rb"\x1d\(k..1P0https://dawr\.example\.om/t#MCT1\.k3Jx9QeVtR2mZ8bLw5Yp0A\x1d\(k\x03\x001Q0", stream)


def test_a_printer_without_qr_codes_gets_a_picture() -> None:
    paper = paper_of(80)
    pieces = PieceStore(paper, native_qr=False).pieces(lay_out(ticket(), paper, Link.FAST))
    assert not [piece for piece in pieces if isinstance(piece, NativeQr)]
    assert b"\x1d(k" not in b"".join(encode(pieces))


def test_long_blank_paper_is_fed_in_steps_a_printer_takes() -> None:
    dot = Picture(0, Bitmap(8, b"\x80"), 0)
    stream = b"".join(encode([dot, Blank(600), dot]))
    assert [c[0][2] for c in commands(stream) if c[0][:2] == b"\x1bJ"] == [255, 255, 90]


def test_what_is_drawn_once_is_kept() -> None:
    paper = paper_of(80)
    store = PieceStore(paper)
    block = Text("المساعدات السكنية", 40, Weight.BOLD, rtl=True)
    assert store.pieces((block,))[0] is store.pieces((block,))[0]


def test_a_stub_is_cut_after_a_reset() -> None:
    assert cut_stub() == b"\x1b@\x1dVB\x00"


@pytest.mark.process
def test_warming_up_leaves_the_log_as_it_was() -> None:
    """python-escpos configures the root logger when imported; ours stays ours. Only a fresh process shows it."""
    script = "import logging; from printer.escpos.encode import warm_up; warm_up(); print(len(logging.root.handlers))"
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"
    warm_up()
    assert logging.root.handlers is not None


@pytest.mark.process
def test_only_the_encoder_imports_python_escpos_and_only_at_first_use() -> None:
    sources = [
        path for path in (Path(__file__).resolve().parents[3] / "printer").rglob("*.py") if "escpos" in path.read_text()
    ]
    importing = [
        path.name for path in sources if re.search(r"^\s*(from|import) escpos", path.read_text(), re.MULTILINE)
    ]
    assert importing == ["encode.py"]
    script = (
        "import sys, printer.escpos.encode, printer.printer; print('escpos' in sys.modules, 'serial' in sys.modules)"
    )
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
