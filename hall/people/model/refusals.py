"""Refusals about accounts and their sessions."""

from __future__ import annotations

from hall.kernel.refusals import HallError


class AccountUnknownError(HallError):
    """Nobody has an account of this name."""

    code = "account_unknown"


class AccountTakenError(HallError):
    """The sign-in name is somebody's already."""

    code = "account_taken"


class NotOneselfError(HallError):
    """Nobody ends the own account or changes the own role."""

    code = "not_oneself"


class RoleOfGroupsError(HallError):
    """The groups of the ministry's account give this role; nobody here changes it."""

    code = "role_of_groups"


class RoleOfCentreError(HallError):
    """The centre gives this account its role and its invitation; nobody here changes them."""

    code = "role_of_centre"


class LockedHereError(HallError):
    """The hall has locked the account of a person of the centre."""

    code = "locked_here"


class AccountUnconfirmedError(HallError):
    """The lease has ended without word from the centre: the hall does not let the centre's people in."""

    code = "account_unconfirmed"


class AccountUnitUnknownError(HallError):
    """The centre's person has a directorate or an official that this hall does not have."""

    code = "account_unit_unknown"


class LastAdministratorError(HallError):
    """Without this account nobody could manage the hall's accounts."""

    code = "last_administrator"


class SetUpRefusedError(HallError):
    """Name or set-up code is wrong, used or too old: the answer does not say which."""

    code = "set_up_refused"


class AuthenticatorWrongError(HallError):
    """The code is not the one that the authenticator shows."""

    code = "authenticator_wrong"


class NoPasswordError(HallError):
    """The session was begun by a link, and not by somebody with a password."""

    code = "no_password"


class PasswordRefusedError(HallError):
    """The password is too short, too long or easily guessed; the sentence says which."""

    code = "password_refused"


class SignInRefusedError(HallError):
    """Name, password or code is wrong: the answer does not say which."""

    code = "sign_in_refused"


class SessionUnknownError(HallError):
    """No open session has this id."""

    code = "session_unknown"
