"""A setting that needs a package says which one, before anything else fails for want of it."""

from __future__ import annotations

import pytest

from assessment.wrong_setting import WrongSetting, require_package


def test_a_package_that_is_missing_is_named_with_the_setting_and_what_to_do() -> None:
    with pytest.raises(WrongSetting) as refused:
        require_package("no_such_package", install="no-such[extra]", setting="CX_WHEEL_QUEUE")
    assert str(refused.value) == (
        "CX_WHEEL_QUEUE needs a package that is not installed here: pip install 'no-such[extra]'."
    )


def test_a_package_that_is_there_is_no_hindrance() -> None:
    require_package("psycopg", install="psycopg[binary]", setting="CX_WHEEL_DATABASE_URL")
