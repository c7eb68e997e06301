"""The app as people use it behind a real address, in this process: the shipped bank, an SQLite file, the real clock."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from wsgiref.types import WSGIApplication

from flask import Flask
from werkzeug.serving import WSGIRequestHandler, make_server

from assessment.app import create_app, prepare_site
from assessment.bank.shelf import Shelf
from assessment.settings import Settings
from assessment.store.database import close_connections
from tests.factories.ports import HOST, free_port


class _QuietHandler(WSGIRequestHandler):
    """Writes no line for each request."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        pass


@contextmanager
def serving(app: WSGIApplication, port: int = 0) -> Iterator[int]:
    """The app answers on that port of this machine, by default on a free one; which it is."""
    server = make_server(HOST, port, app, threaded=True, request_handler=_QuietHandler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def served_app(template: Path, folder: Path, shelf: Shelf, *, name: str = HOST) -> Iterator[Flask]:
    """An app that answers at ``base_url`` of its settings, on this machine alone, under that name.

    ``template``: an empty database with all tables, to be copied into ``folder``.
    """
    database = shutil.copy(template, folder / "cx_wheel.sqlite3")
    port = free_port()
    settings = Settings(
        instance=folder,
        database_url=f"sqlite:///{database}",
        base_url=f"http://{name}:{port}",
        secret_key=secrets.token_urlsafe(48),
    )
    app = create_app(settings, shelf=shelf)
    prepare_site(app)
    with serving(app, port):
        yield app
    with app.app_context():
        close_connections()
