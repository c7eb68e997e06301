"""An assessment follows the language its person reads."""

from __future__ import annotations

from assessment.languages import LOCALES
from assessment.store import assessments, ownership
from assessment.store.database import transaction


def change_language(assessment_id: str, locale: str) -> None:
    """Keep the language with the assessment, so that the private link opens in it elsewhere.

    Anonymous answers do not: their language could tell whose they are. ``locale`` is one of LOCALES; any other raises
    KeyError. Changes no answers and no revision.
    """
    if locale not in LOCALES:
        raise KeyError(locale)
    with transaction() as connection:
        if not ownership.is_anonymous(connection, assessment_id):
            assessments.set_locale(connection, assessment_id, locale)
