"""Real mail servers on this machine, well behaved and ill."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any, cast

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from assessment.mail_settings import Encryption, MailServer
from tests.factories.ports import HOST, free_port


class Post:
    """Takes every mail, except where ``answers`` has another answer for a recipient (to RCPT) or ``after`` (to DATA).

    Two recipients of the same mail are two deliveries.
    """

    def __init__(self, answers: Mapping[str, str] | None = None, after: Mapping[str, str] | None = None) -> None:
        self.answers = dict(answers or {})
        self.after = dict(after or {})
        self.delivered: list[tuple[str, bytes]] = []
        self.sessions: set[int] = set()

    async def handle_RCPT(  # noqa: N802  the server calls it so, with all it has
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        del server, session, options
        answer = self.answers.get(address, "250 OK")
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802  as above
        del server
        self.sessions.add(id(session))
        for recipient in envelope.rcpt_tos:
            answer = self.after.get(recipient, "250 OK")
            if not answer.startswith("250"):
                return answer
            self.delivered.append((recipient, bytes(cast("bytes", envelope.original_content))))
        return "250 taken"

    @property
    def recipients(self) -> list[str]:
        return [recipient for recipient, _ in self.delivered]

    def letters(self) -> list[EmailMessage]:
        """The mails as a reader's program shows them."""
        return [cast("EmailMessage", message_from_bytes(content, policy=default)) for _, content in self.delivered]


@contextmanager
def mail_server(post: Post | None = None, **options: Any) -> Iterator[tuple[Post, MailServer]]:
    """A running server without encryption; ``options`` are aiosmtpd's."""
    post = post or Post()
    controller = Controller(post, hostname=HOST, port=free_port(), ready_timeout=60, **options)
    controller.start()
    try:
        yield post, MailServer(HOST, controller.port, Encryption.NONE)
    finally:
        controller.stop()


Script = Callable[[socket.socket], None]


@contextmanager
def scripted_server(script: Script) -> Iterator[MailServer]:
    """A server that does with each connection what ``script`` says, and hangs up when that returns or fails."""
    listener = socket.create_server((HOST, 0))
    closing = threading.Event()
    threads: list[threading.Thread] = []
    open_ones: list[socket.socket] = []

    def serve(connection: socket.socket) -> None:
        with connection:
            try:
                script(connection)
            except OSError:
                return  # the other side hung up, or the test is over

    def accept() -> None:
        while not closing.is_set():
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            open_ones.append(connection)
            threads.append(threading.Thread(target=serve, args=[connection]))
            threads[-1].start()

    acceptor = threading.Thread(target=accept)
    acceptor.start()
    try:
        yield MailServer(HOST, listener.getsockname()[1], Encryption.NONE)
    finally:
        closing.set()
        for connection in open_ones:
            _hang_up(connection)
        _hang_up(listener)
        listener.close()
        for thread in (*threads, acceptor):
            thread.join()


def _hang_up(connection: socket.socket) -> None:
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        return  # it is closed already


def talk(connection: socket.socket, *answers: bytes, stays: bool = True) -> None:
    """Greet, and answer each line with the next of these; then wait for the other side to hang up, if it ``stays``."""
    with connection.makefile("rwb") as lines:
        for answer in answers:
            lines.write(answer + b"\r\n")
            lines.flush()
            lines.readline()
        while stays and lines.readline():
            pass
