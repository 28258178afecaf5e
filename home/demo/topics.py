"""The topics of the demo, which news and discussions share."""

import uuid
from functools import reduce
from operator import or_

from django.db.models import Q

from home.demo.city import NAMESPACE, City
from home.demo.content.articles import TOPICS
from site_config.models.topics import Topic

WORDS = {words["key"]: words for words in TOPICS}


def _identity(key: str) -> uuid.UUID:
    """Return what ties the versions of a topic together that this demo has made."""
    return uuid.uuid5(NAMESPACE, f"topic/{key}")


def _known_as(city: City, key: str) -> Q:
    """Return what finds a topic whoever has made it: by its identity, or by its address."""
    addresses = [
        Q(locale=city.locale(language), slug=city.text(WORDS[key]["slug"], language))
        for language in city.languages
    ]
    return reduce(or_, addresses, Q(translation_key=_identity(key)))


def find_topic(city: City, key: str, language: str) -> Topic | None:
    """Return the topic of a key in a language, or None where there is none yet.

    Staff, or an older demo, may have made it: then it has an identity of its own, which its
    versions in all languages share.
    """
    known = _known_as(city, key)
    identities = Topic.objects.filter(known).values("translation_key")
    found = Topic.objects.filter(known | Q(translation_key__in=identities))
    return found.filter(locale=city.locale(language)).order_by("pk").first()


def add_topic(city: City, key: str, language: str) -> Topic:
    """Return the topic of a key in a language, made where there is none yet."""
    if found := find_topic(city, key, language):
        return found
    words = WORDS[key]
    twin = Topic.objects.filter(_known_as(city, key)).order_by("pk").first()
    return Topic.objects.create(
        translation_key=twin.translation_key if twin else _identity(key),
        locale=city.locale(language),
        name=city.text(words["name"], language),
        slug=city.text(words["slug"], language),
        description=city.text(words["description"], language),
        paint=words["paint"],
        drawing=words["tile"],
        sort_order=list(WORDS).index(key) + 1,
    )


def topic(city: City, key: str, language: str) -> Topic:
    """Return the topic of a key in a language.

    Raises:
        KeyError: it doesn't exist (yet).
    """
    found = find_topic(city, key, language)
    if found is None:
        raise KeyError(f"The demo has no topic “{key}” in “{language}” yet.")
    return found
