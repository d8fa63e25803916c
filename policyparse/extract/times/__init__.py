"""Time expressions, and which of them governs a place."""
