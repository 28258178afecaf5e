"""People for tests."""

import factory
from django.contrib.auth.models import Group
from wagtail_factories import PageFactory

from community.models import (
    Appeal,
    Comment,
    CommunityPage,
    Discussion,
    HeldFor,
    HiddenFor,
    Report,
    Sanction,
    State,
    User,
)


class UserFactory(factory.django.DjangoModelFactory):
    """A member who reads English, with a confirmed address and a password.

    The password is ``correct horse battery``.
    """

    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda number: f"member{number}@example.org")
    display_name = factory.Sequence(lambda number: f"Member {number}")
    language = "en"
    password = factory.PostGenerationMethodCall("set_password", "correct horse battery")

    class Params:
        administrator = factory.Trait(is_staff=True, is_superuser=True)

    @classmethod
    def _after_postgeneration(cls, instance: User, create: bool, results: object = None) -> None:
        if create:
            instance.save()
            instance.emailaddress_set.get_or_create(
                email=instance.email, defaults={"verified": True, "primary": True}
            )


class DiscussionFactory(factory.django.DjangoModelFactory):
    """A visible discussion in English, opened by a member."""

    class Meta:
        model = Discussion

    title = factory.Sequence(lambda number: f"Where do we plant tree {number}?")
    text = "Name a street, and say *why*."
    language = "en"
    author = factory.SubFactory(UserFactory)

    class Params:
        hidden = factory.Trait(state=Discussion.State.HIDDEN)


class CommunityPageFactory(PageFactory):
    """The community's front page."""

    class Meta:
        model = CommunityPage

    title = "Community"
    slug = "community"
    intro = "<p>Become a member of the community.</p>"


class CommentFactory(factory.django.DjangoModelFactory):
    """A public comment by a member on a discussion; a reply where a parent is given."""

    class Meta:
        model = Comment

    content_object = factory.SubFactory(DiscussionFactory)
    user = factory.SubFactory(UserFactory)
    comment = factory.Sequence(lambda number: f"Street number {number}, north side.")
    language = "en"

    class Params:
        held = factory.Trait(state=State.HELD, held_for=HeldFor.NEWCOMER)
        guest = factory.Trait(user=None, user_name="Ana", user_email="ana@example.org")
        parent = None

    parent_id = factory.LazyAttribute(lambda o: o.parent.pk if o.parent else 0)


class ReportFactory(factory.django.DjangoModelFactory):
    """An open report by a member about a public comment."""

    class Meta:
        model = Report

    comment = factory.SubFactory(CommentFactory)
    reporter = factory.SubFactory(UserFactory)
    reason = HiddenFor.INSULT
    words = "He calls me names."


class ModeratorFactory(UserFactory):
    """A community moderator."""

    display_name = factory.Sequence(lambda number: f"Colleague {number}")
    role = "Community moderators"

    @classmethod
    def _create(cls, model_class: type[User], *args: object, role: str, **kwargs: object) -> User:
        person = super()._create(model_class, *args, **kwargs)
        person.groups.add(Group.objects.get(name=role))
        return person


class SanctionFactory(factory.django.DjangoModelFactory):
    """A ban that holds, given by a moderator."""

    class Meta:
        model = Sanction

    member = factory.SubFactory(UserFactory)
    kind = Sanction.Kind.BAN
    reason = HiddenFor.INSULT


class AppealFactory(factory.django.DjangoModelFactory):
    """An open appeal against a decision."""

    class Meta:
        model = Appeal

    words = "It was a joke among friends."
