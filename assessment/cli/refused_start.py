"""What keeps the service from starting, as plain lines instead of a traceback."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from assessment.cli.refused_bank import refusing_bank
from assessment.settings import WrongSetting
from assessment.use_cases.availability import DatabaseIsNewer, DatabaseUnavailable
from assessment.use_cases.kept_frameworks import PublishedVersionChanged


@contextmanager
def refusing_start() -> Iterator[None]:
    """Turn a wrong setting, a broken bank, a changed version and what cannot be read or written into exit status 1."""
    try:
        with refusing_bank():
            yield
    except (WrongSetting, PublishedVersionChanged, DatabaseIsNewer) as refusal:
        raise click.ClickException(str(refusal)) from refusal
    except DatabaseUnavailable as outage:
        raise click.ClickException(
            f"The database cannot be used: {outage}. CX_WHEEL_DATABASE_URL says which one it is; "
            "without it, it is a file in the instance folder, which must be writable and have room."
        ) from outage
    except BrokenPipeError:
        raise  # whoever read the lines, such as head, has read enough
    except OSError as error:
        raise click.ClickException(
            f"{error.filename or 'A file'} cannot be used: {error.strerror or error}. "
            "CX_WHEEL_INSTANCE names a folder that the service may write to."
        ) from error
