"""Every screen of the kiosk at every size that halls have: reachable, large enough, named, and nothing squeezed."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from contracts.devices.paper import PaperView
from contracts.queue.answers import IssuedTicket, WaitRange
from contracts.words.hall import Lane, PrintState, VisitorKind
from kiosk.printing.recent_tickets import RecentTicket
from kiosk.screens.presenter import derive_screen
from kiosk.screens.view_data.visitor import KindsView, KioskView
from kiosk.screens.window import KioskWindow
from kiosk.staff import session as staff_session
from kiosk.staff.presenter import StaffKnowledge, derive_staff
from kiosk.staff.session import PaperStep, StaffSession, StaffStep
from kiosk.state.conditions import Conditions, PrinterCondition
from kiosk.visitor.help_options import HELP, Assist
from kiosk.visitor.help_options import LANGUAGES as ALL_LANGUAGES
from kiosk.visitor.session import PhoneState, Session, Step
from qtkit.language.catalogues import I18N
from qtkit.language.language import Language
from qtkit.look.looks import Looks
from qtkit.look.theme import CONTRAST, Theme, load_fonts
from tests.helpers.fake_hall import NINE, example_hall, example_queues
from tests.helpers.kiosk_halls import PREMIUM, WOMEN, with_page, with_rules, with_zones
from tests.helpers.replacing import replace
from tests.helpers.speeds import some
from tools.catalogues import LANGUAGES

SIZES = [
    (1920, 1080, 21.5),
    (1080, 1920, 21.5),
    (1080, 1920, 32.0),
    (1280, 720, 15.6),
    (1024, 768, 15.0),
    (540, 900, 12.0),
]
USUAL = Looks()
SPOKEN = (*LANGUAGES["kiosk"], "qps")
HALL = replace(with_rules(with_page(example_hall(), "T"), phone=True, appointments=True), languages=LANGUAGES["kiosk"])
GOOD = Conditions(True, HALL, example_queues(), PrinterCondition(None, "ok"))
UNSTAFFED = replace(
    GOOD,
    queues=replace(
        example_queues(),
        services=tuple(
            replace(row, counters_open=0, forecast=None, begins_at="08:00" if row.service == "L" else "")
            for row in example_queues().services
        ),
    ),
)
"""Nobody is signed in anywhere."""
ZONED = replace(GOOD, hall=with_zones(HALL, WOMEN, PREMIUM))
TICKET = IssuedTicket(
    "v1", "T047", "T", Lane.PRIORITY, NINE, 12, WaitRange(1700, 2000, 3300), "http://hall:8080/t#3q8Yw2Zk5c1VbT9xM0aRfg"
)
SESSIONS = {
    "welcome": Session("ar"),
    "services": Session("ar", Step.SERVICES),
    "kinds": Session("ar", Step.VISITOR_KIND, service="T"),
    "issuing": Session("ar", Step.ISSUING, service="T"),
    "ticket": Session("ar", Step.TICKET, service="T", ticket=TICKET, printing=PrintState.CONFIRMED),
    "not_printed": Session("ar", Step.TICKET, service="T", ticket=TICKET, printing=PrintState.NOT_STARTED),
    "information": Session("ar", Step.INFORMATION, service="T"),
    "long_wait": Session("ar", Step.LONG_WAIT, service="T"),
    "another": Session("ar", Step.ANOTHER, service="T"),
    "consent": Session("ar", Step.CONSENT, service="T", ticket=TICKET, typed="+96891234567"),
    "left_alone": Session("ar", Step.TICKET, service="T", ticket=TICKET, printing=PrintState.CONFIRMED, closes_in_s=19),
    "nobody_serves": Session(
        "ar",
        Step.TICKET,
        service="T",
        ticket=replace(TICKET, people_ahead=0, wait=None, staffed=False),
        printing=PrintState.CONFIRMED,
    ),
    "phone": Session("ar", Step.PHONE, service="T", ticket=TICKET, typed="91234567", note="phone_wrong"),
    "booking": Session("ar", Step.BOOKING, typed="482173901234", note="booking_unknown"),
    "early": Session("ar", Step.REFUSED, refusal="appointment_early", refusal_at="08:30"),
    "other_day": Session("ar", Step.REFUSED, refusal="appointment_other_day", refusal_at="25-11-2026"),
    "phone_kept": Session(
        "ar",
        Step.TICKET,
        service="T",
        ticket=TICKET,
        printing=PrintState.CONFIRMED,
        phone=PhoneState.KEPT,
        phone_shown="••••••67",
    ),
    "refused": Session("ar", Step.REFUSED, refusal="visitor_kind_refused"),
    "ending": Session("ar", Step.SERVICES, closes_in_s=12),
    "assist": Session("ar", Step.SERVICES, assist=Assist(HELP)),
    "languages": Session("ar", Step.SERVICES, assist=Assist(ALL_LANGUAGES)),
}

MENU = staff_session.opened("سالم الحارثي")
RECENT = tuple(
    RecentTicket(replace(TICKET, visit=f"v{n}", ticket=f"T{n:03}"), state, "ar")
    for n, state in enumerate([*PrintState, *PrintState])
)
STAFF = {
    "pin": StaffSession(digits="471"),
    "menu": MENU,
    "reprint": staff_session.shown(MENU, StaffStep.REPRINT),
    "torn": staff_session.torn(MENU),
    "status": staff_session.shown(MENU, StaffStep.STATUS),
    **{f"guide_{step.value}": replace(staff_session.paper_begun(MENU, 0.0), paper_step=step) for step in PaperStep},
    "trial": staff_session.trial(MENU),
    "question": replace(MENU, step=StaffStep.QUESTION),
    "confirm": staff_session.asked(MENU, "restart_device"),
    "wrong_roll": staff_session.told(MENU, "wrong_roll"),
    "trial_failed": staff_session.told(staff_session.paper_begun(MENU, 0.0), "trial_failed", "cutter_jam"),
    "power_refused": staff_session.told(
        MENU, "power_refused", "Call to PowerOff failed: Interactive authentication required."
    ),
}
KNOWN = StaffKnowledge(
    GOOD,
    RECENT,
    PaperView("k1", NINE, "سالم الحارثي", 64_000, 551, 116, 61),
    address="serial:///dev/serial/by-id/usb-Prolific_Technology_Inc-if00?baud=115200",
)


@pytest.fixture
def pseudo(qapp: QApplication, tmp_path: Path) -> Iterator[Language]:
    """The kiosk in a made-up language: every text half as long again, with accents, as a German or a Tamil one is."""
    texts = (I18N / "kiosk_ar.ts").read_text(encoding="utf-8")
    texts = re.sub(
        r"<source>(.*?)</source>(.*?)<translation>.*?</translation>",
        lambda found: f"<source>{found[1]}</source>{found[2]}<translation>{_longer(found[1], found[0])}</translation>",
        texts,
        flags=re.DOTALL,
    )
    for real in LANGUAGES["kiosk"]:
        (tmp_path / f"kiosk_{real}.ts").write_bytes((I18N / f"kiosk_{real}.ts").read_bytes())
    (tmp_path / "kiosk_qps.ts").write_text(texts, encoding="utf-8")
    shown = Language(qapp, "kiosk", folder=tmp_path)
    shown.show("qps")
    yield shown
    shown.withdraw()
    QLocale.setDefault(QLocale.c())


def _longer(text: str, message: str) -> str:
    long = html.escape("Åñ" + html.unescape(text).replace("e", "éé").replace("o", "öö") + " ŵŷž", quote=False)
    return "".join(f"<numerusform>{long}</numerusform>" for _ in range(6)) if "numerusform" in message else long


def window_at(qtbot: QtBot, language: Language, size: tuple[int, int, float]) -> KioskWindow:
    load_fonts()
    window = KioskWindow(Theme(*size), language)
    qtbot.addWidget(window)
    window.setFixedSize(size[0], size[1])
    window.show()
    return window


def shown(window: KioskWindow, session: Session, language: str, conditions: Conditions = GOOD) -> KioskView:
    view = derive_screen(replace(session, language=language), conditions, SPOKEN)
    window.show_view(view)
    QApplication.processEvents()
    return view


def all_views(tag: str) -> Iterator[tuple[str, KioskView]]:
    """Return every screen of visitors and of staff in the language `tag`, each with its name."""
    for name, session in SESSIONS.items():
        yield name, derive_screen(replace(session, language=tag), GOOD, SPOKEN)
    paused = replace(GOOD, paused="touch_ghost", pause_ends_in_s=23)
    yield "paused", derive_screen(Session(tag), paused, SPOKEN)
    yield "cover_open", derive_screen(Session(tag), replace(GOOD, printer=PrinterCondition("cover_open")), SPOKEN)
    yield "nobody_serves_any", derive_screen(replace(SESSIONS["services"], language=tag), UNSTAFFED, SPOKEN)
    yield "zones", derive_screen(replace(SESSIONS["services"], language=tag), ZONED, SPOKEN)
    yield "premium", derive_screen(Session(tag), replace(ZONED, own_zone="premium"), SPOKEN)
    for name, staff in STAFF.items():
        yield name, derive_screen(Session(tag), GOOD, SPOKEN, derive_staff(staff, KNOWN))


def all_screens(window: KioskWindow, tag: str, looks: Looks = USUAL) -> Iterator[str]:
    """Show every screen of visitors and of staff, one after the other, and name it."""
    for name, view in all_views(tag):
        window.show_view(replace(view, looks=looks))
        QApplication.processEvents()
        yield name


def buttons(window: KioskWindow) -> list[QAbstractButton]:
    return [button for button in window.findChildren(QAbstractButton) if button.isVisible()]


def place(window: KioskWindow, part: QWidget) -> QRect:
    return QRect(part.mapTo(window, QPoint(0, 0)), part.size())


def check_layout(window: KioskWindow, name: str) -> None:
    assert window.minimumSizeHint().height() <= window.height(), f"{name} is squeezed"
    inside = [part for part in window.findChildren(QWidget) if part.isVisible() and not part.isWindow()]
    for part in inside:
        assert window.rect().contains(place(window, part)), (
            f"{name}: {part.objectName() or type(part).__name__} sticks out"
        )


@pytest.mark.parametrize("size", some(SIZES, SIZES[0], SIZES[3]), ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("tag", some(LANGUAGES["kiosk"], "ar"))
def test_every_screen_fits_and_is_made_for_fingers(
    qtbot: QtBot, language: Language, size: tuple[int, int, float], tag: str
) -> None:
    window = window_at(qtbot, language, size)
    theme = Theme(*size)
    for name in all_screens(window, tag):
        check_layout(window, name)
        places = [place(window, button) for button in buttons(window)]
        for at, one in enumerate(places):
            assert min(one.width(), one.height()) >= theme.touch_px, f"{name}: a target is smaller than a finger"
            grown = one.adjusted(
                -theme.touch_gap_px + 1, -theme.touch_gap_px + 1, theme.touch_gap_px - 1, theme.touch_gap_px - 1
            )
            crowded = [other for other in places[at + 1 :] if grown.intersects(other)]
            assert not crowded or name in {"ending", "left_alone"}, f"{name}: targets stand too close"


@pytest.mark.parametrize("tag", some(["ar", "en"], "ar"))
def test_every_control_has_a_name_for_tests_and_one_for_people(qtbot: QtBot, language: Language, tag: str) -> None:
    window = window_at(qtbot, language, SIZES[0])
    for name in all_screens(window, tag):
        for button in buttons(window):
            assert button.objectName(), name
            assert button.accessibleName(), f"{name}: {button.objectName()}"


@pytest.mark.parametrize("size", SIZES[:2], ids=["lying", "upright"])
def test_a_language_of_long_words_fits_too(qtbot: QtBot, pseudo: Language, size: tuple[int, int, float]) -> None:
    window = window_at(qtbot, pseudo, size)
    for name in all_screens(window, "qps"):
        check_layout(window, name)


def test_the_language_button_is_on_every_screen_at_the_same_place(qtbot: QtBot, language: Language) -> None:
    window = window_at(qtbot, language, SIZES[0])
    for tag, at_left in (("ar", True), ("en", False)):
        places = set()
        for session in SESSIONS.values():
            shown(window, session, tag)
            assert window.header.button.isVisible()
            places.add(place(window, window.header.button).center().toTuple())
        shown(window, Session(tag), tag, replace(GOOD, online=False))
        places.add(place(window, window.header.button).center().toTuple())
        assert len(places) == 1
        assert (places.pop()[0] < window.width() / 2) is at_left


def test_arabic_is_the_mirror_of_english(qtbot: QtBot, language: Language) -> None:
    window = window_at(qtbot, language, SIZES[0])
    lefts = {}
    for tag in ("ar", "en"):
        shown(window, SESSIONS["services"], tag)
        lefts[tag] = [place(window, tile).center().x() for tile in window.bodies.services.grid.tiles]
    assert [1919 - x for x in lefts["ar"]] == pytest.approx(lefts["en"], abs=2)


def test_texts_change_with_the_language_on_the_same_screen(qtbot: QtBot, language: Language) -> None:
    window = window_at(qtbot, language, SIZES[0])
    shown(window, SESSIONS["services"], "ar")
    first = window.bodies.services.grid.tiles[0]
    assert (first.content.title, first.content.aside) == ("المساعدات السكنية", "35 دقيقة أو أقل")
    shown(window, SESSIONS["services"], "en")
    assert (first.content.title, first.content.aside) == ("Housing assistance", "Up to 35 minutes")


def test_what_is_touched_is_told(qtbot: QtBot, language: Language) -> None:
    window = window_at(qtbot, language, SIZES[0])
    two = replace(GOOD, hall=example_hall())
    told: list[object] = []
    window.language_wanted.connect(told.append)
    window.tile_chosen.connect(told.append)
    window.back_wanted.connect(lambda: told.append("back"))
    window.priority_toggled.connect(lambda: told.append("priority"))
    window.more_time_wanted.connect(lambda: told.append("more"))
    shown(window, SESSIONS["ending"], "ar")
    QTest.mouseClick(window.time_notice.button, Qt.MouseButton.LeftButton)
    shown(window, SESSIONS["services"], "ar", two)
    third = window.bodies.services.grid.tiles[3]
    for part in (window.header.button, third, window.bodies.services.priority, window.footer.back):
        QTest.mouseClick(part, Qt.MouseButton.LeftButton)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert told == ["more", "en", "M", "priority", "back", "back"]


def test_many_languages_are_one_touch_away_on_every_screen(qtbot: QtBot, language: Language) -> None:
    window = window_at(qtbot, language, SIZES[0])
    told: list[str] = []
    window.assist_wanted.connect(told.append)
    window.language_wanted.connect(told.append)
    shown(window, SESSIONS["ticket"], "ar")
    QTest.mouseClick(window.header.button, Qt.MouseButton.LeftButton)
    shown(window, SESSIONS["languages"], "ar")
    QTest.mouseClick(window.bodies.languages.grid.tiles[3], Qt.MouseButton.LeftButton)
    assert told == [ALL_LANGUAGES, "hi"]


def test_a_closed_service_cannot_be_touched(qtbot: QtBot, language: Language) -> None:
    hall = example_hall()
    closed = replace(hall, services=(replace(hall.services[0], open=False), *hall.services[1:]))
    window = window_at(qtbot, language, SIZES[0])
    told: list[str] = []
    window.tile_chosen.connect(told.append)
    shown(window, SESSIONS["services"], "en", replace(GOOD, hall=closed))
    QTest.mouseClick(window.bodies.services.grid.tiles[0], Qt.MouseButton.LeftButton)
    assert told == []
    assert window.bodies.services.grid.tiles[0].content.facts == "Not available now"


def test_kinds_are_shown_with_the_services_name(qtbot: QtBot, language: Language) -> None:
    window = window_at(qtbot, language, SIZES[0])
    view = shown(window, SESSIONS["kinds"], "ar")
    assert isinstance(view.body, KindsView)
    assert [tile.content.title for tile in window.bodies.services.grid.tiles][-1] == "مستثمر أو مطور عقاري"
    assert len(window.bodies.services.grid.tiles) == len(VisitorKind)


def test_the_calm_screen_takes_no_touches(qtbot: QtBot, language: Language) -> None:
    window = window_at(qtbot, language, SIZES[0])
    shown(window, SESSIONS["services"], "ar")
    window.show_calm_screen()
    assert window.bodies.currentWidget() is window.bodies.notice
    assert not window.isEnabled()


def test_other_looks_are_other_parts_and_the_keyboard_stays_where_it_was(qtbot: QtBot, language: Language) -> None:
    window = window_at(qtbot, language, SIZES[0])
    view = shown(window, SESSIONS["assist"], "en")
    before = window.bodies.assist.grid.tiles[0]
    before.setFocus()
    large = replace(view, looks=Looks(200, high_contrast=True))
    window.show_view(large)
    assert window.theme.size("body") == 2 * Theme(*SIZES[0]).size("body")
    assert window.theme.palette == CONTRAST
    after = window.bodies.assist.grid.tiles[0]
    assert after is not before
    window.show_view(large)
    assert window.bodies.assist.grid.tiles[0] is after, "the same looks are the same parts"
    assert window.focusWidget() is after
    assert window.bodies.currentWidget() is window.bodies.assist
    told: list[str] = []
    window.assist_wanted.connect(told.append)
    QTest.mouseClick(after, Qt.MouseButton.LeftButton)
    QTest.mouseClick(window.header.assist, Qt.MouseButton.LeftButton)
    assert told == ["text", "help"]
    window.show_view(replace(view, looks=Looks()))
    assert window.theme == Theme(*SIZES[0])


@pytest.mark.parametrize("tag", ["ar", "en"])
def test_on_an_upright_screen_help_and_language_lie_at_the_foot(qtbot: QtBot, language: Language, tag: str) -> None:
    size = (1080, 1920, 32.0)
    window = window_at(qtbot, language, size)
    for name in ("welcome", "services", "ticket"):
        shown(window, SESSIONS[name], tag)
        for button in (window.header.assist, window.header.button):
            assert button.isVisible()
            assert place(window, button).top() > size[1] * 4 // 5, f"{name}: a wheelchair user cannot reach it"
