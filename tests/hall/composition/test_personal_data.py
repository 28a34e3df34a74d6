"""Only the table that is erased in time holds what people write about themselves, and no table a telephone number.

The paths and their fields are found from the routes: each text field of a body stands below as personal or as not, and
each path that takes a personal one has its way to be asked. A new path or field fails until somebody has thought of it.
"""

from __future__ import annotations

import sqlite3
import typing
import uuid
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from litestar.routes import HTTPRoute

from contracts.codec.message import Message
from hall.composition.app import application
from hall.composition.housekeeping import erase_phones
from hall.platform.db.engine import empty_wal
from hall.platform.web.request import PREFIX
from tests.hall.appointments.routes.test_officials import OFFICIAL, slots
from tests.hall.settings.setup.test_officials import OFFICE
from tests.helpers.hall_in_a_thread import SETUP, RunningHall, at_ten, good, hall_in_a_thread

PHONE, NAME = "+96891234567", "Zaynab Al Harthi"
DIGITS = "91234567"
HOMES = {
    "BookOfficialRequest.name": {"appointment.guest_name"},
    "BookOfficialRequest.purpose": {"appointment.purpose"},
    "EnquiryRequest.question": {"enquiry.question"},
    "AnswerRequest.text": {"enquiry.answer", "complaint.answer", "complaint.earlier"},
    "SurveyRequest.words": {"survey.words"},
    "ComplaintRequest.text": {"complaint.text"},
    "NewRequest.subject": {"request.subject"},
    "IntakeRequest.subject": {"request.subject"},
    "ReplyRequest.text": {"request.reply", "outbox.body", "message.text"},
    "DecideRequest.decision": {"request.decision", "outbox.body", "message.text"},
    "WithdrawRequest.reason": {"request.withdrawn_why"},
}
"""Where the words of a field may stand; the reply and the decision also leave for the centre, to be followed up."""
NUMBERS = {
    "IssueRequest.phone", "FindRequest.phone", "PhoneRequest.phone", "BookOfficialRequest.phone", "FinishRequest.phone",
    "RequestPhoneRequest.phone", "EnquiryRequest.phone", "EnquiryPhoneRequest.phone",
}  # fmt: skip
"""Telephone numbers: they stand in no column."""
NOT_PERSONAL = {
    "IssueRequest.service", "IssueRequest.language", "IssueRequest.appointment", "IssueRequest.visit",
    "ServedOnPaperRequest.visits", "GroupRequest.visits", "FindRequest.service", "FindRequest.ticket",
    "ServiceChangeRequest.service", "TicketRequest.at_device", "HandInRequest.visit", "HandInRequest.ticket",
    "HandInRequest.code", "HandInRequest.service", "HandInRequest.language", "PaperTicket.ticket",
    "PaperVoidRequest.service", "ReinstateRequest.reason",
    "PrintRequest.attempt", "PrintRequest.device", "PrintRequest.reason", "BookRequest.service", "BookRequest.number",
    "CheckInRequest.visit", "CheckInRequest.language", "BookOfficialRequest.number", "OfficialHoursRequest.weekly",
    "CallChosenRequest.visit", "CallChosenRequest.reason", "ParkRequest.note", "ResumeRequest.visit",
    "WalkUpRequest.service", "WalkUpRequest.reason", "FinishRequest.topics", "FinishRequest.missing",
    "TransactionDone.service", "TransactionDone.topic", "NewRequest.directorate", "NewRequest.topic",
    "NewRequest.external", "RequestPhoneRequest.language", "IntakeRequest.directorate", "IntakeRequest.topic",
    "IntakeRequest.external", "ReferRequest.directorate", "DecideRequest.decided_by", "DecideRequest.power",
    "HolidayRequest.names", "HolidayRequest.occasion", "HolidayRequest.source", "EnquiryRequest.topic",
    "HandOnRequest.to", "HoursSpan.first", "HoursSpan.last", "TabletSurveyRequest.visit", "ComplaintRequest.service",
    "ComplaintRequest.visit", "BreakRequest.reason",
    "ContinueRequest.service", "TransferRequest.service", "TransferRequest.agent", "TransferRequest.reason",
    "TransferRequest.note", "SignInRequest.agent", "SignInRequest.pin", "EndOpeningRequest.check",
    "EndOpeningRequest.right", "CorrectRequest.service", "CorrectRequest.remark", "CloseDayRequest.waiting",
    "CloseDayRequest.choices", "ServicesRequest.services", "NoticeRequest.texts", "CloseHallRequest.texts",
    "AlertRequest.alert", "PairingCodeRequest.kind", "PairingCodeRequest.name", "PairRequest.code", "PairRequest.kind",
    "DeviceStateRequest.state", "DeviceStateRequest.printer", "DeviceStateRequest.paper", "DeviceStateRequest.reason",
    "DeviceStateRequest.version", "DeviceActRequest.by", "ReleaseQuestion.system", "DeviceReleaseResult.code",
    "DeviceReleaseResult.problem", "SessionRequest.token",
    "KioskUseRequest.report", "UseCount.key",
    "InviteRequest.name", "InviteRequest.full_name", "InviteRequest.role", "InviteRequest.unit",
    "RoleRequest.role", "RoleRequest.unit", "FirstPasswordRequest.name", "FirstPasswordRequest.code",
    "FirstPasswordRequest.password", "FirstCodeRequest.name", "FirstCodeRequest.code", "FirstCodeRequest.shown",
    "PasswordSignInRequest.name", "PasswordSignInRequest.password", "PasswordSignInRequest.code",
    "ConfirmRequest.password", "NewPasswordRequest.old", "NewPasswordRequest.new", "NewPasswordRequest.code",
    "AddAgentRequest.code", "AddAgentRequest.names", "AddAgentRequest.services",
    "OwnPinRequest.old", "OwnPinRequest.new",
    "ItemChange.section", "ItemChange.key", "ItemChange.values", "DeviceNameRequest.name", "KioskPauseRequest.device",
}  # fmt: skip
"""Codes, names of devices and services, the notes that staff leave each other, and what staff type about themselves."""


def _is_message(value: object) -> bool:
    return isinstance(value, type) and issubclass(value, Message)


def text_fields(cls: type) -> set[str]:
    """Return the fields of a body that hold texts, with those of what it holds in turn."""
    found = set[str]()
    for name, hint in typing.get_type_hints(cls).items():
        parts = leaves(hint)
        found |= {f"{cls.__name__}.{name}"} if str in parts else set()
        for part in parts:
            if _is_message(part):
                found |= text_fields(part)
    return found


def leaves(hint: Any) -> set[Any]:
    arguments = [one for one in typing.get_args(hint) if one is not Ellipsis]
    return {leaf for one in arguments for leaf in leaves(one)} if arguments else {hint}


def bodies() -> dict[str, set[str]]:
    """Return the text fields of each path that takes a body."""
    return {
        route.path_format.removeprefix(PREFIX): text_fields(handler.parsed_data_field.annotation)
        for route in application().routes
        if isinstance(route, HTTPRoute)
        for handler in route.route_handlers
        if handler.parsed_data_field is not None
    }


BODIES = bodies()
TAKING = sorted(path for path, fields in BODIES.items() if fields & (NUMBERS | set(HOMES)))


def test_each_text_that_a_body_can_hold_is_known_as_personal_or_as_not() -> None:
    assert set().union(*BODIES.values()) == NUMBERS | set(HOMES) | NOT_PERSONAL


def without_queue(answer: Any) -> Any:
    """Return an answer without its age and what its ticket says of the queue: a repetition reads both again."""
    if not isinstance(answer, dict):
        return answer
    answer = {name: value for name, value in answer.items() if name != "age_s"}
    if not isinstance(answer.get("ticket"), dict):
        return answer
    moving = {"people_ahead", "wait", "staffed", "begins_at"}
    return {**answer, "ticket": {name: value for name, value in answer["ticket"].items() if name not in moving}}


class Story:
    """A hall in which each path that takes something personal is asked with its own marker in every personal field."""

    def __init__(self, hall: RunningHall) -> None:
        self.hall = hall
        self.agent = hall.sign_in()
        self.markers: dict[str, str] = {}

    def words(self, field: str) -> str:
        """Return a text with a name that stands for this field alone."""
        self.markers.setdefault(field, f"{NAME} {len(self.markers):03}")
        return self.markers[field]

    def post(self, path: str, who: str, body: dict[str, Any], status: int = 200, **headers: str) -> Any:
        """Post under an idempotency key, twice: the repetition gives the same answer."""
        key = {"Idempotency-Key": str(uuid.uuid4()), **headers}
        first, again = (self.hall.post(path, who, body, headers=key) for _ in range(2))
        answer = good(first, status)
        assert without_queue(good(again, status)) == without_queue(answer)
        return answer

    def served(self) -> str:
        """Let a visitor be served at counter 1, and return the visit."""
        visit = str(self.hall.issue()["visit"])
        for move in ("call-next", "begin"):
            good(self.hall.post(f"/counters/1/{move}", self.agent))
        return visit

    def finished_with_code(self) -> str:
        """Let a visitor be served to the end, and return the code on his ticket."""
        ticket = self.hall.issue()
        for move, body in (("call-next", {}), ("begin", {}), ("finish", {"outcome": "completed"})):
            good(self.hall.post(f"/counters/1/{move}", self.agent, body))
        return str(ticket["status_url"]).partition("#")[2]

    def request(self, *, urgent: bool = False) -> str:
        body = {
            "subject": self.words("IntakeRequest.subject"), "topic": "ownership", "directorate": "lands",
            "source": "email", "external": None, "urgent": urgent,
        }  # fmt: skip
        return str(self.post("/requests", "reception", body, 201)["number"])

    def enquiry(self) -> int:
        question = self.words("EnquiryRequest.question")
        body = {"topic": "other", "channel": "hall", "question": question, "phone": PHONE}
        return int(self.post("/enquiries", self.agent, body, 201)["number"])

    def complaint(self) -> str:
        body = {"nature": "complaint", "text": self.words("ComplaintRequest.text")}
        return str(self.post("/complaints", "reception", body, 201)["number"])

    def finish(self) -> None:
        self.served()
        asked = {"subject": self.words("NewRequest.subject"), "topic": "ownership", "directorate": "lands"}
        self.post("/counters/1/finish", self.agent, {"outcome": "request_registered", "request": asked, "phone": PHONE})

    def book(self) -> str:
        body = {
            "slot_at": slots(self.hall)[0], "name": self.words("BookOfficialRequest.name"),
            "purpose": self.words("BookOfficialRequest.purpose"), "phone": PHONE,
        }  # fmt: skip
        booked = self.post("/officials/director/appointments", "reception", body, 201)
        self.post(f"/appointments/{booked['number']}/move", "reception", {"slot_at": slots(self.hall)[1]})
        return str(booked["number"])

    def survey(self) -> None:
        body = {"face": 5, "words": self.words("SurveyRequest.words")}
        self.post("/place/survey", "", body, **{"Visit-Code": self.finished_with_code()})

    def place_complaint(self) -> None:
        body = {"nature": "complaint", "text": self.words("ComplaintRequest.text")}
        self.post("/place/complaint", "", body, 201, **{"Visit-Code": self.finished_with_code()})

    def moved_request(self, move: str, body: dict[str, Any]) -> None:
        self.post(f"/requests/{self.request(urgent=move == 'decide')}/{move}", self.agent, body)

    def reply(self) -> None:
        number = self.request()
        self.post(f"/requests/{number}/refer", self.agent, {})
        self.post(f"/requests/{number}/reply", self.agent, {"text": self.words("ReplyRequest.text")})

    def moved_enquiry(self, move: str, body: dict[str, Any]) -> None:
        self.post(f"/enquiries/{self.enquiry()}/{move}", self.agent, body)

    def moved_complaint(self, move: str, body: dict[str, Any]) -> None:
        self.post(f"/complaints/{self.complaint()}/{move}", "head", body)


WAYS: dict[str, Callable[[Story], object]] = {
    "/visits": lambda s: s.post("/visits", "kiosk", {"service": "A", "phone": PHONE}, 201),
    "/visits/find": lambda s: good(s.hall.post("/visits/find", "reception", {"phone": PHONE})),
    "/visits/{visit}/phone": lambda s: s.post(
        f"/visits/{s.hall.issue()['visit']}/phone", "reception", {"phone": PHONE}, 204
    ),
    "/officials/{official}/appointments": Story.book,
    "/counters/{n}/finish": Story.finish,
    "/requests": Story.request,
    "/requests/{number}/phone": lambda s: s.post(
        f"/requests/{s.request()}/phone", s.agent, {"phone": PHONE, "language": "ar"}, 204
    ),
    "/requests/{number}/reply": Story.reply,
    "/requests/{number}/decide": lambda s: s.moved_request(
        "decide",
        {"decision": s.words("DecideRequest.decision"), "decided_by": "the head", "power": "head_of_hall"},
    ),
    "/requests/{number}/withdraw": lambda s: s.moved_request("withdraw", {"reason": s.words("WithdrawRequest.reason")}),
    "/enquiries": Story.enquiry,
    "/enquiries/{enquiry}/answer": lambda s: s.moved_enquiry("answer", {"text": s.words("AnswerRequest.text")}),
    "/enquiries/{enquiry}/phone": lambda s: s.moved_enquiry("phone", {"phone": PHONE}),
    "/place/survey": Story.survey,
    "/complaints": Story.complaint,
    "/place/complaint": Story.place_complaint,
    "/complaints/{complaint}/answer": lambda s: s.moved_complaint("answer", {"text": s.words("AnswerRequest.text")}),
}
"""How each path that takes something personal is asked."""


def test_each_path_that_takes_something_personal_is_asked_here() -> None:
    assert set(WAYS) == set(TAKING)


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    setup = SETUP + OFFICE + OFFICIAL + "\n[kiosk]\nphone = true\n"
    with hall_in_a_thread(tmp_path, setup=setup, clock=at_ten()) as running:
        yield Story(running)


def columns_with(database: Path, text: str) -> set[str]:
    """Return the columns of all tables in which the text stands."""
    found = set()
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        connection.text_factory = bytes
        tables = [row[0].decode() for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            cursor = connection.execute(f'SELECT * FROM "{table}"')
            names = [str(column[0]) for column in cursor.description]
            for row in cursor:
                found |= {f"{table}.{name}" for name, cell in zip(names, row, strict=True) if text in readable(cell)}
    return found


def readable(cell: object) -> str:
    return cell.decode("utf-8", "replace") if isinstance(cell, bytes) else str(cell)


def files_with(folder: Path, text: str) -> set[str]:
    return {file.name for file in folder.iterdir() if file.is_file() and text.encode() in file.read_bytes()}


@pytest.mark.parametrize("path", TAKING)
def test_after_each_path_no_table_holds_a_number_and_words_stand_in_their_own_alone(story: Story, path: str) -> None:
    WAYS[path](story)
    data = story.hall.hall.config.data
    assert columns_with(data / "hall.sqlite", DIGITS) == set()
    assert files_with(data, DIGITS) == set()
    for field, words in story.markers.items():
        assert columns_with(data / "hall.sqlite", words) <= HOMES[field], field


def test_no_table_holds_the_code_that_opens_a_visitors_page(story: Story) -> None:
    ticket = story.post("/visits", "kiosk", {"service": "A"}, 201)
    again = story.post(f"/visits/{ticket['visit']}/ticket", "reception", {"reprints": 0})
    booked = story.book()
    story.hall.clock.move_on(minutes=45)
    arrived = story.post(f"/appointments/{booked}/check-in", "kiosk", {}, 201)
    for shown in (ticket, again["ticket"], arrived):
        code = shown["status_url"].partition("#")[2]
        assert len(code) == 22
        assert columns_with(story.hall.hall.config.data / "hall.sqlite", code) == set()


def test_who_came_to_an_official_leaves_no_byte_in_the_files_a_day_after_his_slot(story: Story) -> None:
    story.book()
    data, store = story.hall.hall.config.data, story.hall.hall.store
    empty_wal(store.engine)
    assert files_with(data, NAME) == {"hall.sqlite"}
    story.hall.clock.move_on(days=3)
    assert erase_phones(store, story.hall.hall.parts.security.phones) == 1
    assert columns_with(data / "hall.sqlite", NAME) == set()
    assert files_with(data, NAME) == set()
