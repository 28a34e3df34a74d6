"""The whole kiosk at a hall over real HTTP, touched at its real controls."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest

from contracts.words.hall import Lane, PrintState, VisitorKind
from kiosk.demo.memory_paper import last_sheet
from kiosk.staff import session
from kiosk.state.conditions import PrinterCondition
from kiosk.visitor.quick_tickets import ASKS_AFTER
from kiosk.visitor.session import Step
from qtkit.look.theme import CONTRAST, DAY
from tests.helpers.fake_hall import FakeHall, example_hall, visitor_kinds_asked
from tests.helpers.hand_driven import HandClock
from tests.helpers.replacing import replace
from tests.kiosk.conftest import Hand, Start

CONFIRMED = PrintState.CONFIRMED


def last_state(hall: FakeHall) -> tuple[str, str | None]:
    """The kiosk's newest word about itself, as (state, paper)."""
    return (hall.device_states[-1].state, hall.device_states[-1].paper) if hall.device_states else ("", None)


def take_ticket(hand: Hand, service: str = "A", language: str = "ar") -> None:
    hand.sees("welcome")
    hand.touch(f"language_{language}")
    hand.touch(f"tile_{service}")
    hand.sees_that(lambda: hand.kiosk.session.printing in {CONFIRMED, PrintState.NOT_STARTED, PrintState.UNKNOWN})


def test_a_visitor_goes_from_welcome_to_a_ticket_on_paper(hall: FakeHall, start: Start) -> None:
    hand = start(hall)
    take_ticket(hand, "L")
    assert hand.window.bodies.ticket.number.text == "L047"
    assert hand.window.bodies.ticket.headline.text == "يُرجى استلام التذكرة"
    assert hand.window.bodies.ticket.ahead.figure.text == "3 أشخاص"
    request = hall.requests[0]
    assert (request.service, request.priority, request.language) == ("L", False, "ar")
    visit = hand.kiosk.session.visit
    assert visit is not None
    hand.sees_that(lambda: [report.state for _, report in hall.prints] == [PrintState.SENDING, CONFIRMED])
    assert {(told, report.device) for told, report in hall.prints} == {(visit, "kiosk")}
    assert len({report.attempt for _, report in hall.prints}) == 1


def test_the_paper_holds_the_same_ticket(hall: FakeHall, start: Start) -> None:
    hand = start(hall)
    take_ticket(hand)
    seen: list[object] = []
    hand.running.printer.look(last_sheet, lambda sheet, error: seen.extend([sheet, error]))
    hand.sees_that(lambda: len(seen) == 2)
    assert seen[1] is None
    assert seen[0].height() > 300


def test_the_next_visitor_begins_in_the_kiosks_own_language(hall: FakeHall, start: Start) -> None:
    hand = start(hall)
    take_ticket(hand, "A", "en")
    assert hand.window.bodies.ticket.headline.text == "Please take your ticket"
    assert not hand.window.isRightToLeft()
    hand.touch("back_button")
    hand.sees("welcome")
    assert hand.window.isRightToLeft()
    assert hand.window.bodies.welcome.greeting.text == "أهلًا وسهلًا بكم"


def test_priority_is_asked_with_one_touch_and_shown_on_the_ticket(hall: FakeHall, start: Start) -> None:
    hand = start(hall)
    hand.sees("welcome")
    hand.touch("language_ar")
    hand.touch("priority_switch")
    hand.touch("tile_A")
    hand.sees_that(lambda: hand.kiosk.session.step is Step.TICKET)
    assert hall.requests[0].priority
    ticket = hand.kiosk.session.ticket
    assert ticket is not None
    assert ticket.lane is Lane.PRIORITY
    hand.sees("ticket")
    assert hand.window.bodies.ticket.lane.isVisible()


def test_who_the_visitor_is_is_asked_only_where_the_service_asks(hall: FakeHall, start: Start) -> None:
    hall.hall = visitor_kinds_asked(hall.hall, "T")
    hand = start(hall)
    hand.sees("welcome")
    hand.touch("language_ar")
    hand.touch("tile_T")
    hand.touch("tile_company")
    hand.sees_that(lambda: hand.kiosk.session.step is Step.TICKET)
    assert hall.requests[0].visitor_kind is VisitorKind.COMPANY


def test_a_hall_that_suddenly_asks_gets_its_answer(hall: FakeHall, start: Start) -> None:
    hand = start(hall)
    hand.sees("welcome")
    hall.hall = visitor_kinds_asked(hall.hall, "T")
    hand.touch("language_ar")
    hand.touch("tile_T")
    hand.sees_that(lambda: hand.kiosk.session.step is Step.VISITOR_KIND)
    hand.touch("tile_citizen")
    hand.sees_that(lambda: hand.kiosk.session.step is Step.TICKET)
    assert [request.visitor_kind for request in hall.requests] == [None, VisitorKind.CITIZEN]


def test_the_keyboard_alone_takes_a_ticket(hall: FakeHall, start: Start) -> None:
    hand = start(hall)
    hand.sees("welcome")
    hand.window.activateWindow()
    reached = []
    for wanted in ("language_ar", "tile_A"):
        for _ in range(20):
            QTest.keyClick(hand.window.focusWidget() or hand.window, Qt.Key.Key_Tab)
            if (hand.window.focusWidget() or hand.window).objectName() == wanted:
                reached.append(wanted)
                QTest.keyClick(hand.window.focusWidget(), Qt.Key.Key_Space)
                break
    assert reached == ["language_ar", "tile_A"]
    hand.sees_that(lambda: hand.kiosk.session.step is Step.TICKET)
    QTest.keyClick(hand.window, Qt.Key.Key_Escape)
    hand.sees("welcome")


def test_a_lost_answer_is_the_same_visit_asked_again(hall: FakeHall, start: Start) -> None:
    hand = start(hall)
    hand.sees("welcome")
    # Two device reports may be under way: only the issue's answers are to be lost.
    hand.sees_that(lambda: bool(hall.device_states))
    hall.lose_answers = 1
    take_ticket(hand)
    assert hand.window.bodies.ticket.number.text == "A047"
    assert len(hall.issued) == 1


@pytest.mark.allow_logs
def test_a_visit_without_an_answer_is_cancelled_when_the_hall_is_back(
    hall: FakeHall, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand = start(hall)
    hand.sees("welcome")
    hand.sees_that(lambda: bool(hall.device_states))
    hand.kiosk.choices.tickets.issuing._again.setInterval(10)
    hand.touch("language_ar")
    hall.lose_answers = 1000
    hand.touch("tile_A")
    hand.sees_that(lambda: hand.kiosk.session.refusal == "hall_away")
    assert hand.window.bodies.notice.headline.text == "سنعود إليكم بعد قليل"
    visit = hand.kiosk.session.visit
    hall.stop()
    hall.lose_answers = 0
    hall.start()
    hand.sees_that(lambda: hall.cancelled == [visit])


def test_the_hall_goes_away_and_comes_back_by_itself(hall: FakeHall, start: Start) -> None:
    hand = start(hall)
    hand.sees("welcome")
    hall.stop()
    hand.sees("notice")
    assert hand.window.bodies.notice.headline.text == "سنعود إليكم بعد قليل"
    hall.start()
    hand.sees("welcome")


def test_a_visitor_with_a_number_keeps_it_when_the_hall_goes_away(hall: FakeHall, start: Start) -> None:
    hand = start(hall)
    take_ticket(hand)
    hand.sees_that(lambda: len(hall.prints) == 2)
    hall.stop()
    hand.sees_that(lambda: hand.kiosk.conditions.online is False)
    assert hand.window.bodies.ticket.number.text == "A047"
    hand.touch("back_button")
    hand.sees("notice")


def test_tickets_stop_before_the_paper_does_and_go_on_by_themselves(hall: FakeHall, start: Start) -> None:
    hand = start(hall)
    hand.sees("welcome")
    memory = printer_of(hand)
    memory.open_cover()
    hand.sees("notice")
    assert hand.window.bodies.notice.headline.text == "غطاء الطابعة مفتوح"
    hand.sees_that(lambda: last_state(hall)[0] == "failed")
    assert hall.device_states[-1].printer == "cover_open"
    memory.close_cover()
    hand.sees("welcome")
    hand.sees_that(lambda: last_state(hall)[0] == "ok")
    assert hall.requests == []


def test_a_printer_that_fails_at_the_ticket_leaves_the_number_valid(hall: FakeHall, start: Start) -> None:
    hand = start(hall)
    hand.sees("welcome")
    memory = printer_of(hand)
    hand.running.printer._timer.stop()
    memory.open_cover()
    take_ticket(hand)
    assert hand.window.bodies.ticket.headline.text == "رقمك صالح دون تذكرة ورقية"
    assert hand.window.bodies.ticket.number.text == "A047"
    hand.sees_that(lambda: bool(hall.prints) and hall.prints[-1][1].state is PrintState.NOT_STARTED)
    assert hall.prints[-1][1].reason == "cover_open"


def test_a_closed_day_shows_when_tickets_begin(hall: FakeHall, start: Start) -> None:
    hand = start(hall)
    hand.sees("welcome")
    hall.set_day("not_yet")
    hand.sees("notice")
    assert "7:30" in hand.window.bodies.notice.opens_at.text
    hall.set_day("open")
    hand.sees("welcome")


def test_the_tiles_follow_the_queues(hall: FakeHall, start: Start) -> None:
    hand = start(hall)
    hand.sees("welcome")
    hand.touch("language_en")
    assert hand.window.bodies.services.grid.tiles[0].content.aside == "Up to 35 minutes"
    rows = list(hall.queues.services)
    hall.queues = replace(hall.queues, services=(replace(rows[0], waiting=1, forecast=None), *rows[1:]))
    hall.tell("visit_called")
    hand.sees_that(lambda: hand.window.bodies.services.grid.tiles[0].content.facts == "1 person waiting")


def test_a_refused_ticket_tells_why_and_leads_back(hall: FakeHall, start: Start) -> None:
    hall.refuse_issue = "numbers_used_up"
    hand = start(hall)
    hand.sees("welcome")
    hand.touch("language_ar")
    hand.touch("tile_A")
    hand.sees("notice")
    assert hand.window.bodies.notice.headline.text == "نفدت أرقام هذه الخدمة لهذا اليوم"
    hand.touch("back_button")
    hand.sees("welcome")


def test_an_unknown_device_says_that_it_is_not_set_up(hall: FakeHall, start: Start) -> None:
    hall.token = "another"
    hand = start(hall)
    hand.running.shell.link.set_token("wrong")
    hand.sees_that(lambda: hand.window.bodies.notice.headline.text == "هذا الجهاز غير مُعدّ")


def test_idle_is_announced_extended_and_ends_at_the_welcome(hall: FakeHall, start: Start) -> None:
    hand = start(hall)
    hand.sees("welcome")
    hand.touch("language_en")
    hand.kiosk._take_idle(31.0)
    assert hand.part("time_notice").isVisible()
    assert hand.window.time_notice.words.text == "This screen resets in 19 seconds"
    hand.touch("more_time_button")
    assert not hand.window.time_notice.isVisible()
    hand.kiosk._take_idle(50.0)
    hand.sees("welcome")
    assert hand.window.isRightToLeft()


def test_new_settings_are_shown_without_a_restart(hall: FakeHall, start: Start) -> None:
    hand = start(hall)
    hand.sees("welcome")
    hall.hall = replace(example_hall(), digits="arabic_indic")
    hall.tell("settings_changed")
    hand.touch("language_ar")
    hand.sees_that(lambda: hand.window.bodies.services.grid.tiles[0].content.aside == "٣٥ دقيقة أو أقل")


def test_low_paper_is_told_to_the_hall_and_not_to_visitors(hall: FakeHall, start: Start) -> None:
    hand = start(hall)
    hand.sees("welcome")
    hand.running.printer._timer.stop()
    hand.kiosk.knowledge.take_printer(PrinterCondition(None, "low"))
    hand.sees_that(lambda: last_state(hall) == ("degraded", "low"))
    hand.sees("welcome")


def printer_of(hand: Hand) -> object:
    """The memory printer behind the kiosk, once it is open."""
    seen: list[object] = []
    hand.running.printer.look(lambda printer: printer.wire.printer, lambda found, _: seen.append(found))
    hand.sees_that(lambda: bool(seen))
    return seen[0]


def test_help_is_switched_on_by_a_touch_and_goes_with_the_visitor(start: Start, hall: FakeHall) -> None:
    hand = start(hall)
    hand.sees("welcome")
    hand.touch("language_en")
    hand.touch("assist_button")
    hand.sees("assist")
    hand.touch("assist_text")
    hand.touch("assist_contrast")
    assert hand.window.theme.palette == CONTRAST
    assert hand.kiosk.session.assist.looks.text_percent == 150
    hand.touch("back_button")
    hand.sees("services")
    hand.kiosk._take_idle(1000.0)
    hand.sees("welcome")
    assert hand.window.theme.palette == DAY


def take_tickets(hand: Hand, count: int, *, every_s: float, clock: HandClock) -> None:
    """Take tickets of the first service as people in a queue do: language, service, done."""
    for _ in range(count):
        hand.touch("language_ar")
        hand.sees("services")
        hand.touch("tile_A")
        hand.sees_that(lambda: hand.kiosk.session.step is Step.TICKET)
        clock.pass_s(every_s)
        hand.touch("back_button")
        hand.sees("welcome")


def test_a_brisk_queue_is_never_asked_and_never_stopped(hall: FakeHall, start: Start) -> None:
    hand = start(hall, tapped_tickets=ASKS_AFTER)
    clock = hand.kiosk.choices._now_s = HandClock()
    hand.sees("welcome")
    take_tickets(hand, ASKS_AFTER + 4, every_s=5.0, clock=clock)
    assert hand.kiosk.conditions.paused == ""
    assert len(hall.requests) == ASKS_AFTER + 4


def test_one_who_taps_ticket_after_ticket_is_asked_for_the_next_and_not_stopped(hall: FakeHall, start: Start) -> None:
    hand = start(hall, tapped_tickets=ASKS_AFTER)
    clock = hand.kiosk.choices._now_s = HandClock()
    hand.sees("welcome")
    take_tickets(hand, ASKS_AFTER, every_s=2.0, clock=clock)
    for answer, screen in (("tile_other", "welcome"), ("tile_take", "ticket")):
        hand.touch("language_ar")
        hand.sees("services")
        hand.touch("tile_A")
        hand.sees_that(lambda: hand.kiosk.session.step is Step.ANOTHER)
        assert hand.window.bodies.services._question.text == "هل ترغب في تذكرة أخرى؟"
        hand.touch(answer)
        hand.sees(screen)
    assert len(hall.requests) == ASKS_AFTER + 1


def test_a_screen_that_pauses_tells_both_languages_and_the_seconds_and_staff_end_it(
    hall: FakeHall, start: Start
) -> None:
    hand = start(hall)
    hand.sees("welcome")
    hand.kiosk.touch.changed.emit("touch_ghost", 12)
    hand.sees("notice")
    shown = hand.window.bodies.notice
    assert (shown.headline.text, shown.opens_at.text) == ("تتوقف هذه الشاشة للحظات", "الثواني المتبقية: \u206612\u2069")
    assert shown.other_headline.text == "This screen is pausing for a moment"
    assert shown.other_advice.text.endswith("Seconds left: \u206612\u2069")
    hand.sees_that(lambda: bool(hall.device_states) and hall.device_states[-1].reason == "touch_ghost")
    hand.kiosk.touch.changed.emit("", None)
    hand.sees("welcome")
    hand.sees_that(lambda: last_state(hall)[0] == "ok")


def test_while_the_screen_is_wiped_no_touch_means_anything(hall: FakeHall, start: Start) -> None:
    hand = start(hall)
    hand.sees("welcome")
    hand.kiosk.staff.staff = session.cleaning(session.opened("Salim"), hand.kiosk._now_s() + 30.0)
    hand.kiosk.staff.changed.emit()
    hand.sees("staff")
    assert hand.window.bodies.staff.question.headline.text == "يمكنك تنظيف الشاشة الآن"
    assert not hand.window.isEnabled()
    assert not hand.window.footer.back.isVisible()
    hand.kiosk.staff.staff = session.cleaning(session.opened("Salim"), hand.kiosk._now_s())
    hand.kiosk._take_idle(0.0)
    assert hand.window.isEnabled()


def test_touches_are_felt_also_on_a_screen_in_other_looks(hall: FakeHall, start: Start) -> None:
    hand = start(hall)
    hand.sees("welcome")
    for name in ("assist_button", "assist_text", "back_button"):
        hand.touch(name)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    felt: list[int] = []
    hand.running.idle.touched.connect(lambda: felt.append(1))
    before = len(hand.kiosk.touch._guard.touches)
    hand.touch("language_en")
    assert felt == [1]
    assert len(hand.kiosk.touch._guard.touches) == before + 1
    hand.running.idle.stop()
    hand.kiosk.touch.stop()
    hand.touch("back_button")
    assert felt == [1]
