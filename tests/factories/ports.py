"""Ports of this machine on which nobody listens."""

from __future__ import annotations

import os
import socket
from contextlib import suppress
from itertools import count

HOST = "127.0.0.1"

_FIRST, _MANY = 11_000, 20_000  # below those that the system gives to connections on its own
_TURNS = count(os.getpid() * 97)  # so that processes side by side are far from each other


def free_port() -> int:
    """A port that nobody has. It is given once in this process, so whoever has it may leave it and come back."""
    while True:
        port = _FIRST + next(_TURNS) % _MANY
        with suppress(OSError), socket.create_server((HOST, port)):
            return port
