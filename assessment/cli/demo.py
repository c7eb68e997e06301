"""``cx-wheel demo``: example assessments and teams to look around with."""

from __future__ import annotations

import click
from flask import Flask

from assessment.cli.refused_start import refusing_start
from assessment.use_cases.parts import Parts


@click.command()
def demo() -> None:
    """Add example assessments and teams; print private links, and how to sign in as the lead of the teams."""
    from assessment.app import create_app, prepare_site
    from assessment.use_cases.make_example_teams import LEAD
    from assessment.use_cases.make_examples import make_examples

    with refusing_start():
        app = create_app()
        prepare_site(app)
        parts: Parts = app.extensions["cx_wheel"]
        with app.app_context():
            examples = make_examples(parts.shelf, now=parts.clock(), token_source=parts.token_source)
            password = _make_teams(app, parts)
    click.echo("Start the site with “make run” (or “cx-wheel serve”) and open any of these private links:")
    for example in examples:
        click.echo(f"\n  {example.about}\n  {parts.settings.base_url}/link/{example.token}")
    click.echo(f"\nOr look at two example teams: sign in at {parts.settings.base_url}/account/sign-in")
    click.echo(
        f"as {LEAD} with the password {password or 'printed when the teams were made, or ask for a new one there'}"
    )


def _make_teams(app: Flask, parts: Parts) -> str | None:
    """The password of their lead; None when they were made before."""
    from assessment.use_cases.make_account import AddressTaken
    from assessment.use_cases.make_example_teams import make_example_teams
    from assessment.web.accounts.new_passwords import hash_new_password

    password = parts.token_source(12)
    with app.test_request_context():
        hashed = hash_new_password(password)
    try:
        make_example_teams(parts.shelf, password_hash=hashed, now=parts.clock(), token_source=parts.token_source)
    except AddressTaken:
        return None
    return password
