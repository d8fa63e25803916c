"""A linter for policy documents: what is wrong with a text, exactly where, and what it should say."""
