"""Where comments are read and written, and what moderators do with them."""

from django.db import transaction
from django.test import Client

from articles.models import ArticlePage
from community.models import (
    Comment,
    Conversation,
    Discussion,
    State,
    User,
)
from community.models.placing import move_to_state
from community.services.posting import (
    Posted,
    post_comment,
)
from tests.factories.community import CommentFactory, UserFactory


def address(target: ArticlePage | Discussion) -> str:
    if isinstance(target, Discussion):
        return f"/en/community/discussions/{target.pk}-{target.slug}/"
    return target.url


def write_url(target: ArticlePage | Discussion) -> str:
    kind = "discussion" if isinstance(target, Discussion) else "page"
    return f"/en/community/on/{kind}/{target.pk}/write/"


def read(client: Client, url: str) -> str:
    response = client.get(url, follow=True)
    assert response.status_code == 200, url
    return response.content.decode()


def change(comment: Comment, state: State, **fields: object) -> None:
    with transaction.atomic():
        Conversation.objects.locked(comment.conversation.key)
        Comment.objects.filter(pk=comment.pk).update(**fields or {"held_for": ""})
        move_to_state(Comment.objects.get(pk=comment.pk), state)


def post(target: Discussion, author: User, text: str = "A street.", **kwargs: object) -> Posted:
    kwargs.setdefault("submission", f"form {Comment.objects.filter(opens=False).count()}")
    return post_comment(target=target, author=author, text=text, **kwargs)


def trusted(**fields: object) -> User:
    """Return a member whose comments are public at once."""
    member = UserFactory(**fields)
    for _number in range(3):
        CommentFactory(user=member)
    return member
