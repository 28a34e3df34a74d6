"""The kinds of sites, as the glossary has them."""

from __future__ import annotations

from contracts.words import site_kinds as module
from contracts.words.site_kinds import DESKS, SITE_KINDS, is_desk
from tests.helpers.examples import assert_examples_hold


def test_desks_are_kinds_of_sites_that_nobody_walks_into() -> None:
    assert_examples_hold(module)
    assert set(SITE_KINDS) > DESKS
    assert [kind for kind in SITE_KINDS if is_desk(kind)] == ["call_centre", "social_desk"]
