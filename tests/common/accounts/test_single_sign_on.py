"""The settings of single sign-on say all that is wrong, and never let a password travel in the clear."""

from __future__ import annotations

from pathlib import Path

import pytest

from common.accounts.single_sign_on import SingleSignOnError, read_single_sign_on

ROLES = ("reader", "admin")


def read(folder: Path, text: str) -> str:
    (folder / "one.toml").write_text(text)
    with pytest.raises(SingleSignOnError) as wrong:
        read_single_sign_on(folder / "one.toml", ROLES)
    return str(wrong.value)


def whole(folder: Path, **changes: str) -> str:
    (folder / "secret").write_text("hidden")
    lines = {"issuer": "https://login.example", "client_id": "dawr", "address": "https://dawr.example",
             "client_secret_file": str(folder / "secret")} | changes  # fmt: skip
    return "".join(f'{key} = "{value}"\n' for key, value in lines.items())


def test_good_settings_are_read(tmp_path: Path) -> None:
    path = tmp_path / "one.toml"
    path.write_text(whole(tmp_path) + '[[group]]\nname = "g"\nrole = "admin"\n')
    found = read_single_sign_on(path, ROLES)
    assert (found.issuer, found.group[0].role, found.groups_claim) == ("https://login.example", "admin", "groups")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('issuer = "http://login.example"\n', "issuer 'http://login.example': use https://"),
        ('address = "dawr.example"\n', "address 'dawr.example': use https://"),
        ('client_id = " "\n', "client_id is empty"),
        ('client_secret_file = "/none"\n', "client_secret_file /none cannot be read"),
        ('strength_claim = "acr"\n', "strength_claim and strengths belong together"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, text: str, said: str) -> None:
    key, _, value = text.strip().partition(" = ")
    found = read(tmp_path, whole(tmp_path, **{key: value.strip('"')}) + '[[group]]\nname = "g"\nrole = "admin"\n')
    assert said in found


def test_an_unknown_role_an_unknown_key_and_a_table_without_groups_are_named(tmp_path: Path) -> None:
    assert "role 'king': a role is one of reader, admin" in read(
        tmp_path, whole(tmp_path) + '[[group]]\nname = "g"\nrole = "king"\n'
    )
    assert "isuer" in read(tmp_path, whole(tmp_path, isuer="x") + '[[group]]\nname = "g"\nrole = "admin"\n')
    assert "without a [[group]]" in read(tmp_path, "group = []\n" + whole(tmp_path))
    with pytest.raises(SingleSignOnError, match="cannot be read"):
        read_single_sign_on(tmp_path / "no", ROLES)
