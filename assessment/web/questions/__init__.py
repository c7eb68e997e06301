"""Answering: one competency to a page, saved as one goes, checked, submitted."""
