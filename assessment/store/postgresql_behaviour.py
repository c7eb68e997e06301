"""How connections to PostgreSQL behave: nothing waits for ever, and errors tell no rows."""

from __future__ import annotations

from sqlalchemy import ExceptionContext

CONNECT_OPTIONS = (
    "-c timezone=UTC -c statement_timeout=15s -c lock_timeout=10s -c idle_in_transaction_session_timeout=30s"
)


def leave_out_details(context: ExceptionContext) -> None:
    """Keep an error's own sentence and drop its detail, which quotes the row: logs carry no answers."""
    original = context.original_exception
    sentence = getattr(getattr(original, "diag", None), "message_primary", None)
    if sentence is None:
        return
    original.args = (sentence,)
    if context.sqlalchemy_exception is not None:
        context.sqlalchemy_exception.args = (f"({type(original).__name__}) {sentence}",)
