"""The two languages, and a framework whose names read well."""

from __future__ import annotations

import pytest

from assessment.domain.framework import Framework
from assessment.languages import Language, get_language
from tests.factories.profiles import named_framework


@pytest.fixture
def english() -> Language:
    return get_language("en")


@pytest.fixture
def russian() -> Language:
    return get_language("ru")


@pytest.fixture
def framework() -> Framework:
    return named_framework()
