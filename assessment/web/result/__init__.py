"""The result of an assessment: the wheel, every number opened to its answers, and what if."""
