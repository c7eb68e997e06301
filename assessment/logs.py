"""What a log may say: where something failed and how, never a private link or what a person wrote."""

from __future__ import annotations

import logging
import re
import traceback

_SECRETS = re.compile(
    r"(?:(?<=/link/)|(?<=/confirm/)|(?<=/reset/)|(?<=/account/address/)|(?<=/invitation/)|(?<=/join/))[^\s/?#\"']+"
    r"|(?<![\w-])[\w-]{43}(?![\w-])"
    r"|(?:(?<=[?&]code=)|(?<=[?&]state=))[^\s&\"']+"
)
"""What stands in the address of a private or mailed link or of a single sign-on, and whatever looks like a token."""

_HIDDEN = "(hidden)"
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]")


class DiscreetRecord(logging.LogRecord):
    """A log record without secrets: tokens are hidden, and an exception tells its kinds and places, not its messages.

    Messages of exceptions quote what was sent to the service: answers, names, tokens.
    """

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # whatever logging passes
        self.msg, self.args = hide_secrets(_message(self)), None
        if self.exc_info and self.exc_info[1] is not None:
            self.exc_text = describe_exception(self.exc_info[1])
        self.exc_info = None


def set_up_logs() -> None:
    """Make every log record of this process a DiscreetRecord, whichever library writes it.

    Warnings and worse go to the standard error output, unless whoever runs the process has other handlers.
    """
    logging.setLogRecordFactory(DiscreetRecord)
    logging.basicConfig(format="%(asctime)s [%(process)d] [%(levelname)s] %(name)s: %(message)s")


def hide_secrets(message: str) -> str:
    """The message without tokens, and with control characters spelled out, so that no line can be forged."""
    hidden = _SECRETS.sub(_HIDDEN, message)
    return _CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", hidden).replace("\n", "\n    ")


def describe_exception(error: BaseException) -> str:
    """Places in the code and kinds of exceptions, causes first, as lines."""
    earlier = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    before = [describe_exception(earlier), "which led to:"] if earlier is not None else []
    places = "".join(traceback.format_tb(error.__traceback__)).rstrip("\n")
    kind = f"{type(error).__module__}.{type(error).__qualname__}"
    return "\n".join([*before, places, f"{kind} (message hidden)"])


def _message(record: logging.LogRecord) -> str:
    try:
        return record.getMessage()
    except (TypeError, ValueError, KeyError):
        return f"(a message of {record.name} that could not be put together)"
