"""``cx-wheel mail``: how mails fare, and what comes back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

import click

from assessment.cli.refused_start import refusing_start

if TYPE_CHECKING:
    from assessment.use_cases.parts import Parts

_LARGEST = 20_000_000


@click.group()
def mail() -> None:
    """Mails: how many are in which state, and bounces."""


@mail.command("list")
def list_states() -> None:
    """Print how many mails are in each state."""
    from assessment.use_cases.mail_states import count_mails

    with _prepared():
        for state, count in count_mails().items():
            click.echo(f"{state.value.replace('_', ' '):<14}{count:>7}")


@mail.command()
@click.argument("message", type=click.File("rb"), default="-")
def bounced(message: BinaryIO) -> None:
    """Read a mail that came back (MESSAGE, or the standard input) and mark the one it is about as bounced.

    It is to be a delivery status notification, as mail servers send them to the address in CX_WHEEL_MAIL_FROM. The
    exit status is 0 for everything that was understood, and 1 for what is no notification about a mail of this site.
    """
    from assessment.use_cases.mail_states import Verdict, take_back

    content = message.read(_LARGEST)
    with _prepared() as parts:
        came = take_back(content, now=parts.clock())
    if came.verdict is Verdict.NOT_OURS:
        raise click.ClickException("This is no notification about a mail of this site.")
    said = "Marked as bounced" if came.verdict is Verdict.BOUNCED else "Not the end of the mail; nothing is changed"
    click.echo(f"{said}: {came.words}")


@contextmanager
def _prepared() -> Iterator[Parts]:
    """The site without its pages, its database up to date."""
    from assessment.app import create_app, prepare_site

    with refusing_start():
        app = create_app()
        prepare_site(app)
        with app.app_context():
            yield app.extensions["cx_wheel"]
