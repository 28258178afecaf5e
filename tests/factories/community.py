"""People for tests."""

import factory
from wagtail_factories import PageFactory

from community.models import CommunityPage, Discussion, User


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
