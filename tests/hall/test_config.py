"""HallConfig: from hall.toml and options, with every problem reported at once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from common.configuration.parser import SettingsError
from hall.config import HallConfig, config_from


def config(text: str, folder: Path, *options: str) -> HallConfig:
    """Return the settings of a file with this text and of options."""
    file = folder / "hall.toml"
    file.write_text(text, encoding="utf-8")
    return config_from(["--config", str(file), *options])


def test_without_settings_the_hall_is_local_and_on_sqlite() -> None:
    usual = config_from(["--config", os.devnull])
    assert usual == HallConfig()
    assert usual.database_url == "sqlite:///hall-data/hall.sqlite"
    assert usual.host == "127.0.0.1"


def test_options_win_over_the_file(tmp_path: Path) -> None:
    text = 'port = 81\ncentre = "https://centre/"\ndevice_limits = false\nallow_plain_http = true\n'
    found = config(text, tmp_path, "--port", "0", "--data", str(tmp_path), "--device-limits")
    assert (found.port, found.data, found.centre) == (0, tmp_path, "https://centre")
    assert found.device_limits
    assert found.allow_plain_http


@pytest.mark.parametrize(
    ("given", "database"),
    [
        ("postgresql://hall@localhost/hall", "postgresql+psycopg://hall@localhost/hall"),
        ("postgresql+psycopg://hall@[::1]/hall", "postgresql+psycopg://hall@[::1]/hall"),
        ("sqlite:///x.sqlite", "sqlite:///x.sqlite"),
    ],
)
def test_a_database_is_named_by_its_address(given: str, database: str, tmp_path: Path) -> None:
    assert config(f'database = "{given}"', tmp_path).database_url == database


def test_a_database_on_another_machine_is_verified_or_named_as_an_exception(tmp_path: Path) -> None:
    text = 'database = "postgresql://hall@db.example/hall"\n'
    with pytest.raises(SettingsError, match=r"hall\.toml:1: database: .*sslmode=verify-full"):
        config(text, tmp_path)
    verified = config(text.replace('hall"', 'hall?sslmode=verify-full"'), tmp_path)
    assert verified.database_url.endswith("db.example/hall?sslmode=verify-full")
    assert config(f"{text}allow_plain_http = true", tmp_path).allow_plain_http


@pytest.mark.parametrize(
    ("options", "encrypted"),
    [
        ((), False),
        (("--host", "127.0.0.1", "--tls"), True),
        (("--host", "0.0.0.0"), True),  # noqa: S104 - the LAN
        (("--host", "10.0.0.5"), True),
        (("--host", "::1"), False),
    ],
)
def test_beyond_this_machine_the_hall_speaks_https(options: tuple[str, ...], encrypted: bool, tmp_path: Path) -> None:
    assert config("", tmp_path, *options).tls is encrypted


def test_https_is_off_on_this_machine_alone(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"hall\.toml:1: tls: without it the hall listens on this machine alone"):
        config('tls = false\nhost = "0.0.0.0"', tmp_path)


def test_the_ministrys_three_files_go_together(tmp_path: Path) -> None:
    (tmp_path / "hall.pem").touch()
    with pytest.raises(SettingsError, match="--tls-authority go together"):
        config(f'tls_certificate = "{tmp_path / "hall.pem"}"', tmp_path)


def test_more_names_of_the_hall_are_host_names(tmp_path: Path) -> None:
    assert config('tls_names = "Hall.example, 10.0.0.9"', tmp_path).tls_names == {"hall.example", "10.0.0.9"}
    with pytest.raises(SettingsError, match="expected host names"):
        config('tls_names = "https://hall"', tmp_path)


def test_a_proxy_is_named_by_its_addresses(tmp_path: Path) -> None:
    assert config('trusted_proxy = "127.0.0.1, ::1"', tmp_path).trusted_proxy == {"127.0.0.1", "::1"}
    with pytest.raises(SettingsError, match=r"hall\.toml:1: trusted_proxy: 'nginx' does not appear to be"):
        config('trusted_proxy = "nginx"', tmp_path)


def test_every_problem_of_a_file_is_reported_at_once_with_line_and_key(tmp_path: Path) -> None:
    text = f"""# A hall
port = 70000
database = "mysql://root:secret@db"
centre = "centre"
centre_ca = "{tmp_path / "none.pem"}"
copies_kept = 0
takeover_wait_s = "x"
prot = 1
centre_token = "ours"
device_limits = "yes"
"""
    (tmp_path / "file").touch()
    with pytest.raises(SettingsError) as refused:
        config(text, tmp_path, "--data", str(tmp_path / "file"))
    file = tmp_path / "hall.toml"
    found = {problem.removeprefix(f"{file}:").split(": ")[0]: problem for problem in refused.value.problems}
    assert set(found) == {"2", "3", "4", "5", "6", "7", "8", "9", "10", "--data"}
    assert found["2"] == f"{file}:2: port: expected a whole number from 0 to 65535, got 70000"
    assert found["7"] == f"{file}:7: takeover_wait_s: expected a whole number, got 'x'"
    assert found["8"] == f"{file}:8: prot: there is no such key; the nearest one is port"
    assert "centre_token_file" in found["9"]
    assert "HALL_CENTRE_TOKEN" in found["9"]
    assert "expected true or false" in found["10"]
    assert "secret@" not in str(refused.value)
    assert "ours" not in str(refused.value)


def test_a_file_that_is_no_toml_is_refused_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"hall\.toml: cannot be read: .*at line 2"):
        config("port = 1\nhost = 127.0.0.1\n", tmp_path)


def test_a_named_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="there is no such file"):
        config_from(["--config", str(tmp_path / "none.toml")])


def test_the_token_may_come_from_a_variable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HALL_CENTRE_TOKEN", "from the variable")
    assert config("", tmp_path).centre_token == "from the variable"
    assert config("", tmp_path, "--centre-token", "t").centre_token == "t"


@pytest.mark.parametrize("name", ["centre", "messages"])
@pytest.mark.parametrize(
    "host", ["centre.example", "10.0.0.9:8000", "127.0.0.1.example", "[2001:db8::1]", "localhost.om"]
)
def test_tokens_and_numbers_leave_the_machine_encrypted_or_not_at_all(name: str, host: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        config_from(["--config", os.devnull, f"--{name}", f"http://{host}"])
    assert [problem.partition(":")[0] for problem in caught.value.problems] == [f"--{name}"]
    assert "https://" in caught.value.problems[0]
    assert "--allow-plain-http" in caught.value.problems[0]
    with pytest.raises(SettingsError):
        config(f'{name} = "HTTP://{host}"', tmp_path)


@pytest.mark.parametrize(
    "address",
    ["http://127.0.0.1:9", "http://127.9.9.9", "http://localhost:9", "http://[::1]:9", "https://centre.example"],
)
def test_this_machine_and_https_need_no_permission(address: str, tmp_path: Path) -> None:
    assert config(f'centre = "{address}"\nmessages = "{address}"', tmp_path).messages == address


def test_plain_http_is_used_where_a_setting_allows_it(tmp_path: Path) -> None:
    text = 'centre = "http://centre.example"\nmessages = "http://10.0.0.9"\n'
    assert config(f"{text}allow_plain_http = true", tmp_path).centre == "http://centre.example"
    assert config(text, tmp_path, "--allow-plain-http").messages == "http://10.0.0.9"
    with pytest.raises(SettingsError):
        config(f"{text}allow_plain_http = false", tmp_path)
