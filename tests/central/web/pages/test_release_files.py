"""Only an administrator sends a release file, in parts; a refusal has a sentence in both languages."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from central.access import tokens
from central.releases import files, uploads
from central.web.pages.hall_acts.release_files import OF_PAGE, SHOWN_ERRORS
from central.web.texts import load_texts
from common.releases.signature import signature_of
from contracts.releases import PART_BYTES
from tests.central.web.conftest import Caller
from tests.helpers.releases import make_release_keys, small_release
from tests.helpers.staff import session_of_role

CONTENT = {"Content-Type": "application/octet-stream"}


def send(admin: Caller, file: Path) -> int:
    content = file.read_bytes()
    for number in range(-(-len(content) // PART_BYTES)):
        part = content[number * PART_BYTES : (number + 1) * PART_BYTES]
        path = f"/release-files/{file.name}/parts/{number}?size={len(content)}"
        answer = admin.call("PUT", path, data=part, headers=CONTENT)
        assert (answer.status_code, answer.text) == (204, "")
    signature = signature_of(file).read_text(encoding="ascii")
    return admin.call("POST", f"/release-files/{file.name}", data={"signature": signature}).status_code


def test_an_administrator_sends_a_file_and_the_page_shows_it_unpublished(admin: Caller, tmp_path: Path) -> None:
    file = small_release(admin.centre.data, "0.3.0", padding=PART_BYTES)
    assert send(admin, file) == 201
    page = admin.call("GET", "/releases?lang=en&added=0.3.0").text
    assert load_texts()["en"]["release_is_added"] in page
    assert load_texts()["en"]["rollout_new"] in page
    assert load_texts()["en"]["release_is_added"] not in admin.call("GET", "/releases?lang=en&added=9.9.9").text
    assert load_texts()["ar"]["act_release_added"] in admin.call("GET", "/acts?lang=ar").text


def test_refusals_reach_the_page_with_their_code(admin: Caller) -> None:
    file = small_release(admin.centre.data, "0.3.0")
    path, size = f"/release-files/{file.name}", file.stat().st_size
    part = f"{path}/parts/0?size={size}"
    assert admin.refused("PUT", f"/release-files/other.tar/parts/0?size={size}", data=b"x") == (
        422,
        "release_name_wrong",
    )
    assert admin.refused("PUT", f"{path}/parts/0?size={files.MOST_BYTES + 1}", data=b"x") == (413, "release_too_large")
    assert admin.refused("PUT", f"{path}/parts/0?size=much", data=b"x") == (422, "invalid")
    assert admin.refused("PUT", part, data=bytes(PART_BYTES + 1)) == (413, "too_large")
    assert admin.refused("PUT", f"{path}/parts/4096?size={size}", data=b"x") == (422, "invalid")
    assert admin.refused("POST", path, data={"signature": "x"}) == (409, "part_missing")
    assert admin.call("PUT", part, data=file.read_bytes(), headers=CONTENT).status_code == 204
    assert admin.refused("POST", path, data={"signature": "x"}) == (422, "release_not_signed")
    assert "release_not_signed" in admin.call("GET", "/acts?lang=en").text
    assert send(admin, file) == 201
    assert admin.refused("PUT", part, data=file.read_bytes(), headers=CONTENT) == (409, "release_kept")
    make_release_keys(admin.centre.data)[1].joinpath("release.pub").unlink()
    assert admin.refused("PUT", part, data=file.read_bytes(), headers=CONTENT) == (409, "release_keys_missing")


def test_nobody_else_sends_a_file(admin: Caller) -> None:
    engine, path = admin.centre.engine, "/release-files/dawr-0.3.0-debian13.tar"
    reader = tokens.new_reader_token(engine, "clerk", now=datetime.now(UTC), acts=True)
    auditor = session_of_role(engine, "auditor", "noor")
    for token in (reader, auditor):
        assert admin.refused("PUT", f"{path}/parts/0?size=1", token=token, data=b"x")[0] == 403
        assert admin.refused("POST", path, token=token, data={"signature": "x"})[0] == 403
    foreign = {"Sec-Fetch-Site": "cross-site"}
    assert admin.refused("PUT", f"{path}/parts/0?size=1", data=b"x", headers=foreign) == (403, "foreign_page")
    page = admin.call("GET", "/releases?lang=en", token=reader)
    assert (page.status_code, 'id="upload"' in page.text) == (200, False)
    assert not (admin.centre.data / files.FOLDER / uploads.UPLOADS).exists()


def test_every_refusal_of_an_upload_is_a_sentence_in_both_languages() -> None:
    for language in load_texts().values():
        assert all(language[f"error_{code}"] for code in SHOWN_ERRORS)
        assert all(language[f"upload_{name}"] for name in OF_PAGE)
