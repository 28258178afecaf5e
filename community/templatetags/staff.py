"""What pages of the admin ask about the person who looks at them."""

from django import template
from django.contrib.auth.models import AbstractUser
from wagtail_localize.models import TranslationSource

from community import staff_views

register = template.Library()


@register.simple_tag
def may_publish_translations(person: AbstractUser, source: TranslationSource) -> bool:
    """Return whether this person may publish every translation of a page or snippet."""
    return staff_views.may_publish_translations(person, source)
