"""The index that the portal's search reads."""

from django.core.management import call_command

from home.demo.city import City


def load(city: City) -> None:
    """Index everything anew, so that what was stored before its links is found too."""
    call_command("update_index", verbosity=0)
