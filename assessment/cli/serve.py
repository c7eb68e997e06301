"""``cx-wheel serve``: the site on this machine, with its database brought up to date first."""

from __future__ import annotations

import click

from assessment.cli.refused_start import refusing_start


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@click.option("--workers", default=2, show_default=True, type=click.IntRange(1, 64), help="Processes that answer.")
def serve(host: str, port: int, workers: int) -> None:
    """Bring the database up to date and serve the site until Ctrl+C."""
    from gunicorn.app.base import BaseApplication

    from assessment.app import create_app, prepare_site

    with refusing_start():
        app = create_app()
        prepare_site(app)

    class Site(BaseApplication):  # type: ignore[misc]  # gunicorn ships no types
        def load_config(self) -> None:
            self.cfg.set("bind", f"{host}:{port}")
            self.cfg.set("workers", workers)
            self.cfg.set("loglevel", "warning")
            self.cfg.set("timeout", 30)
            self.cfg.set("preload_app", True)

        def load(self) -> object:
            return app

    click.echo(f"CX Wheel is at http://{host}:{port} (Ctrl+C stops it)")
    Site().run()
