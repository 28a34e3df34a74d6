"""Passwords that are guessed first are refused, and sentences of ordinary words are not."""

from __future__ import annotations

import pytest

from common.accounts import common_passwords
from common.accounts.common_passwords import is_easy, left_of
from tests.helpers.examples import assert_examples_hold

COMMON = (
    "passwordpassword", "password123password", "P@ssw0rd-P@ssw0rd", "1234567890123456", "123456789012345",
    "987654321987654",
    "qwertyuiopasdfgh", "qwertyuiop123456", "1qaz2wsx3edc4rfv", "1q2w3e4r5t6y7u8i", "abcdefghijklmnop",
    "iloveyouiloveyou",
    "letmeinletmein12", "correcthorsebatterystaple", "administrator123", "welcome to muscat", "changemechangeme",
    "bismillahirrahmanirrahim", "بسم الله الرحمن الرحيم", "thisismypassword", "manager-manager-1",
)  # fmt: skip
OWN = (
    "dawrdawrdawr-1234", "Ministry of Housing 2026", "ministry of housing and urban planning", "Oman-Muscat-2026!!",
    "وزارة الإسكان والتخطيط العمراني", "قاعة الخدمة مسقط 2026", "dawr centre admin 1",
)  # fmt: skip
REPEATED = ("xkqzxkqzxkqzxkqz", "abababababababab", "نخلة نخلة نخلة نخلة", "zq7zq7zq7zq7zq7zq7")
GOOD = (
    "seven quiet lamps by the sea", "purple camel drinks cardamom", "سبع نخلات قرب الفلج القديم", "G7#kq!mZ2@wLr9*x",
    "my welcome mat is eaten by goats", "Tuesdays smell of frankincense", "vK3vK8-rust-owl-lamp",
)  # fmt: skip


def test_the_examples_hold() -> None:
    assert_examples_hold(common_passwords)


@pytest.mark.parametrize("password", COMMON + OWN + REPEATED)
def test_an_easy_password_is_seen(password: str) -> None:
    assert is_easy(password), left_of(password)


@pytest.mark.parametrize("password", GOOD)
def test_a_sentence_or_a_random_password_is_not_easy(password: str) -> None:
    assert not is_easy(password), left_of(password)


def test_the_longest_password_is_checked_at_once() -> None:
    assert not is_easy("".join(chr(0x4E00 + number) for number in range(200)))
    assert is_easy("ab" * 100)
