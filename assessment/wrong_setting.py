"""What keeps the service from starting when its environment is wrong."""

from __future__ import annotations

from importlib.util import find_spec


class WrongSetting(Exception):
    """A variable holds something the service cannot work with. The message names it and says what to write."""


def require_package(module: str, *, install: str, setting: str) -> None:
    """Raises WrongSetting where ``setting`` names something whose package is not installed."""
    if find_spec(module) is None:
        raise WrongSetting(f"{setting} needs a package that is not installed here: pip install '{install}'.")
