"""Sharing an own result with a named person, and what that person sees."""
