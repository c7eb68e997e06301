"""The development plan: terms, steps, calendar and files."""
