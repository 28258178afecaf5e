"""Pages outside the admin that nobody opens by a password alone."""

from collections.abc import Callable
from typing import TypeVar

from django.http import HttpResponse

View = TypeVar("View", bound=Callable[..., HttpResponse])


def second_factor_needed(view: View) -> View:
    """Mark a view for whose visitors a second factor is compulsory.

    What follows is up to the app that knows how people sign in: its middleware lets nobody
    through to such a view, where the settings ask for second factors, whose session was opened
    without one.
    """
    view.second_factor_needed = True
    return view
