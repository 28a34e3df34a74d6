"""One counter's side of the hall's contract for a counter without a PC: blocking, one command at a time."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from commands.hall_client import HallAwayError, HallClient, HallRefusedError, renew_token
from common.files.token_file import TokenFile

log = logging.getLogger("keypad")

SESSION_OVER = frozenset({"token_unknown", "not_signed_in"})
"""Refusals that say that there is no counter session any more."""


class Seat:
    """Speaks as the enrolled device until an agent signs in, then as his session.

    A command that got no answer keeps its idempotency key: the same command again is the same one to the hall. Raises
    HallRefusedError and HallAwayError; after the latter the next address is spoken to.
    """

    def __init__(self, halls: Sequence[str], device_token: str, counter: int, hall_ca: Path | None = None) -> None:
        self._halls = tuple(halls)
        self._at = 0
        self._device_token = device_token
        self._counter = counter
        self._hall_ca = hall_ca
        self._client: HallClient | None = None
        self._open: tuple[str, Mapping[str, Any], str] | None = None
        self.session = ""

    def sign_in(self, agent: str, pin: str) -> None:
        """Open (or take up again) the agent's session."""
        answer = self._post(f"/counters/{self._counter}/sign-in", {"agent": agent, "pin": pin})
        self._become(str(answer["token"]))

    def sign_out(self) -> None:
        """End the session; refused while a visit is in hand."""
        self.do("sign-out")
        self._become("")

    def do(self, what: str, body: Mapping[str, Any] | None = None) -> Any:  # noqa: ANN401  # JSON
        """Ask for a move at this counter, as the paths name it; return the visit, or None for 204."""
        return self._post(f"/counters/{self._counter}/{what}", body or {})

    def undo(self, visit: str) -> Any:  # noqa: ANN401  # JSON
        """Take back the visit's finish or no-show."""
        return self._post(f"/visits/{visit}/undo", {})

    def workplace(self) -> Any:  # noqa: ANN401  # JSON
        """Return the workplace as it is now; a counter whose session is over becomes the device again."""
        place = self._asked(lambda client: client.get(f"/counters/{self._counter}"))
        self._open = None  # what that command did or did not do is known now
        if place["session"] is None:
            self._become("")
        return place

    def hall(self) -> Any:  # noqa: ANN401  # JSON
        """Return the hall's description."""
        return self._asked(lambda client: client.get("/hall"))

    def renew(self, token_file: TokenFile) -> bool:
        """Ask for the device's next token and return whether the hall answered; else the current one stays good."""
        client = HallClient(self._halls[self._at], self._device_token, timeout_s=4.0, hall_ca=self._hall_ca)
        try:
            renew_token(client, token_file)
        except (HallAwayError, HallRefusedError) as error:
            log.warning("this device's token was not renewed: %s", error)
            return False
        except (ValueError, OSError) as error:
            log.warning("the new token of this device cannot be kept in %s: %s", token_file.path, error)
        finally:
            client.close()
        return True

    def close(self) -> None:
        """Close the connection."""
        if self._client is not None:
            self._client.close()
            self._client = None

    def _post(self, path: str, body: Mapping[str, Any]) -> Any:  # noqa: ANN401  # JSON
        same = self._open is not None and self._open[:2] == (path, body)
        key = self._open[2] if same and self._open is not None else str(uuid.uuid4())
        self._open = (path, body, key)
        answer = self._asked(lambda client: client.post(path, body, key=key))
        self._open = None
        return answer

    def _asked(self, ask: Any) -> Any:  # noqa: ANN401  # JSON
        if self._client is None:
            token = self.session or self._device_token
            self._client = HallClient(self._halls[self._at], token, timeout_s=4.0, hall_ca=self._hall_ca)
        try:
            return ask(self._client)
        except HallAwayError:
            self._at = (self._at + 1) % len(self._halls)
            self.close()
            raise
        except HallRefusedError as error:
            self._open = None
            if error.code in SESSION_OVER and self.session:
                self._become("")
            raise

    def _become(self, session: str) -> None:
        self.session = session
        self.close()
