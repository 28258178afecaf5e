"""What a member of the demo city has sent in, and what somebody wants taken down."""

from datetime import timedelta

from django.utils import timezone

from community.models import User
from gallery.models import AlbumPhoto, MediaSubmission, TakeDownRequest, VideoPage
from gallery.rights.ledger import register_photo
from tests.gallery.submission_steps import submitted


class Contributed:
    """A photo that waits, and a request about another one."""

    def __init__(self, member: User) -> None:
        """Make what the city lacks.

        Args:
            member: who has sent the photo.
        """
        self.waiting: MediaSubmission = submitted(member)
        photos = AlbumPhoto.objects.filter(page__live=True, locale__language_code="en")
        self.photo = photos.select_related("page", "image").order_by("pk")[0]
        films = VideoPage.objects.live().filter(locale__language_code="en", video__isnull=False)
        self.film = films.order_by("pk")[0]
        self.asked = TakeDownRequest.objects.create(
            number="T-2026-TESTED",
            ticket="tested",
            work=register_photo(self.photo),
            title=str(self.photo),
            address=self.photo.url,
            relation=TakeDownRequest.Relation.SHOWN,
            email="ana@example.org",
            language="en",
            due_at=timezone.now() + timedelta(hours=48),
        )
