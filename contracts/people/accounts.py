"""Accounts of the hall's people and their sessions, as the hall service is asked for them and tells them."""

from __future__ import annotations

from datetime import datetime

from contracts.codec.message import Message, Request


class InviteRequest(Request, frozen=True):
    """POST /accounts: `unit` is the code of the directorate or the official whose work the person does."""

    name: str
    """The sign-in name: 2 to 40 of a-z, 0-9, dot, - and _, a letter first."""
    full_name: str
    role: str
    unit: str = ""


class Invitation(Message, frozen=True):
    """What the person needs to set the account up; told this once."""

    name: str
    code: str
    """Empty for an account of the ministry, which needs none."""
    url: str
    """The page to open, with name and code in the part that no server sees."""
    good_until: datetime


class AccountView(Message, frozen=True):
    """One account; `state` is ready, invited, expired or ended.

    Of the centre's people also locked_here, unit_unknown, unconfirmed.
    """

    name: str
    full_name: str
    role: str
    unit: str
    state: str
    added_by: str
    added_at: datetime
    ready_at: datetime | None
    ended_at: datetime | None
    locked_until: datetime | None
    sessions: int
    """How many browsers the person is signed in with."""
    recovery_codes_left: int
    of_ministry: bool = False
    """Whether the ministry's account signs the person in, and its groups give the role."""
    of_centre: bool = False
    """Whether the centre gives the role and ends the access; the hall may lock the account."""
    confirmed_until: datetime | None = None
    """Until when a person of the centre may sign in although the hall does not hear the centre."""


class AccountsView(Message, frozen=True):
    """Answer of GET /accounts."""

    accounts: tuple[AccountView, ...]
    roles: tuple[str, ...]
    """The roles that the caller may give."""


class RoleRequest(Request, frozen=True):
    """POST /accounts/{account}/role."""

    role: str
    unit: str = ""


class FirstPasswordRequest(Request, frozen=True):
    """POST /accounts/first-password: the invitation's code and the password of one's choice, 15 to 200 characters."""

    name: str
    code: str
    password: str


class AuthenticatorOffer(Message, frozen=True):
    """What an authenticator program needs: the text of the QR code and its cells, and the secret for typing it."""

    uri: str
    secret: str
    cells: tuple[str, ...]
    """The QR code row by row, 1 for a dark cell and 0 for a light one."""


class FirstCodeRequest(Request, frozen=True):
    """POST /accounts/first-code: proves the authenticator by the six digits that it shows."""

    name: str
    code: str
    shown: str


class RecoveryCodes(Message, frozen=True):
    """Codes that sign in once each without the authenticator; told this once."""

    codes: tuple[str, ...]


class PasswordSignInRequest(Request, frozen=True):
    """POST /session/password: `code` is the authenticator's, or one of the recovery codes."""

    name: str
    password: str
    code: str


class ConfirmRequest(Request, frozen=True):
    """POST /session/confirm: the own password, after a pause."""

    password: str


class NewPasswordRequest(Request, frozen=True):
    """POST /accounts/me/password."""

    old: str
    new: str
    code: str
    """The authenticator's code, or a recovery code."""


class BrowserSession(Message, frozen=True):
    """A browser in which somebody is signed in."""

    id: str
    name: str
    role: str
    begun_at: datetime
    acted_at: datetime | None
    expires_at: datetime
    own: bool
    """Whether it is the one that asks."""


class BrowserSessions(Message, frozen=True):
    """Answer of GET /sessions: one's own, or all for who manages accounts."""

    at: datetime
    sessions: tuple[BrowserSession, ...]
