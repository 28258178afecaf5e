"""Getting a place at an event, waiting for one, and giving it back."""
