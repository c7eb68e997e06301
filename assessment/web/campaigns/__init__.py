"""Campaigns as those who run them see them: draft, check, open, close, clone."""
