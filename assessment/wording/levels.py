"""Whom an assessment is about, in words."""

from __future__ import annotations

from assessment.domain.framework import Level
from assessment.languages import Language


def about_whom(language: Language, level: Level) -> str:
    """In three words: "About me", "About my team", "About my company"."""
    return {
        Level.INDIVIDUAL: language.gettext("About me"),
        Level.TEAM: language.gettext("About my team"),
        Level.ORGANISATION: language.gettext("About my company"),
    }[level]
