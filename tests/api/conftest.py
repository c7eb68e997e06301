"""A machine that speaks to the interface, with the shipped bank."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from tests.factories.api_callers import Caller, start_by_api


@pytest.fixture
def caller(client: FlaskClient) -> Caller:
    """A new individual assessment in Russian."""
    return start_by_api(client)
