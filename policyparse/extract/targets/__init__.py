"""From quantities to figures about an indicator: targets, achievements and references."""
