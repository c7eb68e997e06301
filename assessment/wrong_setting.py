"""What keeps the service from starting when its environment is wrong."""

from __future__ import annotations


class WrongSetting(Exception):
    """A variable holds something the service cannot work with. The message names it and says what to write."""
