"""``cx-wheel admin``: whoever looks after the site."""

from __future__ import annotations

import click
from email_validator import EmailNotValidError, validate_email

from assessment.cli.refused_start import refusing_start
from assessment.use_cases.accounts import plain_address


@click.group()
def admin() -> None:
    """Accounts that look after the site."""


@admin.command()
@click.option("--email", prompt="Email address", help="Address of the account.")
@click.option("--send-link", is_flag=True, help="Mail a link to set the password instead of asking for one.")
def create(email: str, *, send_link: bool) -> None:
    """Make an account that administers the site, or let an existing one do so.

    The address counts as confirmed. A new account gets the password that is asked for, or sets one by a mailed link;
    one that exists and is confirmed keeps its password, and none is asked for.
    """
    from assessment.app import create_app, prepare_site
    from assessment.use_cases.make_admin import keeps_password, make_admin

    address = _checked_address(email)
    with refusing_start():
        app = create_app()
        prepare_site(app)
        with app.test_request_context():
            needs_none = send_link or keeps_password(address)
            password_hash = None if needs_none else _ask_for_password(address)
            now = app.extensions["cx_wheel"].clock()
            made = make_admin(address, password_hash=password_hash, now=now, send_link=send_link)
    click.echo(f"{address} administers the site.")
    if send_link:
        click.echo("A mail with a link to set the password is on its way.")
    elif made.kept_password:
        click.echo("The account existed, so its password stays as it was.")


def _checked_address(email: str) -> str:
    try:
        return plain_address(validate_email(email, check_deliverability=False).normalized)
    except EmailNotValidError as wrong:
        raise click.ClickException(f"{email!r} is not a mail address: {wrong}") from wrong


def _ask_for_password(address: str) -> str:
    """The hash of a password that is good enough; asks until it is. A request context must be active."""
    from assessment.web.accounts.new_passwords import find_fault, hash_new_password

    while True:
        password: str = click.prompt("Password", hide_input=True, confirmation_prompt="The same once more")
        fault = find_fault(password, address)
        if fault is None:
            return hash_new_password(password)
        click.echo(fault, err=True)
