"""Compare documents: two side by side, or one with several."""
