"""The first page, and coming back by private link."""
