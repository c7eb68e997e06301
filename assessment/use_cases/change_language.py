"""An assessment follows the language its person reads."""

from __future__ import annotations

from assessment.languages import LOCALES
from assessment.store import assessments
from assessment.store.database import transaction


def change_language(assessment_id: str, locale: str) -> None:
    """Keep the language with the assessment, so that the private link opens in it elsewhere.

    ``locale`` is one of LOCALES; any other raises KeyError. Changes no answers and no revision.
    """
    if locale not in LOCALES:
        raise KeyError(locale)
    with transaction() as connection:
        assessments.set_locale(connection, assessment_id, locale)
