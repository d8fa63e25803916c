"""The types that travel: passive, frozen, and importing nothing of ours but errors."""
