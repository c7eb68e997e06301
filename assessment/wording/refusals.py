"""Refusals in words: what was wrong, what was kept, what to do."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from assessment.domain import refusals as refused
from assessment.languages import Language
from assessment.wording.answer_files import answers_file_sentence
from assessment.wording.campaign_refusals import CAMPAIGN_SENTENCES
from assessment.wording.fields import out_of_range_sentence, text_missing_sentence, text_too_long_sentence
from assessment.wording.ownership_refusals import OWNERSHIP_SENTENCES
from assessment.wording.team_refusals import TEAM_SENTENCES


def refusal_sentence(language: Language, refusal: refused.Refusal) -> str:
    """What was refused, in one or two sentences to the person who can act on it.

    A kind of refusal without words of its own gives a general sentence.
    """
    for kind, say in _SENTENCES.items():
        if isinstance(refusal, kind):
            return say(language, refusal)
    return language.gettext("This could not be done. Nothing was changed; please go back and try again.")


def _unknown_framework(language: Language, refusal: refused.UnknownFramework) -> str:
    if refusal.version is None:
        return language.gettext(
            "There is no questionnaire “%(id)s” here. Choose one from the first page.", id=refusal.framework_id
        )
    return language.gettext(
        "There is no version %(version)s of the questionnaire “%(id)s” here.",
        id=refusal.framework_id,
        version=refusal.version,
    )


def _unknown_level(language: Language, refusal: refused.UnknownLevel) -> str:
    return language.gettext(
        "This questionnaire has no level “%(level)s”. Choose one of: %(levels)s.",
        level=refusal.level,
        levels=", ".join(refusal.levels),
    )


def _unknown_locale(language: Language, refusal: refused.UnknownLocale) -> str:
    return language.gettext(
        "This questionnaire has no texts in the language “%(locale)s”. Choose one of: %(locales)s.",
        locale=refusal.locale,
        locales=", ".join(refusal.locales),
    )


def _unknown_item(language: Language, refusal: refused.UnknownItem) -> str:
    return language.gettext(
        "The level “%(level)s” of this questionnaire has no statement “%(item)s”. Nothing of this call was saved.",
        level=refusal.level,
        item=refusal.item_id,
    )


def _value_off_scale(language: Language, refusal: refused.ValueOffScale) -> str:
    return language.gettext(
        "“%(raw)s” is not an answer to the statement “%(item)s”. Use one of %(values)s, not_applicable or dont_know. "
        "Nothing of this call was saved.",
        raw=refusal.raw,
        item=refusal.item_id,
        values=", ".join(str(value) for value in refusal.values),
    )


def _invalid_answers(language: Language, refusal: refused.InvalidAnswers) -> str:
    return language.ngettext(
        "%(n)s answer does not fit its statement. Nothing of this call was saved; correct it and send it again.",
        "%(n)s answers do not fit their statements. Nothing of this call was saved; correct them and send them again.",
        len(refusal.refusals),
    )


def _not_found(language: Language, _: refused.Refusal) -> str:
    return language.gettext(
        "There is no assessment here, or this is not the key to it. Open it with your private link; your answers are "
        "kept."
    )


def _already_submitted(language: Language, _: refused.Refusal) -> str:
    return language.gettext(
        "This assessment is submitted and its answers can no longer change. Your result is kept. To answer anew, start "
        "another assessment."
    )


def _not_submitted(language: Language, _: refused.Refusal) -> str:
    return language.gettext(
        "There is no result yet: the answers are not submitted. They are saved; finish the statements and submit them."
    )


def _incomplete(language: Language, refusal: refused.Incomplete) -> str:
    return language.ngettext(
        "%(n)s statement is still open. Everything else is saved. Answer it, or submit without it.",
        "%(n)s statements are still open. Everything else is saved. Answer them, or submit without them.",
        len(refusal.open_items),
    )


def _stale_revision(language: Language, refusal: refused.StaleRevision) -> str:
    return language.gettext(
        "The answers were changed elsewhere in the meantime (revision %(revision)s). Nothing of this call was saved; "
        "read them again and repeat the change.",
        revision=refusal.current,
    )


def _answers_in_doubt(language: Language, _: refused.Refusal) -> str:
    return language.gettext(
        "Some answers look hurried. They are saved but not submitted. Look at them again, or submit them as they are."
    )


def _unknown_step(language: Language, _: refused.Refusal) -> str:
    return language.gettext("The plan no longer has this step. Your plan is kept; load the page again to see it.")


def _unknown_action(language: Language, _: refused.Refusal) -> str:
    return language.gettext("This action cannot be taken here. Your plan is kept; choose one from the list.")


def _place_taken(language: Language, refusal: refused.PlaceTaken) -> str:
    return language.gettext(
        "%(file)s would be written over another file. Choose another name for it.", file=refusal.place
    )


_SENTENCES: dict[type[refused.Refusal], Callable[[Language, Any], str]] = {
    refused.UnknownFramework: _unknown_framework,
    refused.UnknownLevel: _unknown_level,
    refused.UnknownLocale: _unknown_locale,
    refused.UnknownItem: _unknown_item,
    refused.ValueOffScale: _value_off_scale,
    refused.InvalidAnswers: _invalid_answers,
    refused.AssessmentNotFound: _not_found,
    refused.AlreadySubmitted: _already_submitted,
    refused.NotSubmitted: _not_submitted,
    refused.Incomplete: _incomplete,
    refused.StaleRevision: _stale_revision,
    refused.AnswersInDoubt: _answers_in_doubt,
    refused.UnknownStep: _unknown_step,
    refused.UnknownAction: _unknown_action,
    refused.OutOfRange: out_of_range_sentence,
    refused.TextMissing: text_missing_sentence,
    refused.TextTooLong: text_too_long_sentence,
    refused.BadAnswersFile: answers_file_sentence,
    refused.PlaceTaken: _place_taken,
    **CAMPAIGN_SENTENCES,
    **OWNERSHIP_SENTENCES,
    **TEAM_SENTENCES,
}
