"""Mine Chinese policy documents: which clause sets which target, who leads, where it stands, what is wrong."""
