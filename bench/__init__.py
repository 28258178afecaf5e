"""Benchmarks: how the portal bears many comments. ``python -m bench --help`` says how to run them.

Nothing of the portal imports this package.
"""
