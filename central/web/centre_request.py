"""The centre's requests: JSON bodies are read strictly by the contract, forms and headers with care."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any, TypeVar
from urllib.parse import parse_qs

from litestar.datastructures import State

from central.access.tokens import Caller
from central.errors import BodyError
from central.intake.line_parser import check_storable
from common.text.hidden_signs import strip_turning
from contracts.centre.sync_api import CODINGS
from contracts.codec.reader import ContractError, from_json
from web.service.strict_request import StrictRequest

T = TypeVar("T")
MAX_MESSAGE_BYTES = 64 * 1024
MAX_FORM_BYTES = 4096
MAX_FORM_FIELDS = 600
"""A list of sixty entries with eight fields each, and all halls; the bytes of a form are limited as well."""
UNSTRIPPED = frozenset({"password", "again"})


class CentreRequest(StrictRequest[Caller | None, Any, State]):
    """A request to the centre; `user` is who sent it, None where the path is open."""

    __slots__ = ()

    def read_json(self, kind: type[T], content: bytes) -> T:
        """Return a JSON body as `kind`; BodyError names the field that is wrong. A newer hall's fields are let pass.

        Hidden characters that turn the order of letters are left out: a hall takes no text with them.
        """
        try:
            # Strict UTF-8: json.loads alone would guess other encodings, in which an escape looks otherwise.
            value = json.loads(content.decode("utf-8"))
            if b"\\u" in content:
                check_storable(value)
            return from_json(kind, strip_turning(value))
        except ContractError as error:
            fields = [{"field": error.field, "problem": error.problem}]
            raise BodyError("invalid", str(error), more={"fields": fields}) from error
        except (ValueError, RecursionError) as error:
            raise BodyError("not_json", f"the body is not JSON: {error}", status=400) from error

    @property
    def coding(self) -> str:
        """The announced coding of a batch; BodyError 415 unless it is read here."""
        coding = self.headers.get("Content-Encoding", "").strip().lower()
        if coding not in CODINGS:
            known = " or ".join(CODINGS)
            detail = f"send the batch with Content-Encoding: {known}, not {coding!r:.40}"
            raise BodyError("content_encoding", detail, status=415)
        return coding

    @property
    def clock(self) -> datetime | None:
        """The hall's wall time by `X-Clock`, None when it is missing, naive or unreadable."""
        try:
            instant = datetime.fromisoformat(self.headers.get("X-Clock", ""))
        except ValueError:
            return None
        # OverflowError hides in years 1 and 9999.
        return instant.astimezone(UTC) if instant.tzinfo and 1970 < instant.year < 9000 else None


async def read_form(request: CentreRequest) -> dict[str, str]:
    """Return the fields of a form, each once, without hidden signs and blanks around it; a password keeps its own.

    Litestar's own reading of forms keeps the last thousand bodies in a cache, passwords among them.
    """
    content = (await request.body()).decode("utf-8", "replace")
    try:
        fields = parse_qs(content, max_num_fields=MAX_FORM_FIELDS)
    except ValueError as error:
        detail = f"a form has {MAX_FORM_FIELDS} fields at most"
        raise BodyError("form_unreadable", detail, status=400) from error
    found = {name: first for name, (first, *_) in fields.items()}
    return {name: text if name in UNSTRIPPED else strip_turning(text).strip() for name, text in found.items()}
