"""A question bank that cannot be used, as plain lines instead of a traceback."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from assessment.bank.finding import BrokenBank


@contextmanager
def refusing_bank() -> Iterator[None]:
    """Turn the findings of a broken bank into lines and exit status 1."""
    try:
        yield
    except BrokenBank as broken:
        for finding in broken.findings:
            click.echo(str(finding), err=True)
        raise click.ClickException("The question bank has errors, so the service does not start.") from broken
