"""Where an assessment is kept and who else sees its result, as far as its reader may know."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.languages import Language
from assessment.use_cases.own_assessments import is_in_account
from assessment.use_cases.records import AssessmentRecord
from assessment.use_cases.sharing import list_recipients
from assessment.web.belonging import Standing, find_belonging
from assessment.web.signed_in import find_account


@dataclass(frozen=True, slots=True)
class Keeping:
    """``account`` is the reader's own address, if it is in that account; ``in_account`` whether it is in any.

    ``recipients`` are told to the owner alone.
    """

    account: str
    in_account: bool
    recipients: tuple[str, ...]
    link_withdrawn: bool


def find_keeping(record: AssessmentRecord) -> Keeping:
    """Of an assessment that the reader has been let in to."""
    account, belonging = find_account(), find_belonging(record)
    if account is None or belonging.standing is not Standing.OWN:
        return Keeping("", is_in_account(record.id), (), link_withdrawn=False)
    recipients = tuple(share.recipient for share in list_recipients(record.id))
    return Keeping(account.email, in_account=True, recipients=recipients, link_withdrawn=belonging.link_withdrawn)


def account_text(language: Language, keeping: Keeping) -> str:
    """In which account it is, empty for none."""
    if keeping.account:
        return language.gettext("in your account %(email)s", email=keeping.account)
    return language.gettext("in an account") if keeping.in_account else ""


def link_text(language: Language, keeping: Keeping) -> str:
    """What is stored of the private link."""
    if keeping.link_withdrawn:
        return language.gettext("withdrawn: it opens nothing any more")
    return language.gettext("only a fingerprint of it: we cannot read it back")
