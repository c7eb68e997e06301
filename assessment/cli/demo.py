"""``cx-wheel demo``: example assessments to look around with."""

from __future__ import annotations

import click

from assessment.cli.refused_start import refusing_start


@click.command()
def demo() -> None:
    """Add example assessments to the database and print their private links."""
    from assessment.app import create_app, prepare_site
    from assessment.use_cases.make_examples import make_examples

    with refusing_start():
        app = create_app()
        prepare_site(app)
        parts = app.extensions["cx_wheel"]
        with app.app_context():
            examples = make_examples(parts.shelf, now=parts.clock(), token_source=parts.token_source)
    click.echo("Start the site with “make run” (or “cx-wheel serve”) and open any of these private links:")
    for example in examples:
        click.echo(f"\n  {example.about}\n  {parts.settings.base_url}/link/{example.token}")
