"""The indexes of words and of references, written once for the whole demo."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.apps import apps
from django.core.management import call_command
from django.db import transaction
from django.db.models.signals import post_save
from modelsearch.index import get_indexed_models
from modelsearch.signal_handlers import post_save_signal_handler, register_signal_handlers
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from home.demo.city import City


@contextmanager
def indexes_at_rest() -> Iterator[None]:
    """Store things without looking at each of them for the indexes, which `load` writes later.

    A page of the demo is stored five times and more on its way to the public; keeping the indexes
    by each step would take a third of the time.
    """
    for model in get_indexed_models():
        post_save.disconnect(post_save_signal_handler, sender=model)
    try:
        with disable_reference_index_auto_update():
            yield
    finally:
        register_signal_handlers()


def load(city: City) -> None:
    """Index everything there is."""
    with transaction.atomic():
        # Wagtail lists pages after their types, so that references stay with the types' fields.
        for model in filter(ReferenceIndex.is_indexed, apps.get_models()):
            for row in model._default_manager.order_by("pk").iterator():
                ReferenceIndex.create_or_update_for_object(row)
    city.say("what is used where")
    call_command("update_index", verbosity=0)
