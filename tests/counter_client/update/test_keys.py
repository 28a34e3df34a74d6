from __future__ import annotations

import pytest

from contracts.settings.hall_view import AgentView, NamedEntry, RequestLists
from contracts.words.hall import Lane
from counter_client.keyboard.shortcuts import (
    KEY_BACKSPACE,
    KEY_DOWN,
    KEY_ENTER,
    KEY_ESCAPE,
    KEY_F1,
    KEY_LEFT,
    KEY_RETURN,
    KEY_RIGHT,
    KEY_SPACE,
    KEY_UP,
)
from counter_client.state.actions import Action
from counter_client.state.intents import (
    ActOnEnquiry,
    ActOnFound,
    AskRequest,
    Choose,
    CloseSheet,
    Do,
    EraseDigit,
    FollowUp,
    MoveRow,
    PickAgent,
    SendMissing,
    SendRequest,
    SendText,
    ShowList,
    ShowPhone,
    ToggleMissing,
    ToggleMore,
    TypeDigit,
    Wish,
)
from counter_client.state.state import Inputs, ListKind, Paper, Result, Search, Sheet, SheetKind
from counter_client.update.keys import wish_of
from tests.counter_client.helpers.builders import (
    HALL,
    NINE,
    ON_BREAK,
    SESSION,
    at_sign_in,
    at_work,
    changed,
    row,
    serving,
    slip,
    visit,
    with_documents,
    workplace,
)
from tests.counter_client.helpers.open_enquiries import NEW, listed
from tests.helpers.replacing import replace


def f(number: int) -> int:
    return KEY_F1 + number - 1


def with_priority(inputs: Inputs, chosen: str = "visit-F1") -> Inputs:
    place = inputs.workplace
    assert place is not None
    priority = replace(row("F1"), visit="visit-F1", lane=Lane.PRIORITY)
    return changed(inputs, row=chosen, workplace=replace(place, waiting=(*place.waiting, priority)))


FREE = at_work(None, row("A1"))
CALLED = at_work(visit())
SERVING = at_work(serving())
PAUSED = at_work(workplace=workplace(session=ON_BREAK))
OUTCOME = replace(SERVING, sheet=Sheet(SheetKind.OUTCOME))
BREAK = replace(FREE, sheet=Sheet(SheetKind.BREAK))
SIGN_OUT = replace(FREE, sheet=Sheet(SheetKind.SIGN_OUT))
SEARCH = replace(FREE, sheet=Sheet(SheetKind.SEARCH, search=Search()))
MISSING = replace(SERVING, hall=with_documents(), sheet=Sheet(SheetKind.MISSING, service="A"))
REGISTERED = replace(FREE, sheet=Sheet(SheetKind.REGISTERED))
CODE = replace(FREE, sheet=Sheet(SheetKind.RETURN_CODE, result=Result(slip=slip())))
ASKED = at_work(workplace=workplace(serving(), session=replace(SESSION, break_asked="meal")))
OPEN = replace(FREE, hall=replace(HALL, requests=RequestLists((NamedEntry("t", {}),), (), ())))
MORE = replace(FREE, sheet=Sheet(SheetKind.MORE))
HELPED = at_work(workplace=workplace(session=replace(SESSION, help_since=NINE)))
COMING = at_work(workplace=workplace(None, row("A1"), session=replace(SESSION, auto_call_at=NINE)))
ENQUIRIES = replace(OPEN, sheet=listed(NEW))
TAKEN = Sheet(SheetKind.COMPLAINT_TAKEN)
WRITING = replace(OPEN, sheet=Sheet(SheetKind.ENQUIRY_TEXT))
CLOSING = replace(OPEN, sheet=Sheet(SheetKind.ENQUIRY_CONFIRM))

AHMED = at_sign_in(language="ar", hall=replace(HALL, agents=(AgentView("ahmed", {"ar": "أحمد الحارثي"}),)))

TABLE: list[tuple[str, Inputs, int, str, Wish | None]] = [
    ("space calls next", FREE, KEY_SPACE, " ", Do(Action.CALL_NEXT)),
    ("space begins", CALLED, KEY_SPACE, " ", Do(Action.BEGIN)),
    ("space finishes", SERVING, KEY_SPACE, " ", Do(Action.FINISH)),
    ("space resumes work", PAUSED, KEY_SPACE, " ", Do(Action.RESUME_WORK)),
    ("F2 recalls", CALLED, f(2), "", Do(Action.RECALL)),
    ("F3 is a no-show", CALLED, f(3), "", Do(Action.NO_SHOW)),
    ("F3 does nothing while serving", SERVING, f(3), "", None),
    ("F4 returns", CALLED, f(4), "", Do(Action.RETURN)),
    ("F5 parks", SERVING, f(5), "", Do(Action.PARK)),
    ("F6 transfers", SERVING, f(6), "", Do(Action.TRANSFER)),
    ("F7 opens the menu", FREE, f(7), "", Do(Action.MORE)),
    ("F7 opens it on a break", PAUSED, f(7), "", Do(Action.MORE)),
    ("F7 closes it", MORE, f(7), "", CloseSheet()),
    ("esc closes it", MORE, KEY_ESCAPE, "", CloseSheet()),
    ("W walks up", MORE, ord("W"), "w", Do(Action.WALK_UP)),
    ("the Arabic letter walks up", MORE, 0x62A, "ت", Do(Action.WALK_UP)),
    ("W under an Arabic layout walks up", MORE, 0x635, "ص", Do(Action.WALK_UP)),
    ("W is nothing while serving", replace(MORE, workplace=SERVING.workplace), ord("W"), "w", None),
    ("V flashes the board for one who is called", replace(MORE, workplace=CALLED.workplace), 0, "v", Do(Action.LOOK)),
    ("P gives the row priority", MORE, ord("P"), "p", Do(Action.GIVE_PRIORITY)),
    ("the Arabic letter takes it back", with_priority(MORE), 0x62D, "ح", Do(Action.TAKE_PRIORITY)),
    ("P is nothing on a break", replace(MORE, workplace=PAUSED.workplace), ord("P"), "p", None),
    ("R prints the newest paper again", replace(MORE, paper=Paper(visit="v")), ord("R"), "r", Do(Action.REPRINT)),
    ("R is nothing without a paper", MORE, ord("R"), "r", None),
    ("F finds a number", MORE, ord("F"), "f", Do(Action.SEARCH)),
    ("C takes in a complaint", MORE, ord("C"), "ش", Do(Action.COMPLAINT)),
    ("O shows the open enquiries", replace(OPEN, sheet=MORE.sheet), ord("O"), "o", Do(Action.ENQUIRIES)),
    ("O is nothing in a hall without topics", MORE, ord("O"), "o", None),
    ("T puts the window away", MORE, ord("T"), "t", Do(Action.BAR)),
    ("a digit is nothing in the menu", MORE, ord("1"), "1", None),
    ("F10 calls for help", FREE, f(10), "", Do(Action.HELP)),
    ("F10 says that it is over", HELPED, f(10), "", Do(Action.HELP_OVER)),
    ("esc stops the automatic call", COMING, KEY_ESCAPE, "", Do(Action.STOP_AUTO_CALL)),
    ("esc is nothing where none comes", FREE, KEY_ESCAPE, "", None),
    *((f"{n} does nothing", OPEN, ord(f"{n}"), f"{n}", None) for n in (4, 5, 6, 7, 8, 9, 0)),
    ("F8 pauses", FREE, f(8), "", Do(Action.BREAK)),
    ("F8 resumes", PAUSED, f(8), "", Do(Action.RESUME_WORK)),
    ("F11 changes the language", FREE, f(11), "", Do(Action.LANGUAGE)),
    ("F11 changes it at sign-in", at_sign_in(), f(11), "", Do(Action.LANGUAGE)),
    ("F12 signs out", FREE, f(12), "", Do(Action.SIGN_OUT)),
    ("enter calls the row", FREE, KEY_RETURN, "\r", Do(Action.CALL_CHOSEN)),
    ("enter resumes the row", changed(FREE, kind=ListKind.PARKED), KEY_ENTER, "\r", Do(Action.RESUME)),
    ("enter reinstates the row", changed(FREE, kind=ListKind.MISSED), KEY_ENTER, "\r", Do(Action.REINSTATE)),
    ("2 shows the parked", FREE, ord("2"), "2", ShowList(ListKind.PARKED)),
    ("Arabic 3 shows the missed", FREE, 0x663, "٣", ShowList(ListKind.MISSED)),
    ("down goes through the open enquiries", ENQUIRIES, KEY_DOWN, "", MoveRow(1)),
    ("enter does the next thing with one", ENQUIRIES, KEY_RETURN, "\r", ActOnEnquiry()),
    ("space goes on after its number", replace(OPEN, sheet=TAKEN), KEY_SPACE, " ", CloseSheet()),
    ("2 shows its telephone", ENQUIRIES, ord("2"), "2", ShowPhone()),
    ("1 does the other thing with one", ENQUIRIES, 0x661, "١", ActOnEnquiry(other=True)),
    ("function keys do nothing with one", ENQUIRIES, f(6), "", None),
    ("space does nothing with one", ENQUIRIES, KEY_SPACE, " ", None),
    ("enter sends what is written", WRITING, KEY_ENTER, "\r", SendText()),
    ("a digit is nothing beside the line", WRITING, ord("4"), "4", None),
    ("enter closes the enquiry", CLOSING, KEY_RETURN, "\r", Choose("confirm_enquiry")),
    ("down moves", FREE, KEY_DOWN, "", MoveRow(1)),
    ("a letter is nothing", FREE, 0x634, "ش", None),
    ("digits are the PIN", at_sign_in(), ord("4"), "4", TypeDigit(4)),
    ("Arabic digits are the PIN", at_sign_in(), 0x664, "٤", TypeDigit(4)),
    ("backspace erases one", at_sign_in(), KEY_BACKSPACE, "\b", EraseDigit()),
    ("esc erases all", at_sign_in(), KEY_ESCAPE, "\x1b", EraseDigit(everything=True)),
    ("up chooses an agent", at_sign_in(), KEY_UP, "", MoveRow(-1)),
    ("enter signs in", at_sign_in(), KEY_ENTER, "\r", Do(Action.SIGN_IN)),
    ("a letter chooses a name that begins with it", at_sign_in(), ord("S"), "s", PickAgent("said")),
    ("the letter again chooses the next", at_sign_in(agent="said"), ord("S"), "s", PickAgent("salma")),
    ("and then the first again", at_sign_in(agent="salma"), ord("S"), "s", PickAgent("said")),
    ("an Arabic letter chooses an Arabic name", at_sign_in(language="ar"), 0x645, "م", PickAgent("maryam")),
    ("alef chooses a name that begins with a hamza on it", AHMED, 0x627, "ا", PickAgent("ahmed")),
    ("a line without a letter is nothing", AHMED, 0x640, "ـ", None),
    ("a letter without a name is nothing", at_sign_in(), ord("Q"), "q", None),
    ("space at sign-in is nothing", at_sign_in(), KEY_SPACE, " ", None),
    ("space takes the first outcome", OUTCOME, KEY_SPACE, " ", Choose("completed")),
    ("3 takes the third outcome", OUTCOME, ord("3"), "3", Choose("documents_missing")),
    ("Arabic 5 takes the fifth", OUTCOME, 0x665, "٥", Choose("cancelled")),
    ("6 goes on with the next service", OUTCOME, ord("6"), "6", Choose("next_service")),
    ("7 is no outcome", OUTCOME, ord("7"), "7", None),
    ("up is one transaction more", OUTCOME, KEY_UP, "", MoveRow(-1)),
    ("up comes to a reason of a break", BREAK, KEY_UP, "", MoveRow(-1)),
    ("digits are the number", SEARCH, ord("5"), "5", TypeDigit(5)),
    ("Arabic digits are the number", SEARCH, 0x664, "٤", TypeDigit(4)),
    ("down goes through those found", SEARCH, KEY_DOWN, "", MoveRow(1)),
    ("backspace takes a digit off", SEARCH, KEY_BACKSPACE, "", EraseDigit()),
    ("enter acts on the one found", SEARCH, KEY_RETURN, "\r", ActOnFound()),
    ("esc leaves the search", SEARCH, KEY_ESCAPE, "", CloseSheet()),
    ("2 ticks the second document", MISSING, ord("2"), "2", ToggleMissing("البطاقة الشخصية")),
    ("3 is no document", MISSING, ord("3"), "3", None),
    ("enter sends what is missing", MISSING, KEY_ENTER, "\r", SendMissing()),
    ("space goes on after the code", CODE, KEY_SPACE, " ", CloseSheet()),
    ("space goes on from what was registered", REGISTERED, KEY_SPACE, "", CloseSheet()),
    ("1 prints the receipt again", REGISTERED, ord("1"), "1", Do(Action.REPRINT)),
    ("1 prints the code again", CODE, 0x661, "١", Do(Action.REPRINT)),
    ("F5 is nothing without a paper", FREE, f(5), "", None),
    ("F8 takes the asked break back", ASKED, f(8), "", Do(Action.NO_BREAK)),
    ("esc goes back", OUTCOME, KEY_ESCAPE, "", CloseSheet()),
    ("space alone chooses no reason", BREAK, KEY_SPACE, " ", None),
    ("enter confirms the only answer", SIGN_OUT, KEY_RETURN, "\r", Choose("confirm")),
    ("function keys are off under a sheet", BREAK, f(7), "", None),
]


@pytest.mark.parametrize(
    ("inputs", "key", "text", "wish"), [case[1:] for case in TABLE], ids=[case[0] for case in TABLE]
)
def test_a_key_means(inputs: Inputs, key: int, text: str, wish: Wish | None) -> None:
    assert wish_of(key, text, inputs) == wish


def test_the_arrow_keys_come_to_an_answer_and_enter_takes_it() -> None:
    asked = at_work(serving(), sheet=Sheet(SheetKind.BREAK))
    assert wish_of(KEY_DOWN, "", asked) == MoveRow(1)
    assert wish_of(KEY_RETURN, "", asked) is None
    picked = replace(asked, sheet=Sheet(SheetKind.BREAK, picked="meal"))
    assert wish_of(KEY_RETURN, "", picked) == Choose("meal")
    length = at_work(sheet=Sheet(SheetKind.BREAK_LENGTH, reason="meal", picked="60"))
    assert (wish_of(KEY_RETURN, "", length), wish_of(KEY_SPACE, " ", length)) == (Choose("60"), Choose("30"))


def test_more_is_said_of_a_request_by_its_keys() -> None:
    for kind in (SheetKind.REQUEST_TOPIC, SheetKind.REQUEST_DIRECTORATE):
        assert wish_of(ord("0"), "0", at_work(serving(), sheet=Sheet(kind))) == ToggleMore()
    assert wish_of(ord("0"), "0", at_work(serving(), sheet=Sheet(SheetKind.OUTCOME))) is None
    details = at_work(serving(), sheet=Sheet(SheetKind.REQUEST_DETAILS))
    wishes = [wish_of(key, "", details) for key in (f(6), f(7), KEY_RETURN, KEY_ESCAPE, KEY_DOWN)]
    assert wishes == [None, None, SendRequest(), CloseSheet(), None]


def test_a_request_is_followed_up_from_the_search() -> None:
    searching = at_work(sheet=Sheet(SheetKind.SEARCH, search=Search()))
    assert wish_of(KEY_RIGHT, "", searching) == FollowUp()
    assert wish_of(KEY_LEFT, "", changed(searching, language="ar")) == FollowUp()
    assert wish_of(KEY_LEFT, "", searching) is None
    following = at_work(sheet=Sheet(SheetKind.FOLLOW_UP))
    assert (wish_of(KEY_RETURN, "", following), wish_of(KEY_ESCAPE, "", following)) == (AskRequest(), CloseSheet())
