"""Accounts: registration, sign-in, and how people prove who they are. The accounts library does it; this joins it."""
