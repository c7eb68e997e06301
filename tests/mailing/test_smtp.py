"""One connection to real mail servers: well behaved, unwilling, and hanging at every stage."""

from __future__ import annotations

import datetime
import socket
import ssl
from collections.abc import Iterator
from dataclasses import replace
from email.headerregistry import Address
from pathlib import Path

import pytest
from aiosmtpd.smtp import AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from assessment.domain.mail import Letter
from assessment.mail_settings import Encryption, MailServer
from assessment.mailing.message import Envelope, build_envelope
from assessment.mailing.outcomes import HandedInDoubt, MailRefused, ServerAway, TryLater
from assessment.mailing.smtp import Patience, SmtpCarrier
from tests.factories.assessments import START
from tests.factories.mail_servers import Post, Script, mail_server, scripted_server, talk
from tests.factories.ports import HOST, free_port

QUICK = Patience(opening=0.3, offering=0.3)
QUICK_AFTERWARDS = Patience(handing=0.3)
GREETING = (b"220 here", b"250 hello")


def an_envelope(recipient: str = "anna@example.org", text: str = "Hello.\n") -> Envelope:
    return build_envelope(
        Letter("Hello", text, "<p>Hello.</p>"),
        mail_id="1" * 32,
        domain="wheel.test",
        sender=Address("CX Wheel", "no-reply", "wheel.test"),
        recipient=recipient,
        now=START,
    )


def carrier_to(server: MailServer, patience: Patience | None = None) -> SmtpCarrier:
    return SmtpCarrier(server, own_name="wheel.test", patience=patience)


def send(carrier: SmtpCarrier, envelope: Envelope) -> None:
    carrier.offer(envelope)
    carrier.hand_over(envelope)


def test_many_mails_go_over_one_connection() -> None:
    with mail_server() as (post, server), carrier_to(server) as carrier:
        for number in range(5):
            send(carrier, an_envelope(f"p{number}@example.org"))

    assert post.recipients == [f"p{number}@example.org" for number in range(5)]
    assert len(post.sessions) == 1


def test_a_mail_arrives_as_it_was_written_dots_at_the_beginning_of_lines_included() -> None:
    text = "First.\n.\n..\n.hidden\nLast\n"
    envelope = an_envelope(text=text)
    with mail_server() as (post, server), carrier_to(server) as carrier:
        send(carrier, envelope)

    assert post.delivered == [("anna@example.org", envelope.content)]


def test_a_mail_that_was_offered_and_not_handed_over_is_not_delivered() -> None:
    with mail_server() as (post, server):
        with carrier_to(server) as carrier:
            carrier.offer(an_envelope())
            carrier.drop()
        with pytest.raises(ZeroDivisionError), carrier_to(server) as carrier:
            assert carrier.offer(an_envelope()) or 1 / 0

    assert post.delivered == []


def test_a_refused_address_leaves_the_way_free_for_the_next_mail() -> None:
    post = Post({"gone@example.org": "550 5.1.1 no such person", "full@example.org": "452 4.2.2 mailbox full"})
    with mail_server(post) as (_, server), carrier_to(server) as carrier:
        with pytest.raises(MailRefused) as refused:
            carrier.offer(an_envelope("gone@example.org"))
        with pytest.raises(TryLater, match=r"452 4\.2\.2 mailbox full"):
            carrier.offer(an_envelope("full@example.org"))
        send(carrier, an_envelope())

    assert refused.value.words == "550 5.1.1 no such person"
    assert post.recipients == ["anna@example.org"]


@pytest.mark.parametrize(
    ("answer", "trouble"),
    [("554 5.7.1 spam", MailRefused), ("451 later", TryLater), ("421 closing", ServerAway), ("999 ?", HandedInDoubt)],
)
def test_an_answer_to_the_text_is_believed_when_it_is_a_clear_no(answer: str, trouble: type[Exception]) -> None:
    post = Post(after={"anna@example.org": answer})
    with mail_server(post) as (_, server), carrier_to(server) as carrier:
        carrier.offer(an_envelope())
        with pytest.raises(trouble):
            carrier.hand_over(an_envelope())


def silent(connection: socket.socket) -> None:
    connection.recv(1)


def trickling(connection: socket.socket) -> None:
    """A byte now and then: every single wait is short, all of them together never end."""
    while True:
        connection.sendall(b"2")
        connection.settimeout(0.05)
        try:
            if not connection.recv(1):
                return
        except TimeoutError:
            continue


@pytest.mark.parametrize(
    "script",
    [
        pytest.param(silent, id="says nothing"),
        pytest.param(trickling, id="says a letter now and then"),
        pytest.param(socket.socket.close, id="hangs up at once"),
        pytest.param(lambda connection: talk(connection, b"554 go away"), id="does not want us"),
        pytest.param(lambda connection: talk(connection, b"nonsense"), id="is no mail server"),
        pytest.param(lambda connection: talk(connection, b"220 here"), id="hangs at the hello"),
        pytest.param(lambda connection: talk(connection, *GREETING, b"250 reset"), id="hangs at the sender"),
        pytest.param(
            lambda connection: talk(connection, *GREETING, b"250 reset", b"550 not from you"), id="refuses the sender"
        ),
        pytest.param(
            lambda connection: talk(connection, *GREETING, b"250 reset", b"250 from"), id="hangs at the recipient"
        ),
        pytest.param(
            lambda connection: talk(connection, *GREETING, b"250 reset", b"250 from", b"421 full house"),
            id="closes at the recipient",
        ),
        pytest.param(
            lambda connection: talk(connection, *GREETING, b"250 reset", b"250 from", b"250 to"),
            id="hangs before it takes the text",
        ),
    ],
)
def test_a_server_that_fails_before_the_text_does_not_have_the_mail(script: Script) -> None:
    with scripted_server(script) as server, carrier_to(server, QUICK) as carrier, pytest.raises(ServerAway):
        carrier.offer(an_envelope())


def test_a_server_that_is_not_there_is_away() -> None:
    server = MailServer(HOST, free_port(), Encryption.NONE)
    with carrier_to(server) as carrier, pytest.raises(ServerAway, match="refused"):
        carrier.offer(an_envelope())


TAKES = (*GREETING, b"250 reset", b"250 from", b"250 to", b"354 go on")


@pytest.mark.parametrize("hangs", [True, False])
def test_a_connection_that_breaks_after_the_text_leaves_the_mail_in_doubt(*, hangs: bool) -> None:
    def script(connection: socket.socket) -> None:
        talk(connection, *TAKES, stays=hangs)

    with scripted_server(script) as server, carrier_to(server, QUICK_AFTERWARDS) as carrier:
        carrier.offer(an_envelope())
        with pytest.raises(HandedInDoubt):
            carrier.hand_over(an_envelope())


def test_after_a_break_the_next_mail_gets_a_connection_of_its_own() -> None:
    with mail_server() as (post, server), carrier_to(server) as carrier:
        carrier.offer(an_envelope("lost@example.org"))
        carrier.drop()
        send(carrier, an_envelope())

    assert post.recipients == ["anna@example.org"]


def test_an_address_in_another_script_needs_a_server_that_knows_it() -> None:
    envelope = an_envelope("анна@пример.рф")
    with (
        mail_server(enable_SMTPUTF8=False) as (_, server),
        carrier_to(server) as carrier,
        pytest.raises(MailRefused, match="ASCII"),
    ):
        carrier.offer(envelope)
    with mail_server(enable_SMTPUTF8=True) as (post, server), carrier_to(server) as carrier:
        send(carrier, envelope)

    assert post.recipients == ["анна@пример.рф"]


@pytest.fixture(scope="module")
def own_certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A key and a certificate for localhost that nobody trusts yet."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    begin = datetime.datetime.now(datetime.UTC) - datetime.timedelta(days=1)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), 1, begin, begin + datetime.timedelta(days=2))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path = tmp_path_factory.mktemp("tls") / "localhost.pem"
    path.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
    return path


@pytest.fixture(params=[Encryption.STARTTLS, Encryption.TLS])
def guarded(request: pytest.FixtureRequest, own_certificate: Path) -> Iterator[tuple[Post, MailServer]]:
    """A server that wants encryption and a password."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(own_certificate)
    options: dict[str, object] = {"auth_required": True, "authenticator": _knows_us}
    if request.param is Encryption.STARTTLS:
        options |= {"tls_context": context, "require_starttls": True}
    else:
        options |= {"ssl_context": context, "auth_require_tls": False}
    with mail_server(**options) as (post, server):
        yield post, replace(server, host="localhost", encryption=request.param, user="wheel", password="p@ss")


def _knows_us(*given: object) -> AuthResult:
    """``given`` is what the server knows; the last of it are name and password."""
    known = (getattr(given[-1], "login", b""), getattr(given[-1], "password", b"")) == (b"wheel", b"p@ss")
    return AuthResult(success=known, handled=False)


NO_STARTTLS = pytest.mark.filterwarnings(
    "ignore:Requiring AUTH while not requiring TLS"
)  # it is encrypted from the start


@NO_STARTTLS
def test_a_server_with_encryption_and_password_gets_both(
    guarded: tuple[Post, MailServer], own_certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(own_certificate))
    post, server = guarded
    with carrier_to(server) as carrier:
        send(carrier, an_envelope())
    with carrier_to(replace(server, password="wrong")) as carrier, pytest.raises(ServerAway, match="535"):
        carrier.offer(an_envelope())

    assert post.recipients == ["anna@example.org"]


@NO_STARTTLS
def test_a_certificate_that_nobody_vouches_for_gets_no_password(guarded: tuple[Post, MailServer]) -> None:
    post, server = guarded
    with carrier_to(server) as carrier, pytest.raises(ServerAway, match="CERTIFICATE_VERIFY_FAILED"):
        carrier.offer(an_envelope())

    assert post.delivered == []


def test_a_server_that_offers_no_encryption_gets_no_password() -> None:
    with mail_server() as (_, server):
        wanted = replace(server, encryption=Encryption.STARTTLS, user="wheel", password="p@ss")
        with carrier_to(wanted) as carrier, pytest.raises(ServerAway, match="STARTTLS"):
            carrier.offer(an_envelope())
