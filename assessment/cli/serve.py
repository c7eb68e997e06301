"""``cx-wheel serve``: the site on this machine, with its database brought up to date first."""

from __future__ import annotations

import gc
import os
import socket
import struct
from collections.abc import Mapping
from typing import TYPE_CHECKING

import click
from flask import Flask

from assessment.cli.child_worker import ChildWorker
from assessment.cli.refused_start import refusing_start
from assessment.cli.turnstile import Turnstile
from assessment.logs import set_up_logs
from assessment.mail_settings import MailServer

if TYPE_CHECKING:
    from gunicorn.arbiter import Arbiter

_BASE_URL = "CX_WHEEL_BASE_URL"
_AT_ONCE = 2
"""Requests that one process computes at a time: while one waits for the disk, another goes on."""

_PATIENCE_S = 20
"""Seconds without a byte before a connection in the middle of a request or an answer is given up."""


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--workers", default=2, show_default=True, type=click.IntRange(1, 64), help="Processes that answer.")
@click.option(
    "--threads",
    default=16,
    show_default=True,
    type=click.IntRange(1, 200),
    help="Connections that each process listens to at once, so that a slow one holds up nobody else.",
)
@click.option(
    "--log-level",
    default="warning",
    show_default=True,
    type=click.Choice(["debug", "info", "warning", "error"]),
    help="How much to tell on the standard error output.",
)
@click.option(
    "--worker/--no-worker",
    "with_worker",
    default=None,
    help="Send mails as well; usual unless CX_WHEEL_QUEUE names a queue whose worker runs by itself.",
)
def serve(*, host: str, port: int, workers: int, threads: int, log_level: str, with_worker: bool | None) -> None:
    """Bring the database up to date, serve the site and send its mails until Ctrl+C."""
    from assessment.app import create_app, prepare_site
    from assessment.settings import Settings

    set_up_logs()
    with refusing_start():
        listener = _listen(host, port)
        address = _address(listener)
        env = _with_base_url(os.environ, address)
        settings = Settings.from_environment(env)
        app = create_app(settings)
        prepare_site(app)
    click.echo(f"CX Wheel is at {address} (Ctrl+C stops it)")
    if settings.base_url != address:
        click.echo(f"People open it at {settings.base_url}")
    if settings.is_development and not isinstance(settings.mail, MailServer):
        click.echo(f"Mails go to nobody; read them at {settings.base_url}/development/mails")
    if settings.mail_warning:
        click.echo(settings.mail_warning, err=True)
    mails = ChildWorker(env) if (settings.queue.is_embedded if with_worker is None else with_worker) else None
    _answer(app, listener, mails, workers=workers, threads=threads, log_level=log_level)


def _answer(
    app: Flask, listener: socket.socket, mails: ChildWorker | None, *, workers: int, threads: int, log_level: str
) -> None:
    """Answer requests until the process is told to stop; requests and mails under way then are finished."""
    from gunicorn.app.base import BaseApplication
    from gunicorn.workers import gthread

    # Browsers open connections ahead of need; one that says nothing must not keep a thread for five seconds.
    gthread.DEFAULT_WORKER_DATA_TIMEOUT = 0.05

    class Site(BaseApplication):  # type: ignore[misc]  # gunicorn ships no types
        def run(self) -> None:
            try:
                _caretaker(mails)(self).run()
            finally:
                if mails is not None:
                    mails.stop()

        def load_config(self) -> None:
            settings = {
                "bind": f"fd://{listener.detach()}",
                "workers": workers,
                "worker_class": "gthread",
                "threads": threads,
                "keepalive": 15,
                "preload_app": True,
                "loglevel": log_level,
                # Addresses come from CX_WHEEL_BASE_URL alone; nobody is believed who sends X-Forwarded-*.
                "forwarded_allow_ips": "",
                "control_socket_disable": True,
            }
            for name, value in settings.items():
                self.cfg.set(name, value)

        def load(self) -> Turnstile:
            # What is loaded by now stays for ever: workers share it instead of copying it at the first collection.
            gc.collect()
            gc.freeze()
            return Turnstile(app, places=_AT_ONCE, largest=app.config["MAX_CONTENT_LENGTH"])

    Site().run()


def _caretaker(mails: ChildWorker | None) -> type[Arbiter]:
    """The process that the others belong to, looking after the one that sends mails as well."""
    from gunicorn.arbiter import Arbiter

    class Caretaker(Arbiter):  # type: ignore[misc]  # gunicorn ships no types
        def manage_workers(self) -> None:
            """Called about once a second."""
            super().manage_workers()
            if mails is not None:
                mails.keep_running()

    return Caretaker


def _listen(host: str, port: int) -> socket.socket:
    """Take the port before anything else, so that a second start fails before it touches the database."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        listener = socket.create_server((host, port), family=family, backlog=2048)
    except OSError as error:
        raise click.ClickException(
            f"CX Wheel cannot listen on {host}, port {port}: {error.strerror or error}. "
            f"If another program has the port, stop it or choose another one: --port {port % 65535 + 1}."
        ) from error
    # Connections inherit this: a phone that is gone in the middle of a request gives its thread back.
    for direction in (socket.SO_RCVTIMEO, socket.SO_SNDTIMEO):
        listener.setsockopt(socket.SOL_SOCKET, direction, struct.pack("@ll", _PATIENCE_S, 0))
    return listener


def _address(listener: socket.socket) -> str:
    """Where a browser on this machine finds the site."""
    host, port = listener.getsockname()[:2]
    own = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)  # noqa: S104  names it
    return f"http://{own}:{port}"


def _with_base_url(env: Mapping[str, str], address: str) -> Mapping[str, str]:
    """The environment, with the address this process listens on where no other is set."""
    return env if env.get(_BASE_URL, "").strip() else {**env, _BASE_URL: address}
