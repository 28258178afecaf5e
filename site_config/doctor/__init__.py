"""Examinations of a deployment: what is amiss, and what to do about it."""
