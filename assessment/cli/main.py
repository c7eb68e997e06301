"""The console command ``cx-wheel``. A subcommand is imported when it is called, so that each one starts quickly."""

from __future__ import annotations

from importlib import import_module

import click

from assessment import __version__

COMMANDS = {
    "admin": "assessment.cli.admin:admin",
    "assess": "assessment.cli.assess:assess",
    "bank": "assessment.cli.bank:bank",
    "database": "assessment.cli.database:database",
    "demo": "assessment.cli.demo:demo",
    "mail": "assessment.cli.mail:mail",
    "serve": "assessment.cli.serve:serve",
    "worker": "assessment.cli.worker:worker",
}
"""Name of each subcommand and where it stands: ``module:name``."""


class LazyCommands(click.Group):
    """A group that imports a subcommand from COMMANDS when it is needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click passes its context
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  as above
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name].split(":")
        command: click.Command = getattr(import_module(module), name)
        return command


@click.group(cls=LazyCommands)
@click.version_option(__version__, prog_name="cx-wheel")
def main() -> None:
    """CX Wheel: assess customer-experience competencies, see the weakest one, plan what to develop."""
