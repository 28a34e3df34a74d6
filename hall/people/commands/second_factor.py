"""Take the second factor beside a right password: the authenticator's code, or a recovery code; each once."""

from __future__ import annotations

from dataclasses import replace

from hall.people.model.account import Account
from hall.people.model.account_ports import HasAccounts
from hall.people.model.refusals import SignInRefusedError

REFUSED = "name, password or code is wrong"


def take_code(account: Account, step: int | None, recovery_hash: str, *, work: HasAccounts) -> Account:
    """Return the account with its code taken; raise SignInRefusedError for a wrong or used one.

    `step` is that of the authenticator's code, None for another code; then it may be a recovery code of this hash.
    """
    if step is None:
        if not work.accounts.spend_recovery_code(account.name, recovery_hash):
            raise SignInRefusedError(REFUSED)
        return account
    if step <= account.last_step:
        raise SignInRefusedError(REFUSED)
    return replace(account, last_step=step)
