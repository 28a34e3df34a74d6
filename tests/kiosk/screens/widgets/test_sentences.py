from __future__ import annotations

import pytest

from contracts.words.hall import VisitorKind
from kiosk.screens.widgets.sentences import Sentences
from qtkit.language.language import Language

pytestmark = pytest.mark.process


@pytest.mark.parametrize(
    ("tag", "digits", "count", "text"),
    [
        ("ar", "western", None, ""),
        ("ar", "western", 0, "لا يوجد منتظرون"),
        ("ar", "western", 1, "شخص واحد في الانتظار"),
        ("ar", "western", 2, "شخصان في الانتظار"),
        ("ar", "western", 3, "3 أشخاص في الانتظار"),
        ("ar", "arabic_indic", 11, "١١ شخصًا في الانتظار"),
        ("ar", "western", 100, "100 شخص في الانتظار"),
        ("en", "arabic_indic", 0, "Nobody is waiting"),
        ("en", "arabic_indic", 1, "1 person waiting"),
        ("en", "arabic_indic", 12, "12 people waiting"),
    ],
)
def test_who_waits(language: Language, tag: str, digits: str, count: int | None, text: str) -> None:
    language.show(tag)
    language.set_digits(digits)
    assert Sentences(language).waiting(count) == text


@pytest.mark.parametrize(
    ("tag", "minutes", "text"),
    [
        ("ar", None, ""),
        ("ar", (0, 1), "دقيقة واحدة أو أقل"),
        ("ar", (0, 2), "دقيقتان أو أقل"),
        ("ar", (5, 5), "5 دقائق أو أقل"),
        ("ar", (1, 2), "من دقيقة إلى دقيقتين"),
        ("ar", (4, 9), "من 4 إلى 9 دقائق"),
        ("ar", (15, 25), "من 15 إلى 25 دقيقة"),
        ("ar", (95, 105), "من 95 إلى 105 دقائق"),
        ("en", (0, 1), "Up to 1 minute"),
        ("en", (15, 25), "15 to 25 minutes"),
    ],
)
def test_how_long_it_may_take(language: Language, tag: str, minutes: tuple[int, int] | None, text: str) -> None:
    language.show(tag)
    assert Sentences(language).wait(minutes) == text


@pytest.mark.parametrize(
    ("tag", "first", "third"), [("ar", "دورك هو التالي", "3 أشخاص"), ("en", "You are next", "3 people")]
)
def test_who_is_before_the_visitor(language: Language, tag: str, first: str, third: str) -> None:
    language.show(tag)
    sentences = Sentences(language)
    assert (sentences.ahead(0), sentences.ahead(3)) == (first, third)


def test_the_end_is_counted_in_the_right_form(language: Language) -> None:
    sentences = Sentences(language)
    assert sentences.closes_in(1).endswith("خلال ثانية واحدة")
    assert sentences.closes_in(9).endswith("خلال 9 ثوانٍ")
    assert sentences.closes_in(20).endswith("خلال 20 ثانية")


@pytest.mark.parametrize("tag", ["ar", "en"])
def test_every_visitor_kind_has_a_name_of_its_own(language: Language, tag: str) -> None:
    language.show(tag)
    names = {Sentences(language).kind(kind) for kind in VisitorKind}
    assert len(names) == len(VisitorKind)
    assert all(names)


def test_texts_on_a_tile_keep_their_length(language: Language) -> None:
    sentences = Sentences(language)
    for count in (0, 1, 2, 9, 99, 999):
        assert len(sentences.waiting(count)) <= 24
    for minutes in ((0, 1), (5, 15), (115, 240)):
        assert len(sentences.wait(minutes)) <= 26
