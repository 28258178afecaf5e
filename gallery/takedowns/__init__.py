"""Requests to take something down, from the form to the answer."""
