"""Setting up the own access: only with the code, only once, only with an authenticator that works."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import Engine

from central.errors import BodyError, TokenError
from central.people.enrolment import choose_password, offered, prove
from central.people.people import SET_UP_LIFE, add_person
from common.accounts.codes import RECOVERY_CODES
from common.accounts.totp import totp
from tests.central.conftest import NOW
from tests.helpers.staff import PASSWORD, SETUP, ready, secret_of


def test_what_is_offered_is_what_the_first_code_must_come_from(engine: Engine) -> None:
    code = add_person(engine, "noor", "reader", by="salim", now=NOW)
    offer = choose_password(engine, SETUP, "noor", code, PASSWORD, now=NOW)
    assert offered(engine, SETUP, "noor", code.lower().replace("-", " "), now=NOW) == offer
    secret = secret_of(engine, SETUP, "noor")
    with pytest.raises(TokenError, match="authenticator"):
        prove(engine, SETUP, "noor", code, totp(secret, NOW.timestamp() + 600), now=NOW)
    codes = prove(engine, SETUP, "noor", code, totp(secret, NOW.timestamp()), now=NOW)
    assert len(set(codes)) == RECOVERY_CODES
    with pytest.raises(TokenError, match="set-up code"):
        prove(engine, SETUP, "noor", code, totp(secret, NOW.timestamp()), now=NOW)


def test_a_password_chosen_again_brings_a_new_authenticator(engine: Engine) -> None:
    code = add_person(engine, "noor", "reader", by="salim", now=NOW)
    first = choose_password(engine, SETUP, "noor", code, PASSWORD, now=NOW)
    assert choose_password(engine, SETUP, "noor", code, PASSWORD + "!", now=NOW).secret != first.secret


def test_a_wrong_or_late_code_an_easy_password_and_a_missing_one_are_refused(engine: Engine) -> None:
    code = add_person(engine, "noor", "reader", by="salim", now=NOW)
    for name, typed, late in (("noor", "x", 0), ("huda", code, 0), ("noor", code, 1)):
        with pytest.raises(TokenError, match="older than a day"):
            choose_password(engine, SETUP, name, typed, PASSWORD, now=NOW + late * (SET_UP_LIFE + timedelta(seconds=1)))
    with pytest.raises(BodyError, match="15 characters"):
        choose_password(engine, SETUP, "noor", code, "short", now=NOW)
    with pytest.raises(TokenError, match="authenticator"):
        prove(engine, SETUP, "noor", code, "123456", now=NOW)


def test_an_access_that_is_set_up_is_not_set_up_again_by_its_old_code(engine: Engine) -> None:
    ready(engine, "noor", now=NOW)
    with pytest.raises(TokenError):
        choose_password(engine, SETUP, "noor", "", PASSWORD, now=NOW)
