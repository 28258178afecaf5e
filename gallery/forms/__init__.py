"""The editors' forms of the gallery."""
