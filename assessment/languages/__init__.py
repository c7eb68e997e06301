"""The interface's languages: sentences, plurals, numbers and dates."""

from assessment.languages.language import LOCALES, Language, get_language

__all__ = ["LOCALES", "Language", "get_language"]
