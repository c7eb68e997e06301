"""``cx-wheel worker``: send mails, close campaigns whose time has come, remind."""

from __future__ import annotations

import click

from assessment.cli.refused_start import refusing_start
from assessment.logs import set_up_logs


@click.command()
@click.option("--parent", type=int, hidden=True, help="End when this process, which started the worker, is gone.")
def worker(parent: int | None) -> None:
    """Send mails and do what has to be done from time to time, until Ctrl+C.

    “cx-wheel serve” starts one by itself unless CX_WHEEL_QUEUE names a queue of its own. Any number of workers may run.
    """
    from assessment.app import create_app, prepare_site
    from assessment.jobs.worker import Worker

    set_up_logs()
    with refusing_start():
        app = create_app()
        if parent is None:
            prepare_site(app)
    settings = app.extensions["cx_wheel"].settings
    if parent is None:
        click.echo("CX Wheel sends mails (Ctrl+C stops it)")
        if settings.mail_warning:
            click.echo(settings.mail_warning, err=True)
    Worker(app, parent=parent, tell=click.echo if settings.is_development else lambda _: None).run()
