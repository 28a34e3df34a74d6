from __future__ import annotations

import pytest

from contracts.enquiries.answers import EnquiryRequest
from contracts.settings.hall_view import NamedEntry, RequestLists
from contracts.words.enquiries import Channel
from counter_client.dialogs.enquiries.counting import LEAVE_OPEN, channels, next_question, post_of
from counter_client.hall.replies import answered
from counter_client.keyboard.shortcuts import KEY_SPACE
from counter_client.state.actions import Action
from counter_client.state.hall_command import Post
from counter_client.state.state import EnquiryDraft, Inputs, Notice, Sheet, SheetKind, Tone
from counter_client.update.decide import decide
from counter_client.update.keys import wish_of
from counter_client.workplace.presenters.more_menu import derive_more
from tests.counter_client.helpers.builders import HALL, at_work, serving
from tests.helpers.replacing import replace

TOPICS = tuple(NamedEntry(code, {"en": code}) for code in ("land_grant", "ownership"))
MORE = Sheet(SheetKind.MORE)
ASKED = replace(HALL, requests=RequestLists(TOPICS, (), ()))


def pressed(inputs: Inputs, *typed: int | str) -> tuple[Inputs, Post | None]:
    """Type letters and digits one after the other, a second apart."""
    post = None
    for one in map(str, typed):
        inputs = replace(inputs, now_s=inputs.now_s + 1)
        wish = wish_of(ord(one), one, inputs)
        assert wish is not None, one
        inputs, post = decide(inputs, wish)
    return inputs, post


def test_topic_and_channel_are_one_key_each_also_while_somebody_is_served() -> None:
    asked, post = pressed(at_work(serving(), hall=ASKED, sheet=MORE), "e", 2)
    assert post is None
    assert asked.sheet is not None
    assert (asked.sheet.kind, asked.sheet.topic) == (SheetKind.ENQUIRY_CHANNEL, "ownership")
    _, post = pressed(asked, 3)
    assert post == Post(Action.ENQUIRY, "/enquiries", EnquiryRequest("ownership", Channel.EMAIL))


def test_one_without_an_answer_yet_asks_for_its_channel_and_its_question() -> None:
    asked, post = pressed(at_work(serving(), hall=ASKED, sheet=MORE), "e", 1, 6)
    assert post is None
    assert asked.sheet is not None
    assert asked.sheet.kind is SheetKind.ENQUIRY_OPEN
    asked, post = pressed(asked, 3)
    assert post is None
    assert asked.sheet == Sheet(
        SheetKind.ENQUIRY_TEXT, topic="land_grant", enquiry=EnquiryDraft(channel="email"), asks=Action.ENQUIRY
    )
    assert next_question(asked.sheet, LEAVE_OPEN) is None


def test_the_space_bar_takes_the_usual_channel_of_the_site() -> None:
    asked, _ = pressed(at_work(hall=ASKED, sheet=MORE), "e", 1)
    wish = wish_of(KEY_SPACE, " ", replace(asked, now_s=9.0))
    assert wish is not None
    _, post = decide(replace(asked, now_s=9.0), wish)
    assert post is not None
    assert post.body == EnquiryRequest("land_grant", Channel.HALL)


@pytest.mark.parametrize(
    ("site", "first"), [("hall", "hall"), ("call_centre", "call_centre"), ("social_desk", "social")]
)
def test_every_channel_is_offered_once_the_usual_one_first(site: str, first: str) -> None:
    offered = channels(at_work(hall=replace(ASKED, site_kind=site)))
    assert offered[0] == first
    assert sorted(offered) == sorted(channel.value for channel in Channel)


def test_it_is_said_that_it_was_counted_and_where_that_is_all_there_is_to_do_the_next_is_asked_for() -> None:
    sheet = Sheet(SheetKind.ENQUIRY_CHANNEL, topic="land_grant")
    post, notice = post_of(sheet, "hall"), Notice(Tone.DONE, "done_enquiry")
    done = answered(at_work(serving(), hall=ASKED, sheet=sheet, busy=Action.ENQUIRY), post, None)
    assert (done.sheet, done.notice, done.busy) == (None, notice, None)
    assert done.workplace is not None
    assert done.workplace.current == serving()
    line = answered(at_work(hall=replace(ASKED, site_kind="call_centre"), sheet=sheet), post, None)
    assert line.sheet == Sheet(SheetKind.ENQUIRY_TOPIC, notice=notice)


def test_of_one_that_stays_open_it_is_said_where_to_find_it() -> None:
    sheet = Sheet(SheetKind.ENQUIRY_TEXT, topic="land_grant", enquiry=EnquiryDraft(channel="email"))
    post = post_of(sheet, "email", "Since when?")
    assert post.body == EnquiryRequest("land_grant", Channel.EMAIL, "Since when?")
    assert answered(at_work(hall=ASKED, sheet=sheet), post, None).notice == Notice(Tone.DONE, "done_left_open")


def test_a_hall_without_topics_counts_none_and_has_none_open() -> None:
    menu = at_work(sheet=Sheet(SheetKind.MORE))
    assert [wish_of(0, letter, menu) for letter in ("e", "o")] == [None, None]
    assert {Action.ENQUIRY, Action.ENQUIRIES}.isdisjoint(item.action for item in derive_more(menu).items)
