"""Compose the counter program: fold what happens into the inputs, derive the screens, show them."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, QTimer

from contracts.enquiries.answers import EnquiriesView
from contracts.live import FactMessage, Snapshot
from contracts.queue.answers import FinishedVisit, Problem, VisitView, WorkplaceView
from contracts.reporting.trust import AgentFigures
from contracts.requests.answers import RequestStatus
from contracts.settings.hall_view import HallView
from counter_client.bar.presenter import derive_bar
from counter_client.bar.view import CounterBar
from counter_client.dialogs.complaint import update as complaint_update
from counter_client.dialogs.enquiries import update as enquiries_update
from counter_client.dialogs.follow_up import update as follow_up_update
from counter_client.dialogs.question.your_day import SHOWS_OWN_DAY
from counter_client.hall import replies
from counter_client.hall.hall_contact import HallContact
from counter_client.keyboard.hot_keys.desktop import Lack
from counter_client.printing import Papers
from counter_client.state.actions import Action
from counter_client.state.hall_command import Post
from counter_client.state.intents import AskRequest, Do, ShowPhone, Wish
from counter_client.state.server_clock import ServerClock
from counter_client.state.state import Inputs, LinkState, Notice, Sheet, SheetKind, Tone
from counter_client.training import update as training_update
from counter_client.training.session import Fold, TrainingWay
from counter_client.update.decide import AUTO, decide
from counter_client.update.keys import wish_of
from counter_client.window.presenter import derive_window
from counter_client.window.view import CounterWindow
from counter_client.workplace.presenters.standing_notice import auto_call_s, with_countdown
from qtkit.language.language import Language
from serial_devices.keypad.keys import Key

TICK_MS = 500
"""How often running times are painted."""
PATIENCE_MS = 150
"""A hall that answers within it is not waited for on the screen: all buttons would be painted pale and back again."""


class CounterApp(QObject):
    """One agent's counter. Everything that happens comes in by a method and ends in `_fold`."""

    def __init__(
        self,
        counter: int,
        contact: HallContact,
        language: Language,
        window: CounterWindow,
        bar: CounterBar,
        training: TrainingWay,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._contact = contact
        self._language = language
        self._window = window
        self._bar = bar
        self._training = training
        self._clock = clock
        self._inputs = Inputs(counter, language.tag, clock(), LinkState(read_s=clock()))
        self._papers: Papers | None = None
        self._shown_as_bar = False
        self._auto_called: datetime | None = None
        self._tick = QTimer(self)
        self._tick.setObjectName("counter_tick")
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._take_tick)
        self._patience = QTimer(self)
        self._patience.setObjectName("counter_patience")
        self._patience.setInterval(PATIENCE_MS)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._lose_patience)
        self._listen(window, bar, training)
        self._listen_to_hall(contact)

    def _listen(self, window: CounterWindow, bar: CounterBar, training: TrainingWay) -> None:
        window.wished.connect(self.take_wish)
        bar.wished.connect(self.take_wish)
        window.key_pressed.connect(self.take_key)
        window.brought_back.connect(self._take_window_back)
        training.folded.connect(self._take_training)

    def _listen_to_hall(self, contact: HallContact) -> None:
        contact.online.connect(self._take_online)
        contact.snapshot.connect(self._take_snapshot)
        contact.fact.connect(self._take_fact)
        contact.hall_read.connect(self._take_hall)
        contact.workplace_read.connect(self._take_workplace)
        contact.figures_read.connect(self._take_figures)
        contact.numbers_found.connect(self._take_numbers)
        contact.enquiries_read.connect(self._take_enquiries)
        contact.phone_read.connect(self._take_phone)
        contact.phone_missed.connect(self._take_missed_phone)
        contact.request_read.connect(self._take_request)
        contact.request_missed.connect(self._take_missed_request)
        contact.complaint_taken.connect(self._take_complaint)
        contact.session_ended.connect(self._take_session_end)
        contact.device_refused.connect(self._take_device_refusal)
        contact.answered.connect(self._take_answer)
        contact.refused.connect(self._take_refusal)
        contact.unanswered.connect(self._take_silence)

    @property
    def inputs(self) -> Inputs:
        """Return what the program knows now."""
        return self._inputs

    def start(self) -> None:
        """Show the window's first state and connect."""
        self._fold(self._inputs)
        self._tick.start()
        self._contact.start()

    def stop(self) -> None:
        """Hang up; nothing is shown any more."""
        self._tick.stop()
        self._patience.stop()
        self._contact.stop()

    def begin_as_bar(self) -> None:
        """Show the bar as soon as somebody is signed in."""
        self._inputs = replace(self._inputs, pc=replace(self._inputs.pc, bar=True))

    def use_printer(self, papers: Papers) -> None:
        """Let this counter print receipts, return papers and complaints' numbers itself."""
        self._papers = papers
        papers.told.connect(self._take_printed)
        self._inputs = replace(self._inputs, pc=replace(self._inputs.pc, own_printer=True))

    def take_hot_keys(self, names: tuple[tuple[Key, str], ...]) -> None:
        """Show what the hot keys are."""
        self._inputs = replace(self._inputs, pc=replace(self._inputs.pc, hot_keys=names))

    def take_lacks(self, lacks: tuple[Lack, ...]) -> None:
        """Say which hot keys this computer cannot have; their names are painted nowhere."""
        gone = {name for lack in lacks for name in lack.keys.split(", ")}
        kept = tuple((key, name) for key, name in self._inputs.pc.hot_keys if name not in gone)
        notice = Notice(Tone.WARNING, lacks[0].code, keys=", ".join(lack.keys for lack in lacks))
        self._fold(replace(self._inputs, pc=replace(self._inputs.pc, hot_keys=kept), notice=notice))

    def take_key(self, key: int, text: str) -> None:
        """Do what a key means now."""
        wish = wish_of(key, text, self._inputs)
        if wish is not None:
            self.take_wish(wish)

    def take_wish(self, wish: Wish) -> None:
        """Do what the agent wants by a click or a key."""
        decided, post = decide(replace(self._inputs, now_s=self._clock()), wish)
        before, waiting = self._inputs, self._inputs.busy
        self._fold(replies.sent(decided, post) if post else decided)
        self._read_what_is_asked(before.sheet, decided.sheet)
        if decided.presses.pressed_s != before.presses.pressed_s:
            self._do_beside(wish, decided)
        if post is not None:
            self._contact.send(post)
        elif decided.busy is Action.TRAINING is not waiting:
            self._training.enter()
        elif wish == Do(Action.LEAVE_TRAINING) and decided.training.practice is not None:
            self._training.leave()

    def _read_what_is_asked(self, before: Sheet | None, sheet: Sheet | None) -> None:
        """Ask the hall for what a sheet shows that has just been opened or typed on."""
        if sheet is not None and sheet.kind in SHOWS_OWN_DAY and (before is None or before.kind is not sheet.kind):
            self._contact.read_figures()
        self._look_up(before, sheet)
        if before is None or before.kind is SheetKind.MORE:
            self._read_enquiries()

    def _do_beside(self, wish: Wish, decided: Inputs) -> None:
        """Do what a wish asks for beside the commands: read a telephone or a request, print; not for a double press."""
        match wish:
            case ShowPhone():
                self._read_phone()
            case AskRequest():
                self._read_request()
            case Do(Action.REPRINT):
                self._print_newest(decided)
            case _:
                pass

    def _take_training(self, fold: Fold) -> None:
        self._fold(fold(self._inputs))

    def _print_newest(self, inputs: Inputs) -> None:
        """Print the newest paper where the counter prints itself; nothing of a training is printed."""
        if self._papers is not None and inputs.paper is not None and inputs.training.practice is None:
            self._papers.print_paper(inputs.paper)

    def _look_up(self, before: Sheet | None, sheet: Sheet | None) -> None:
        """Ask the hall for the number that has just been typed: the lists here end, the hall's do not."""
        typed = sheet.search.digits if sheet and sheet.search else ""
        if typed and (before is None or before.search is None or before.search.digits != typed):
            self._contact.find_number(typed)

    def _read_enquiries(self) -> None:
        """Ask the hall for the open enquiries while they are on the screen."""
        if self._inputs.sheet is not None and self._inputs.sheet.enquiries is not None:
            self._contact.read_enquiries()

    def _read_phone(self) -> None:
        """Ask the hall for the telephone that is wanted on the screen; each reading is recorded there."""
        called = self._inputs.sheet.enquiries if self._inputs.sheet is not None else None
        if called is not None and called.called is not None:
            self._contact.read_phone(called.called)

    def _read_request(self) -> None:
        """Ask the hall for the request whose number has just been typed."""
        sheet = self._inputs.sheet
        if sheet is not None and sheet.kind is SheetKind.FOLLOW_UP and sheet.lookup.asked and sheet.notice is None:
            self._contact.read_request(sheet.lookup.asked)

    def _lose_patience(self) -> None:
        self._fold(self._inputs)

    def _take_tick(self) -> None:
        self._fold(self._inputs)
        # The hall decides: it refuses where the agent has stopped it, or called by hand, meanwhile.
        place = self._inputs.workplace
        at = place.session.auto_call_at if place and place.session and self._due() else None
        if at is not None and at != self._auto_called:
            self._auto_called = at
            self.take_wish(Do(Action.CALL_NEXT, AUTO))

    def _due(self) -> bool:
        return auto_call_s(self._inputs) == 0 and self._inputs.busy is None

    def _fold(self, inputs: Inputs) -> None:
        """Take `inputs` as the truth from now on and show it."""
        inputs = with_countdown(replace(inputs, now_s=self._clock()))
        self._wait_for(inputs.busy)
        self._inputs = inputs
        if inputs.language != self._language.tag:
            self._language.show(inputs.language)
        # Presses are ignored from the first moment on; that they are is only painted where it lasts.
        seen = replace(inputs, busy=None) if self._patience.isActive() else inputs
        self._window.show_view(derive_window(seen))
        self._show_bar(seen)

    def _wait_for(self, busy: Action | None) -> None:
        if busy is None:
            self._patience.stop()
        elif self._inputs.busy is None:
            self._patience.start()

    def _show_bar(self, inputs: Inputs) -> None:
        """Show the bar or the window, whichever is wanted; what asks for much opens the window."""
        bar = derive_bar(inputs)
        if bar is not None:
            self._bar.show_view(bar)
        if self._shown_as_bar is not (bar is not None):
            self._shown_as_bar = bar is not None
            self._bar.setVisible(self._shown_as_bar)
            if self._shown_as_bar:
                self._window.step_aside()
            else:
                self._window.come_forward()

    def _take_window_back(self) -> None:
        """The agent has fetched the window by the desktop's key, which works without a hot key and without a mouse."""
        if self._shown_as_bar:
            self.take_wish(Do(Action.WINDOW))

    def _take_online(self, online: bool) -> None:
        cut = replace(self._inputs.link, cut_off_s=self._clock())
        self._fold(replies.healed(self._inputs) if online else replace(self._inputs, link=cut))
        if online and self._contact.signed_in:
            self._contact.read_soon()

    def _take_snapshot(self, snapshot: Snapshot) -> None:
        # Not its workplace: a command that was sent meanwhile may have overtaken it. The contact reads a fresh one.
        self._take_hall(snapshot.hall)

    def _take_hall(self, hall: HallView) -> None:
        self._language.set_digits(hall.digits)
        if self._papers is not None:
            self._papers.follow(hall)
        self._fold(replies.hall_heard(self._inputs, hall))

    def _take_fact(self, fact: FactMessage) -> None:
        inputs = _with_clock(self._inputs, self._inputs.link.clock.heard(fact.at, local_s=self._clock()))
        if fact.kind == "visit_reminded" and fact.visit is not None and fact.visit.counter == inputs.counter:
            self._fold(replies.reminded(inputs, fact.visit.visit))
        elif fact.visit is not None and replies.moved_elsewhere(inputs, fact.visit) is not inputs:
            self._fold(replies.moved_elsewhere(inputs, fact.visit))
        else:
            # What else it changes is read from the hall, and the time it tells is shown by the next tick: a busy hall
            # tells dozens at once.
            self._inputs = inputs
        if fact.kind.startswith("enquiry_"):
            self._read_enquiries()

    def _take_workplace(self, workplace: WorkplaceView) -> None:
        now_s = self._clock()
        inputs = self._inputs
        if workplace.session is None:
            self._contact.leave()
            self._take_session_end()
            return
        if workplace.at is not None:
            inputs = _with_clock(inputs, inputs.link.clock.heard(workplace.at, local_s=now_s, exact=True))
        if not inputs.signed_in:
            notice = (
                Notice(Tone.CALM, "first_time") if self._contact.first_time and not inputs.training.practice else None
            )
            typed = replace(inputs.sign_in, pin="")
            inputs = replace(inputs, signed_in=True, busy=None, sign_in=typed, notice=notice)
            inputs = training_update.did(inputs, Action.SIGN_IN)
        self._fold(replies.read(inputs, workplace, now_s=now_s))

    def _take_figures(self, figures: AgentFigures) -> None:
        self._fold(replace(self._inputs, figures=figures))

    def _take_numbers(self, digits: str, visits: tuple[VisitView, ...]) -> None:
        self._fold(replies.found(self._inputs, digits, visits))

    def _take_enquiries(self, view: EnquiriesView) -> None:
        self._fold(enquiries_update.known(self._inputs, view))

    def _take_phone(self, enquiry: int, phone: str) -> None:
        self._fold(enquiries_update.phone_known(self._inputs, enquiry, phone))

    def _take_missed_phone(self, enquiry: int, code: str, wait_s: int) -> None:
        self._fold(enquiries_update.phone_missed(self._inputs, enquiry, code, wait_s))

    def _take_request(self, number: str, status: RequestStatus) -> None:
        self._fold(follow_up_update.known(self._inputs, number, status))

    def _take_missed_request(self, number: str, code: str, wait_s: int) -> None:
        self._fold(follow_up_update.missed(self._inputs, number, code, wait_s))

    def _take_complaint(self, number: str) -> None:
        self._fold(complaint_update.taken(self._inputs, number))
        if complaint_update.prints(self._inputs):
            self._print_newest(self._inputs)

    def _take_printed(self, code: str) -> None:
        self._fold(replies.printed(self._inputs, code))

    def _take_session_end(self) -> None:
        self._fold(replies.session_ended(self._inputs))

    def _take_device_refusal(self, code: str) -> None:
        if self._inputs.training.practice is not None:
            self._training.leave("training_over")
            return
        self._fold(replace(self._inputs, notice=Notice(Tone.WARNING, code)))

    def _take_answer(self, post: Post, visit: VisitView | None) -> None:
        inputs = self._inputs
        if visit is not None:
            inputs = _with_clock(inputs, replies.clock_of(visit, inputs.link.clock, local_s=self._clock()))
        if post.action is Action.SIGN_IN:
            self._fold(inputs)  # the workplace, when it has been read, opens the screen
            return
        done = training_update.did(replies.answered(inputs, post, visit), post.action, visit)
        # Paper from a training would look real to a person who finds it, so training prints nothing.
        if self._papers is not None and isinstance(visit, FinishedVisit) and inputs.training.practice is None:
            self._papers.print_left(visit)
        self._fold(replies.signed_out(done) if post.action is Action.SIGN_OUT else done)
        self._read_enquiries()

    def _take_refusal(self, post: Post, problem: Problem) -> None:
        self._fold(replies.refused(self._inputs, post, problem))
        self._read_enquiries()

    def _take_silence(self, post: Post) -> None:
        self._fold(replies.unanswered(self._inputs, post))


def _with_clock(inputs: Inputs, clock: ServerClock) -> Inputs:
    return replace(inputs, link=replace(inputs.link, clock=clock))
