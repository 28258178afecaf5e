"""Which members a comment names."""

from itertools import islice

from django.db import transaction

from community.mentions import possible_names
from community.models import Comment, Mention, User
from community.names import name_key
from community.text import own_words

MENTIONS_AT_MOST = 10
# Signs that are looked at; a text that has more is no conversation.
SIGNS_AT_MOST = 30


@transaction.atomic
def store_mentions(*, comment: Comment) -> None:
    """Keep which members the words of a stored comment name, as they are now.

    Neither the author's own name counts, nor what stands in quotes and links.

    Args:
        comment: a stored one; its words may just have been changed.
    """
    named = _members_named(comment)
    comment.mentions.exclude(member__in=named).delete()
    known = set(comment.mentions.values_list("member", flat=True)) if named else set()
    Mention.objects.bulk_create(
        Mention(comment=comment, member_id=number, name=name)
        for number, name in named.items()
        if number not in known
    )


def _members_named(comment: Comment) -> dict[int, str]:
    """Return the numbers of the members, each with the name as it stands in the words."""
    if "@" not in comment.comment:
        return {}
    pieces = own_words(comment.comment)
    signs = (names for piece in pieces for _start, names in possible_names(piece))
    looked_at = list(islice(signs, SIGNS_AT_MOST))
    keys = {name_key(name) for names in looked_at for name in names} - {""}
    members = dict(
        User.objects.members()
        .filter(display_name_key__in=keys)
        .values_list("display_name_key", "pk")
    )
    named: dict[int, str] = {}
    for names in looked_at:
        # The longest first: "Ana Maria" is somebody else than "Ana".
        name = next((name for name in names if name_key(name) in members), "")
        if name and members[name_key(name)] != comment.user_id:
            named.setdefault(members[name_key(name)], name)
    return dict(islice(named.items(), MENTIONS_AT_MOST))
