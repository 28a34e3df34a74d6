"""The OpenID provider's answer is good for one sign-in only when all of it is: each cheat is refused."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from joserfc.jwk import OctKey

from common.accounts.openid_provider import FLOW_LIFE, OpenIdProvider
from common.accounts.single_sign_on import (
    Begun,
    Group,
    ProviderDownError,
    ProviderError,
    ProviderPerson,
    ProviderRefusedError,
    SingleSignOn,
)
from tests.helpers.openid.cheating import OTHER_KEY, CheatingProvider, cheating_provider

NOW = datetime(2026, 11, 1, 8, tzinfo=UTC)


@pytest.fixture
def cheat() -> Iterator[CheatingProvider]:
    with cheating_provider() as provider:
        yield provider


def ours(cheat: CheatingProvider, folder: Path, key: bytes = bytes(32), **settings: Any) -> OpenIdProvider:
    (folder / "secret").write_text("hidden\n")
    table = (Group("heads", "head"),)
    found = SingleSignOn(cheat.issuer, "dawr", str(folder / "secret"), "https://dawr.example", table, **settings)
    return OpenIdProvider(found, key, path="/back")


def asked(begun: Begun) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(begun.url).query).items()}


def finish(
    cheat: CheatingProvider, provider: OpenIdProvider, **cheats: Any
) -> ProviderPerson:  # fmt: skip
    """Sign in, with these claims instead of the right ones."""
    begun = provider.begin(language="ar", now=NOW)
    query, at = asked(begun), int(NOW.timestamp())
    right = {"iss": cheat.issuer, "aud": "dawr", "sub": "77", "nonce": query["nonce"], "iat": at, "exp": at + 300,
             "preferred_username": "Noor", "groups": ["heads", "all"]}  # fmt: skip
    cheat.claims = {name: value for name, value in (right | cheats).items() if value is not None}
    return provider.finish(f"code=abc&state={query['state']}", begun.cookie, now=NOW)


def test_the_browser_is_sent_with_state_nonce_and_a_challenge_and_the_secret_stays_here(
    cheat: CheatingProvider, tmp_path: Path
) -> None:
    provider = ours(cheat, tmp_path)
    one, two = (asked(provider.begin(language="en", now=NOW)) for _ in range(2))
    assert one["redirect_uri"] == "https://dawr.example/back"
    assert (one["response_type"], one["scope"], one["ui_locales"]) == ("code", "openid profile", "en")
    assert one["code_challenge_method"] == "S256"
    assert all(len(one[name]) >= 43 and one[name] != two[name] for name in ("state", "nonce", "code_challenge"))
    assert "hidden" not in str(one)


def test_a_good_answer_names_the_person_by_issuer_and_subject_with_groups(
    cheat: CheatingProvider, tmp_path: Path
) -> None:
    who = finish(cheat, ours(cheat, tmp_path))
    assert (who.issuer, who.subject, who.name) == (cheat.issuer, "77", "noor@127.0.0.1")
    assert who.groups == {"heads", "all"}
    assert "code_verifier=" in cheat.asked[0]


@pytest.mark.parametrize(
    "wrong",
    [
        {"nonce": "another"}, {"nonce": None}, {"iss": "https://evil.example"}, {"iss": None}, {"aud": "another"},
        {"aud": ["another", "more"]}, {"aud": ["dawr", "another"], "azp": "another"}, {"sub": None}, {"exp": 1},
        {"exp": None}, {"iat": None}, {"at_hash": "wrong"},
    ],
    ids=str,
)  # fmt: skip
def test_an_id_token_of_another_sign_in_client_provider_or_time_is_refused(
    cheat: CheatingProvider, tmp_path: Path, wrong: dict[str, Any]
) -> None:
    with pytest.raises(ProviderRefusedError) as refused:
        finish(cheat, ours(cheat, tmp_path), **wrong)
    assert refused.value.code == "answer_wrong"


@pytest.mark.parametrize(
    ("key", "algorithm"), [(OTHER_KEY, "RS256"), (OctKey.import_key("hidden-hidden-hidden-hidden-hidden"), "HS256")]
)
def test_an_id_token_that_the_providers_own_key_has_not_signed_is_refused(
    cheat: CheatingProvider, tmp_path: Path, key: Any, algorithm: str
) -> None:
    cheat.key, cheat.algorithm = key, algorithm
    cheat.metadata = {"id_token_signing_alg_values_supported": ["RS256", "HS256", "none"]}
    with pytest.raises(ProviderRefusedError):
        finish(cheat, ours(cheat, tmp_path))


def test_a_forged_or_expired_state_is_refused_before_the_provider_is_asked(
    cheat: CheatingProvider, tmp_path: Path
) -> None:
    provider = ours(cheat, tmp_path)
    begun = provider.begin(language="ar", now=NOW)
    good = f"code=abc&state={asked(begun)['state']}"
    forged = ours(cheat, tmp_path, key=bytes(31) + b"1").begin(language="ar", now=NOW).cookie
    for query, cookie, after in (
        ("code=abc&state=another", begun.cookie, timedelta(0)),
        ("code=abc", begun.cookie, timedelta(0)),
        (good, forged, timedelta(0)),
        (good, "", timedelta(0)),
        (good, begun.cookie, FLOW_LIFE),
    ):
        with pytest.raises(ProviderRefusedError) as refused:
            provider.finish(query, cookie, now=NOW + after)
        assert refused.value.code == "state_wrong"
    assert cheat.asked == []


@pytest.mark.parametrize("query", ["error=access_denied", "code=abc&iss=https://evil.example"])
def test_a_refusal_of_the_provider_and_the_answer_of_another_one_begin_no_session(
    cheat: CheatingProvider, tmp_path: Path, query: str
) -> None:
    provider = ours(cheat, tmp_path)
    begun = provider.begin(language="ar", now=NOW)
    with pytest.raises(ProviderRefusedError):
        provider.finish(f"{query}&state={asked(begun)['state']}", begun.cookie, now=NOW)
    assert cheat.asked == []


def test_a_code_that_the_provider_refuses_begins_no_session(cheat: CheatingProvider, tmp_path: Path) -> None:
    cheat.token_status = 400
    with pytest.raises(ProviderRefusedError) as refused:
        finish(cheat, ours(cheat, tmp_path))
    assert refused.value.code == "code_refused"


@pytest.mark.parametrize("error", ["invalid_client", "unauthorized_client"])
def test_a_client_secret_that_the_provider_does_not_accept_is_no_fault_of_the_person(
    cheat: CheatingProvider, tmp_path: Path, error: str
) -> None:
    cheat.token_status, cheat.token_error = 401, error
    with pytest.raises(ProviderDownError, match=error):
        finish(cheat, ours(cheat, tmp_path))


@pytest.mark.parametrize(
    "metadata", [{"issuer": "https://evil.example"}, {"token_endpoint": "http://evil.example/token"}, {"jwks_uri": ""}]
)
def test_metadata_of_another_issuer_or_without_encryption_is_not_used(
    cheat: CheatingProvider, tmp_path: Path, metadata: dict[str, Any]
) -> None:
    cheat.metadata = metadata
    with pytest.raises(ProviderDownError):
        ours(cheat, tmp_path).begin(language="ar", now=NOW)


def test_a_provider_that_is_down_is_one_plain_refusal_and_signs_nobody_out(
    cheat: CheatingProvider, tmp_path: Path
) -> None:
    provider = ours(cheat, tmp_path)
    cheat.token_status = 503
    with pytest.raises(ProviderDownError):
        finish(cheat, provider)
    cheat.metadata = {"issuer": None}
    with pytest.raises(ProviderError) as down:
        provider.begin(language="ar", now=NOW)
    assert down.value.code == "provider_down"
    assert provider.sign_out_url("https://dawr.example/sign-in") is None


def test_a_sign_in_without_the_second_factor_is_refused_where_the_provider_tells_it(
    cheat: CheatingProvider, tmp_path: Path
) -> None:
    provider = ours(cheat, tmp_path, strength_claim="amr", strengths=("mfa", "otp"))
    assert finish(cheat, provider, amr=["pwd", "otp"]).subject == "77"
    for weak in (["pwd"], None):
        with pytest.raises(ProviderRefusedError) as refused:
            finish(cheat, provider, amr=weak)
        assert refused.value.code == "too_weak"


def test_the_way_out_at_the_provider_names_our_program_and_no_token(cheat: CheatingProvider, tmp_path: Path) -> None:
    url = ours(cheat, tmp_path).sign_out_url("https://dawr.example/sign-in") or ""
    assert url.startswith(f"{cheat.issuer}/end?")
    assert parse_qs(urlsplit(url).query) == {
        "client_id": ["dawr"], "post_logout_redirect_uri": ["https://dawr.example/sign-in"]
    }  # fmt: skip
