"""Pages that explain: how scores are calculated, your data, glossary, accessibility."""
