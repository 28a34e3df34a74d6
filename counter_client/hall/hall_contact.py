"""Everything between the counter program and the hall: commands, the live link, reading the workplace, the session."""

from __future__ import annotations

import logging
from urllib.parse import quote
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer, Signal

from contracts.complaints.answers import ComplaintTaken
from contracts.enquiries.answers import EnquiriesView, EnquiryPhoneView
from contracts.live import FactMessage
from contracts.queue.answers import NumberedVisits, Problem, SignedIn, WorkplaceView
from contracts.reporting.trust import AgentFigures
from contracts.requests.answers import RequestStatus
from contracts.settings.hall_view import HallView
from counter_client.hall.answers import read_as, read_visit
from counter_client.hall.replies import SIGNED_OUT_CODES
from counter_client.state.actions import Action
from counter_client.state.hall_command import Post
from qtkit.hall.calls import HallCalls
from qtkit.hall.live_link import HallLink
from qtkit.hall.problems import ANSWER_UNREADABLE, HALL_AWAY, Answer
from qtkit.hall.trust import CERTIFICATE_REFUSED

log = logging.getLogger(__name__)

READ_PAUSE_MS = 120
"""Facts that come together are followed by one reading of the workplace."""

NO_ANSWER_CODES = frozenset({HALL_AWAY, ANSWER_UNREADABLE})
NO_PHONE_CODES = frozenset({"no_phone_left", "enquiry_unknown"})
"""What the hall answers where no telephone is kept any more."""

HALL_KINDS = frozenset({"settings_changed", "day_opened", "day_closed", "date_doubted", "date_confirmed"})
"""Facts after which the hall itself is another one: its settings or its service day."""
NOT_ENROLLED_CODES = frozenset({"role_refused", "counter_unknown"})
"""What the hall answers to a device that is not the PC of this counter."""


class HallContact(QObject):
    """One counter's side of the contract.

    A command that got no answer keeps its idempotency key: the same command again is the same one to the hall. A
    reading that a command has overtaken is thrown away and made again, so that the screen never steps back.
    """

    online = Signal(bool)
    snapshot = Signal(object)  # contracts.live.Snapshot
    fact = Signal(object)  # contracts.live.FactMessage
    hall_read = Signal(object)  # HallView
    workplace_read = Signal(object)  # WorkplaceView
    figures_read = Signal(object)  # AgentFigures
    numbers_found = Signal(str, object)  # the digits that were asked for, tuple[VisitView, ...]
    enquiries_read = Signal(object)  # EnquiriesView
    phone_read = Signal(int, str)  # an enquiry's number, its telephone: empty where none is kept any more
    phone_missed = Signal(int, str, int)  # an enquiry's number, why its telephone is not told: a code, seconds to wait
    request_read = Signal(str, object)  # the number as it was typed, RequestStatus
    request_missed = Signal(str, str, int)  # the number as it was typed, why it is not told: a code, seconds to wait
    complaint_taken = Signal(str)  # the number of what was brought forward
    session_ended = Signal()  # the session's token is no longer known
    device_refused = Signal(str)
    """`device_unknown`: somebody must pair it; `device_elsewhere`: it is another counter's; `certificate_refused`."""
    answered = Signal(object, object)  # Post, VisitView | None
    refused = Signal(object, object)  # Post, Problem
    unanswered = Signal(object)  # Post

    def __init__(self, counter: int, calls: HallCalls, link: HallLink, *, device_token: str, session: str = "") -> None:
        super().__init__()
        self._counter = counter
        self._calls = calls
        self._link = link
        self._device_token = device_token
        self._session = session
        self.first_time = False
        """Whether the agent who signed in last never did so before in this hall."""
        self._open: tuple[Post, str] | None = None
        self._turn = 0
        self._device_era = 0
        self._reading = False
        self._stopped = False
        self._read_again = _timer(self)
        self._read_again.timeout.connect(self._read)
        link.online.connect(self.online)
        link.snapshot.connect(self.snapshot)
        link.snapshot.connect(self._ask_whether_enrolled)
        link.fact.connect(self._take_fact)
        link.refused.connect(self._take_link_refusal)

    @property
    def signed_in(self) -> bool:
        """Return whether there is a counter session, as far as is known here."""
        return bool(self._session)

    @property
    def session(self) -> str:
        """Return the session's token, empty without one."""
        return self._session

    @property
    def open_key(self) -> str:
        """Return the idempotency key of the command that has no answer yet, empty without one."""
        return self._open[1] if self._open else ""

    def start(self) -> None:
        """Connect; with a session that stands, read the workplace at once."""
        if self._session:
            self._calls.set_token(self._session)
            self._link.set_token(self._session)
            self._read()
        else:
            self._link.start()

    def stop(self) -> None:
        """Hang up; answers that still come lead to nothing more."""
        self._stopped = True
        self.blockSignals(True)
        self._read_again.stop()
        self._link.stop()

    def send(self, post: Post) -> None:
        """Send a command; a repetition of the one that got no answer has its key."""
        kept = self._open
        key = kept[1] if kept is not None and kept[0] == post else str(uuid4())
        self._open = (post, key)
        self._turn += 1
        era = self._device_era

        def came(answer: Answer | None, problem: Problem | None) -> None:
            # What was asked as another device (in a training that is left) means nothing to this one.
            if era == self._device_era:
                self._take_answer(post, answer, problem)

        self._calls.call("POST", post.path, post.body, came, key)

    def read_soon(self) -> None:
        """Read the workplace soon, once for all that is asked for meanwhile."""
        if not self._stopped and not self._read_again.isActive():
            self._read_again.start()

    def read_figures(self) -> None:
        """Read the agent's own day; without an answer nothing is shown about it."""
        self._calls.call("GET", "/agents/me/figures", None, self._take_figures)

    def find_number(self, digits: str) -> None:
        """Ask who has this number today; without an answer the search goes on saying that it asks."""
        path = f"/visits/by-number?number={int(digits)}"
        self._calls.call("GET", path, None, lambda *came: self._take_numbers(digits, *came))

    def read_enquiries(self) -> None:
        """Read the open enquiries; without an answer the sheet shows what it had."""
        self._calls.call("GET", "/enquiries", None, self._take_enquiries)

    def read_phone(self, enquiry: int) -> None:
        """Read the telephone number for calling the enquirer back, or the reason why the hall does not give it."""
        self._calls.call("GET", f"/enquiries/{enquiry}/phone", None, lambda *came: self._take_phone(enquiry, *came))

    def read_request(self, number: str) -> None:
        """Ask where a request stands; one of another hall the hall asks the centre for, up to 3 s."""
        path = f"/requests/{quote(number, safe='')}"
        self._calls.call("GET", path, None, lambda *came: self._take_request(number, *came))

    def begin_as(self, device_token: str) -> None:
        """Be another enrolled device from now on, with nobody signed in: a training room's, or the counter's again."""
        self._device_token, self._session, self._open = device_token, "", None
        self._device_era += 1
        self._become(device_token)

    def leave(self) -> None:
        """Be the enrolled device again, without an agent."""
        if self._session:
            self._session = ""
            self._become(self._device_token)

    def _take_answer(self, post: Post, answer: Answer | None, problem: Problem | None) -> None:
        self._turn += 1
        if problem is not None and (problem.code in NO_ANSWER_CODES or problem.status >= 500):
            log.info("no answer to %s: %s", post.path, problem.detail)
            self.unanswered.emit(post)
            return
        self._open = None
        if problem is not None:
            self._take_refusal(post, problem)
        elif post.action is Action.SIGN_IN:
            self._take_sign_in(post, answer)
        elif post.action is Action.COMPLAINT:
            self._take_complaint(post, answer)
        else:
            # `leave` first: the receiver of the sign-out may sign in again at once.
            if post.action is Action.SIGN_OUT:
                self.leave()
            visit = read_visit(answer)
            self.answered.emit(post, visit)
            self._read()  # at once: the next step is on the button as soon as the hall has named it

    def _take_refusal(self, post: Post, problem: Problem) -> None:
        self.refused.emit(post, problem)
        if post.action is not Action.SIGN_IN and problem.code in SIGNED_OUT_CODES:
            self.leave()
        elif self._session:
            self.read_soon()

    def _take_sign_in(self, post: Post, answer: Answer | None) -> None:
        signed_in = read_as(SignedIn, answer)
        if signed_in is None:
            self.unanswered.emit(post)
            return
        self._session = signed_in.token
        self.first_time = signed_in.first
        self._become(signed_in.token)
        self.answered.emit(post, None)
        self._read()

    def _take_complaint(self, post: Post, answer: Answer | None) -> None:
        taken = read_as(ComplaintTaken, answer)
        if taken is None:
            self.unanswered.emit(post)
        else:
            self.complaint_taken.emit(taken.number)

    def _become(self, token: str) -> None:
        self._turn += 1
        self._calls.set_token(token)
        self._link.set_token(token)

    def _read(self) -> None:
        if not self._session or self._reading or self._stopped:
            return
        self._reading = True
        self._read_again.stop()
        turn = self._turn
        path = f"/counters/{self._counter}"
        self._calls.call("GET", path, None, lambda *came: self._take_reading(turn, *came))

    def _take_reading(self, turn: int, answer: Answer | None, problem: Problem | None) -> None:
        self._reading = False
        if turn != self._turn:
            self.read_soon()
        elif problem is None:
            workplace = read_as(WorkplaceView, answer)
            if workplace is not None:
                self._open = None  # what that command did or did not do is on the screen now
                self.workplace_read.emit(workplace)
        elif problem.code in SIGNED_OUT_CODES and self._session:
            self.leave()
            self.session_ended.emit()

    def _take_fact(self, fact: FactMessage) -> None:
        self.fact.emit(fact)
        if fact.kind in HALL_KINDS:
            self._calls.call("GET", "/hall", None, self._take_hall)
        if self._session:
            self.read_soon()

    def _take_hall(self, answer: Answer | None, problem: Problem | None) -> None:
        hall = read_as(HallView, answer) if problem is None else None
        if hall is not None:
            self.hall_read.emit(hall)

    def _take_figures(self, answer: Answer | None, problem: Problem | None) -> None:
        figures = read_as(AgentFigures, answer) if problem is None else None
        if figures is not None and self._session:
            self.figures_read.emit(figures)

    def _take_numbers(self, digits: str, answer: Answer | None, problem: Problem | None) -> None:
        found = read_as(NumberedVisits, answer) if problem is None else None
        if found is not None and self._session:
            self.numbers_found.emit(digits, found.visits)

    def _take_enquiries(self, answer: Answer | None, problem: Problem | None) -> None:
        found = read_as(EnquiriesView, answer) if problem is None else None
        if found is not None and self._session:
            self.enquiries_read.emit(found)

    def _take_phone(self, enquiry: int, answer: Answer | None, problem: Problem | None) -> None:
        if not self._session:
            return
        told = read_as(EnquiryPhoneView, answer) if problem is None else None
        if told is not None:
            self.phone_read.emit(enquiry, told.phone)
        elif problem is not None and problem.code in NO_PHONE_CODES:
            self.phone_read.emit(enquiry, "")
        else:
            answered = problem is not None and problem.code not in NO_ANSWER_CODES and problem.status < 500
            self.phone_missed.emit(enquiry, problem.code if problem and answered else "no_answer", _wait_s(problem))

    def _take_request(self, number: str, answer: Answer | None, problem: Problem | None) -> None:
        if not self._session:
            return
        told = read_as(RequestStatus, answer) if problem is None else None
        if told is not None:
            self.request_read.emit(number, told)
        else:
            answered = problem is not None and problem.code not in NO_ANSWER_CODES
            self.request_missed.emit(number, problem.code if problem and answered else "no_answer", _wait_s(problem))

    def _ask_whether_enrolled(self) -> None:
        # The link takes any device's token: only this question tells a kiosk's, or another counter's, from ours.
        if not self._session:
            self._calls.call("GET", f"/counters/{self._counter}", None, self._take_enrolment)

    def _take_enrolment(self, _answer: Answer | None, problem: Problem | None) -> None:
        if problem is not None and problem.code in NOT_ENROLLED_CODES and not self._session:
            self.device_refused.emit("device_elsewhere")

    def _take_link_refusal(self, code: str) -> None:
        if code == CERTIFICATE_REFUSED:
            self.device_refused.emit(code)
        if code not in SIGNED_OUT_CODES:
            return
        if self._session:
            self.leave()
            self.session_ended.emit()
        else:
            self.device_refused.emit("device_unknown")


def _timer(parent: QObject) -> QTimer:
    timer = QTimer(parent)
    timer.setObjectName("counter_read_again")
    timer.setSingleShot(True)
    timer.setInterval(READ_PAUSE_MS)
    return timer


def _wait_s(problem: Problem | None) -> int:
    return (problem and problem.retry_after_s) or 0
