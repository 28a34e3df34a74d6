from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from printer.composer import Composer
from printer.documents.ticket import Digits, Names, TicketContent, TicketLanguage
from printer.emulator.hardware.paper import Sheet
from printer.escpos.capabilities import Abilities, Known
from printer.profiles import PAPERS, Link, PaperProfile, paper_of
from printer.render.bitmap import REAL_TIME_COMMAND, Bitmap, cropped
from printer.render.blocks import Drawn, Gap, Kept, NativeLine, QrCode
from printer.render.raster import draw
from printer.stored_graphics.store import ArtStore
from tests.helpers.replacing import replace
from tests.helpers.speeds import examples
from tests.printer.samples import ADDRESS, SERVICES, TEN_35, codes_on, reference, ticket, without_blank_ends
from tests.printer.stored_graphics.art_unit import ABLE, ArtUnit

RAM_ONLY = replace(ABLE, nv_graphics=Known.NO)
CASES = list(itertools.product(sorted(PAPERS), Link, TicketLanguage))


class Press:
    """A composer beside a memory printer on the same paper."""

    def __init__(self, paper: PaperProfile, link: Link, able: Abilities = RAM_ONLY, **build: object) -> None:
        self.unit = ArtUnit(able=able, dots=paper.dots, **build)
        self.composer = Composer(paper, link, art=ArtStore())
        self.talk = self.unit.connected()
        self.composer.art.meet(self.talk, "unit-1", able)

    def fill(self, *contents: TicketContent) -> None:
        """Prepare these tickets and put their fixed parts into the printer."""
        for content in contents:
            self.composer.ticket(content, self.unit.able)
        while self.composer.art.add_one(self.talk):
            pass

    def printed(self, content: TicketContent) -> tuple[Sheet, int]:
        """Return the paper and the bytes that it took."""
        segments = self.composer.ticket(content, self.unit.able)
        self.talk.write(b"".join(segments))
        return self.unit.printer.sheets[-1], sum(map(len, segments))


@pytest.mark.parametrize(("paper_mm", "language"), list(itertools.product(sorted(PAPERS), TicketLanguage)))
def test_pictures_come_out_dot_for_dot_as_they_were_laid_out(paper_mm: int, language: TicketLanguage) -> None:
    paper, content = paper_of(paper_mm), ticket(language=language, copied_at=TEN_35)
    press = Press(paper, Link.FAST)
    sheet, _ = press.printed(content)
    expected = reference(press.composer.blocks(content), paper)
    assert without_blank_ends(Bitmap(sheet.dots, sheet.data)) == without_blank_ends(expected)


def drawn_blocks(composer: Composer, content: TicketContent) -> list[Drawn]:
    """Return the parts of a ticket that go as pictures."""
    flat = [
        part for block in composer.blocks(content) for part in (block.parts if isinstance(block, Kept) else (block,))
    ]
    return [part for part in flat if not isinstance(part, Gap | NativeLine | QrCode)]


WORDS = st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئ ًَُِّْ لاABCDefgh 0123٠١٢٣–،/-", min_size=1, max_size=90).filter(
    str.strip
)


@settings(max_examples=examples(30), deadline=None)
@given(
    hall=st.builds(Names, WORDS, WORDS),
    service=st.builds(Names, WORDS, WORDS),
    notice=st.builds(Names, WORDS | st.just(""), WORDS | st.just("")),
    number=st.from_regex(r"[A-Z\u0628-\u064a]{0,2}-?[0-9]{1,5}", fullmatch=True),
    ahead=st.none() | st.integers(0, 9999),
    wait=st.none() | st.tuples(st.integers(0, 600), st.integers(0, 600)).map(sorted),
    language=st.sampled_from(TicketLanguage),
    digits=st.sampled_from(Digits),
    copied=st.booleans(),
    paper_mm=st.sampled_from(sorted(PAPERS)),
    link=st.sampled_from([Link.FAST, Link.SERIAL]),
)
def test_whatever_stands_on_it_the_paper_holds_the_layout_dot_for_dot(
    hall: Names,
    service: Names,
    notice: Names,
    number: str,
    ahead: int | None,
    wait: list[int] | None,
    language: TicketLanguage,
    digits: Digits,
    copied: bool,
    paper_mm: int,
    link: Link,
) -> None:
    content = ticket(
        hall=hall, service=service, notice=notice, number=number, people_ahead=ahead, language=language, digits=digits,
        wait_low_min=wait and wait[0], wait_high_min=wait and wait[1], copied_at=TEN_35 if copied else None,
    )  # fmt: skip
    paper = paper_of(paper_mm)
    press = Press(paper, link)
    sheet, _ = press.printed(content)
    printed = without_blank_ends(Bitmap(sheet.dots, sheet.data))
    expected = without_blank_ends(reference(press.composer.blocks(content), paper))
    assert len(printed) == len(expected)
    # Only a part that hid a real-time command is moved, by a dot; all others are exact.
    moved = [top for top in range(0, len(printed), 72) if printed[top : top + 72] != expected[top : top + 72]]
    if moved:
        cut_out = [
            cropped(picture) for block in drawn_blocks(press.composer, content) for picture in draw(block, paper)
        ]
        assert any(not part[1].is_safe() for part in cut_out if part), "nothing had to be moved"


@pytest.mark.parametrize(("paper_mm", "link", "language"), CASES)
def test_a_ticket_with_its_art_in_the_printer_looks_as_the_one_without(
    paper_mm: int, link: Link, language: TicketLanguage, tmp_path: Path
) -> None:
    paper, content = paper_of(paper_mm), ticket(language=language)
    without, _ = Press(paper, link, replace(RAM_ONLY, ram_graphics=Known.NO)).printed(content)
    press = Press(paper, link)
    press.fill(content)
    sheet, _ = press.printed(content)
    assert sheet.rows == without.rows
    assert not press.unit.printer.interpreter.unknown
    assert codes_on(sheet, tmp_path) == [ADDRESS]


BUDGETS = [(80, Link.FAST, 28), (80, Link.SERIAL, 10), (80, Link.SLOW, 5), (58, Link.FAST, 17), (58, Link.SERIAL, 10)]


@pytest.mark.parametrize(("paper_mm", "link", "kb"), BUDGETS)
def test_every_ticket_of_the_example_hall_keeps_its_byte_budget(paper_mm: int, link: Link, kb: int) -> None:
    press = Press(paper_of(paper_mm), link)
    for language, digits, service in itertools.product(TicketLanguage, Digits, SERVICES):
        content = ticket(language=language, digits=digits, service=service, number="B088", people_ahead=38)
        press.fill(content)
        assert press.printed(content)[1] <= kb * 1024, (language, digits, service)
        copy = replace(content, copied_at=TEN_35)
        press.fill(copy)
        assert press.printed(copy)[1] <= kb * 1024, (language, digits, service)


def test_a_printer_not_known_to_draw_codes_keeps_the_budget_too(tmp_path: Path) -> None:
    for paper_mm, kb in ((80, 28), (58, 17)):
        press = Press(paper_of(paper_mm), Link.FAST, Abilities(fence=Known.YES))
        sheet, size = press.printed(ticket())
        assert size <= kb * 1024
        assert codes_on(sheet, tmp_path) == [ADDRESS]


@pytest.mark.parametrize(("paper_mm", "link"), list(itertools.product(sorted(PAPERS), Link)))
def test_a_second_ticket_prints_from_what_the_first_left_in_the_printer(paper_mm: int, link: Link) -> None:
    """ESC @ would empty the memory between two tickets."""
    press = Press(paper_of(paper_mm), link)
    press.fill(ticket())
    one, first = press.printed(ticket(number="A001"))
    two, second = press.printed(ticket(number="A001"))
    assert one.rows == two.rows
    assert first == second


def test_after_a_power_cut_the_ticket_carries_its_pictures_again() -> None:
    press = Press(paper_of(80), Link.SERIAL)
    press.fill(ticket())
    kept, small = press.printed(ticket())
    press.unit.printer.power_cycle()
    press.unit.printer.run(press.unit.printer.now_s + 2)
    press.composer.art.check(press.talk)
    carried, large = press.printed(ticket())
    assert carried.rows == kept.rows
    assert large > small + 4000


def test_settings_left_over_from_another_program_change_nothing() -> None:
    press = Press(paper_of(80), Link.SLOW)
    press.fill(ticket())
    clean, _ = press.printed(ticket())
    press.talk.write(b"\x1ba\x02\x1d!\x33\x1b3\xff\x1bt\x20\x1b!\x30")
    assert press.printed(ticket())[0].rows == clean.rows


def test_a_wire_without_answers_gets_the_usual_ticket_whatever_is_known() -> None:
    composer = Composer(paper_of(80), Link.FAST, answers=False)
    assert b"\x1d(k" in b"".join(composer.ticket(ticket(), Abilities()))


@pytest.mark.parametrize("link", list(Link))
def test_neither_tickets_nor_art_hold_a_command_that_a_printer_obeys_at_once(link: Link) -> None:
    press = Press(paper_of(80), link)
    said: list[bytes] = []
    passed_on = press.unit.printer.take
    press.unit.printer.take = lambda data: (said.append(bytes(data)), passed_on(data))[1]  # type: ignore[method-assign]  # an ear on the line
    for nth, service in enumerate(SERVICES):
        content = ticket(service=service, notice=Names(f"تنويه {nth}", f"Notice {nth}"), number=f"C{nth:03d}")
        press.fill(content)
        press.printed(content)
    stream = b"".join(said)
    assert len(stream) > 10_000
    assert REAL_TIME_COMMAND.search(stream) is None
