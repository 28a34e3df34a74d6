"""Take in a release file that an administrator sends from the page of updates, in parts that a proxy lets through."""

from __future__ import annotations

from typing import Annotated

from litestar import Response, post, put
from litestar.concurrency import sync_to_thread
from litestar.params import FromPath, FromQuery, PathParameter

from central.releases import uploads
from central.web.centre_request import CentreRequest
from central.web.dependencies import Config, Database, Form, Now, Who
from central.web.rendering import Page
from contracts.releases import MOST_PARTS, PART_BYTES

SHOWN_ERRORS = frozenset({
    "release_name_wrong", "release_too_large", "release_no_space", "release_keys_missing", "release_not_signed",
    "release_kept", "release_refused", "release_empty", "part_missing", "part_wrong",
})  # fmt: skip
"""Refusals that the page has a sentence for."""
OF_PAGE = ("sending", "checking", "cancelled", "other_signature", "session", "unreachable", "other")
"""What the page says without the centre."""
Part = Annotated[int, PathParameter(ge=0, lt=MOST_PARTS)]


@put(
    "/release-files/{name:str}/parts/{part:int}",
    include_in_schema=False,
    status_code=204,
    request_max_body_size=PART_BYTES,
)
async def take_release_part(
    request: CentreRequest,
    name: FromPath[str],
    part: Part,
    size: FromQuery[int],
    engine: Database,
    config: Config,
    now: Now,
) -> None:
    """Write one part of a release file to the disk."""
    if part == 0:
        await sync_to_thread(uploads.check_wanted, engine, name, config.release_keys)
    content = await request.body()
    await sync_to_thread(uploads.put_part, config.data, name, part, content, size=size, now=now)


@post("/release-files/{name:str}", include_in_schema=False, sync_to_thread=True)
def keep_release_file(
    name: FromPath[str], form: Form, engine: Database, config: Config, who: Who, now: Now
) -> Response[dict[str, str]]:
    """Check the signature of the file whose parts have come, and keep it; no hall gets it yet."""
    signature = form.get("signature", "")
    version, system = uploads.finish(engine, config.data, name, signature, config.release_keys, by=who, now=now)
    return Response({"version": version, "system": system}, status_code=201)


def upload_words(page: Page) -> dict[str, str]:
    """Return the sentences of an upload, by what the page's script says or by the code of a refusal."""
    said = {code: page.texts[f"error_{code}"] for code in SHOWN_ERRORS}
    return said | {name: page.texts[f"upload_{name}"] for name in OF_PAGE}
