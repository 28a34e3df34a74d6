"""The commands of the release key, as the person who signs and the person who installs type them."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands.package.command import run


def test_what_one_signs_the_other_verifies_and_a_changed_file_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words, keys, file = tmp_path / "words", tmp_path / "keys", tmp_path / "SHA256SUMS"
    words.write_text("long words\n", encoding="utf-8")
    keys.mkdir()
    file.write_text("a  b\n", encoding="utf-8")
    private = str(tmp_path / "release.key")
    made = run(["key", "--private", private, "--public", str(keys / "a.pub"), "--passphrase-file", str(words)])
    assert made == 0
    assert run(["sign", str(file), "--key", private, "--passphrase-file", str(words)]) == 0
    assert run(["verify", str(file), "--keys", str(keys)]) == 0
    assert "signed by a known key" in capsys.readouterr().out
    file.write_text("a  c\n", encoding="utf-8")
    assert run(["verify", str(file), "--keys", str(keys)]) == 1
    assert "no known key has signed SHA256SUMS" in capsys.readouterr().err
