"""Numbers with their units and the words that bound them, before anyone asks what they are about."""
