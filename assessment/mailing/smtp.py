"""Mails to a mail server, in two steps: ask whether it takes one, then hand over the text.

Between the steps the caller writes down that the text is on its way. Everything that breaks before leaves the mail with
us for certain; everything that breaks after leaves it in doubt.
"""

from __future__ import annotations

import smtplib
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import Timer

from assessment.mail_settings import Encryption, MailServer
from assessment.mailing.message import Envelope
from assessment.mailing.outcomes import HandedInDoubt, MailRefused, MailTrouble, ServerAway, TryLater

_CLOSING = 421
_GO_ON = 354


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds until a server counts as hanging: for the way in as a whole, for one mail until its text, for its text.

    A server that says a byte now and then is not waited for longer than that either.
    """

    opening: float = 40
    offering: float = 40
    handing: float = 120


class SmtpCarrier:
    """One connection to a mail server, opened with the first mail. Use as a context manager."""

    def __init__(self, server: MailServer, *, own_name: str, patience: Patience | None = None) -> None:
        self._server = server
        self._own_name = own_name
        self._patience = patience or Patience()
        self._smtp: smtplib.SMTP | None = None

    def __enter__(self) -> SmtpCarrier:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if self._smtp is None:
            return
        if kind is not None:  # a server that waits for a text would take a farewell for it
            self.drop()
            return
        with suppress(OSError, smtplib.SMTPException), _within(5, self._smtp):
            self._smtp.docmd("QUIT")
        self.drop()

    def offer(self, envelope: Envelope) -> None:
        """Ask the server to take the mail; when this returns it waits for the text.

        Raises ServerAway, TryLater or MailRefused, and then the server does not have the mail.
        """
        smtp = self._smtp or self._open()
        try:
            with _within(self._patience.offering, smtp):
                self._ask(smtp, envelope)
        except (OSError, smtplib.SMTPException) as broken:
            self.drop()
            raise ServerAway(_words(broken)) from broken
        except ServerAway:
            self.drop()
            raise

    def hand_over(self, envelope: Envelope) -> str:
        """Send the text; the server's words of thanks come back.

        Raises MailRefused, TryLater or ServerAway on its clear no, HandedInDoubt on anything else.
        """
        smtp = self._smtp
        if smtp is None:
            raise RuntimeError("nothing was offered")
        try:
            with _within(self._patience.handing, smtp):
                smtp.send(_dotted(envelope.content))
                code, words = smtp.getreply()
        except (OSError, smtplib.SMTPException) as broken:
            self.drop()
            raise HandedInDoubt(_words(broken)) from broken
        if code // 100 in {4, 5}:
            raise _judged(code, words)
        if code // 100 != 2:
            self.drop()
            raise HandedInDoubt(_decoded(code, words))
        return _decoded(code, words)

    def drop(self) -> None:
        """Break the connection off. A mail whose text was not sent by now is not delivered."""
        if self._smtp is not None:
            self._smtp.close()
            self._smtp = None

    def _open(self) -> smtplib.SMTP:
        server, seconds = self._server, self._patience.opening
        smtp: smtplib.SMTP
        if server.encryption is Encryption.TLS:
            smtp = smtplib.SMTP_SSL(local_hostname=self._own_name, timeout=seconds, context=_context())
        else:
            smtp = smtplib.SMTP(local_hostname=self._own_name, timeout=seconds)
        smtp._host = server.host  # type: ignore[attr-defined]  # noqa: SLF001  connect() forgets the name TLS checks
        try:
            with _within(seconds, smtp):
                self._greet(smtp)
        except (OSError, smtplib.SMTPException, ServerAway) as broken:
            smtp.close()
            raise ServerAway(_words(broken)) from broken
        self._smtp = smtp
        return smtp

    def _greet(self, smtp: smtplib.SMTP) -> None:
        server = self._server
        code, words = smtp.connect(server.host, server.port)
        if code != 220:
            raise ServerAway(_decoded(code, words))
        smtp.ehlo_or_helo_if_needed()
        if server.encryption is Encryption.STARTTLS:
            smtp.starttls(context=_context())
            smtp.ehlo_or_helo_if_needed()
        if server.user:
            smtp.login(server.user, server.password)

    def _ask(self, smtp: smtplib.SMTP, envelope: Envelope) -> None:
        if envelope.international and not smtp.has_extn("smtputf8"):
            raise MailRefused("the mail server takes no addresses with letters outside ASCII")
        smtp.rset()
        code, words = smtp.mail(envelope.sender, ["SMTPUTF8", "BODY=8BITMIME"] if envelope.international else [])
        if code // 100 != 2:  # about who sends, not about this mail: never the end of it
            raise ServerAway(_decoded(code, words))
        code, words = smtp.rcpt(envelope.recipient)
        if code // 100 != 2:
            raise _judged(code, words)
        code, words = smtp.docmd("DATA")
        if code != _GO_ON:
            raise _judged(code, words)


@contextmanager
def _within(seconds: float, smtp: smtplib.SMTP) -> Iterator[None]:
    """Break the connection after so many seconds, however busy it keeps us: a pause limit alone can be played with."""
    timer = Timer(seconds, _break, [smtp])
    timer.daemon = True
    timer.start()
    try:
        if smtp.sock is not None:
            smtp.sock.settimeout(seconds)
        yield
    finally:
        timer.cancel()


def _break(smtp: smtplib.SMTP) -> None:
    with suppress(OSError):
        if smtp.sock is not None:
            socket.socket.shutdown(smtp.sock, socket.SHUT_RDWR)  # an encrypted one would forget its encryption first


def _judged(code: int, words: bytes) -> MailTrouble:
    """The server's no to one mail."""
    told = _decoded(code, words)
    if code == _CLOSING or code // 100 not in {4, 5}:
        return ServerAway(told)
    return MailRefused(told) if code // 100 == 5 else TryLater(told)


def _decoded(code: int, words: bytes) -> str:
    return f"{code} {words.decode('utf-8', 'replace')}".strip()


def _words(broken: BaseException) -> str:
    if isinstance(broken, smtplib.SMTPResponseException):
        error = broken.smtp_error
        return f"{broken.smtp_code} {error.decode('utf-8', 'replace') if isinstance(error, bytes) else error}"
    if isinstance(broken, TimeoutError) or "timed out" in str(broken):
        return "the mail server does not answer"
    return str(broken) or type(broken).__name__


def _dotted(content: bytes) -> bytes:
    """The text as it goes over the wire: lines end in CRLF, a dot at their beginning is doubled, a lone dot ends it."""
    lines = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n").rstrip(b"\n").split(b"\n")
    return b"".join((b"." + line if line.startswith(b".") else line) + b"\r\n" for line in lines) + b".\r\n"


def _context() -> ssl.SSLContext:
    return ssl.create_default_context()
