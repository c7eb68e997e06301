"""``cx-wheel database``: looking after the database."""

from __future__ import annotations

import os

import click

from assessment.cli.refused_start import refusing_start


@click.group()
def database() -> None:
    """Look after the database."""


@database.command()
@click.option(
    "--from", "source", required=True, metavar="URL", help="The database to copy, such as sqlite:////path/to/file."
)
def copy(source: str) -> None:
    """Copy another database into the empty one that CX_WHEEL_DATABASE_URL names."""
    from assessment.app import join_parts
    from assessment.settings import Settings
    from assessment.use_cases.copy_database import DatabaseNotEmpty, copy_database
    from assessment.use_cases.parts import utc_now

    with refusing_start():
        here = Settings.from_environment()
        there = Settings.from_environment({**os.environ, "CX_WHEEL_DATABASE_URL": source})
        if here.database_url == there.database_url:
            raise click.ClickException(
                "CX_WHEEL_DATABASE_URL names the database that is to be copied. Name the new one."
            )
        old, new = (join_parts(settings, clock=utc_now, token_source=_no_tokens) for settings in (there, here))
        try:
            counts = copy_database(old, new)
        except DatabaseNotEmpty as filled:
            raise click.ClickException(
                f"The database to copy into is not empty: there are rows in {filled.table}. Nothing was copied."
            ) from filled
    click.echo(f"{sum(counts.values())} rows copied:")
    for table, count in counts.items():
        click.echo(f"  {count:>9}  {table}")


def _no_tokens(_: int) -> str:
    raise LookupError("copying makes no tokens")
