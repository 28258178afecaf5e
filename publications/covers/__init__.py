"""Covers that the portal draws for publications without one."""
