"""The city's side of the desk, in the admin."""
