"""Sign-ins of the ministry's account on both databases: two at once are one person."""

from __future__ import annotations

from concurrent.futures import Future

import pytest

from hall.people.commands.ministry_sign_in import PROVIDER, MinistrySignIn, sign_in_of_ministry
from tests.helpers.replacing import replace
from tests.helpers.stored_hall import StoredHall

NOOR = MinistrySignIn("https://login.moh.example", "subject-7", "noor@moh.example", "Noor", "head", "", "a" * 64)


@pytest.mark.dialect
def test_two_first_sign_ins_of_one_person_at_once_make_one_account_with_two_sessions(stored_hall: StoredHall) -> None:
    def begin(session: str) -> Future[str]:
        who = replace(NOOR, session_hash=session)
        return stored_hall.store.commands.run(lambda work, now: sign_in_of_ministry(who, work=work, now=now))

    asked = [begin(letter * 64) for letter in "ab"]  # both wait for the one writer before either is done
    assert [one.result(60) for one in asked] == ["", ""]
    found = stored_hall.ask(
        lambda work, _now: [
            (one.name, one.role, one.added_by, len(work.accounts.sessions(one.name))) for one in work.accounts.all()
        ]
    )
    assert found == [(NOOR.name, "head", PROVIDER, 2)]
