"""What a film can't be published without: a source, its words, and who made it."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from gallery.models.completeness import CompleteWhenPublished
from gallery.models.rights import Work


class CompleteFilm(CompleteWhenPublished):
    """Checks the page that it is mixed into, as `gallery.models.shown_films` reads it."""

    def check_complete(self) -> None:
        """Require a film that nobody has taken down, its words or a reason, and who made it.

        Raises:
            ValidationError: something is missing, with a sentence at each field; or the film was
                taken down.
        """
        self.check_source()
        film = Work.objects.of_film(media_id=self.video_id, external_url=self.external_url)
        if film.hidden().exists():
            message = _("This film was taken down. Show it again in the rights ledger first.")
            raise ValidationError({"video" if self.video else "external_url": message})
        missing: dict = {}
        for check in (self.check_words, self.check_maker):
            try:
                check()
            except ValidationError as error:
                missing = error.update_error_dict(missing)
        if missing:
            raise ValidationError(missing)

    def check_source(self) -> None:
        """Require a film.

        Raises:
            ValidationError: there is none.
        """
        if not self.video and not self.external_url:
            raise ValidationError({"video": _("Choose a film, or give the address of one.")})

    def check_words(self) -> None:
        """Require captions or a transcript, or the reason for having none.

        Raises:
            ValidationError: there is neither.
        """
        if self.has_words:
            return
        if not self.without_captions:
            message = _(
                "This film has neither captions nor a transcript. Add them in the media library, "
                "or say below why it needs none."
            )
            elsewhere = _("This film has no transcript. Write it below, or say why there is none.")
            raise ValidationError({"video": message} if self.video else {"external_url": elsewhere})
        if self.without_captions == self.WithoutCaptions.OTHER and not self.without_captions_note:
            raise ValidationError({"without_captions_note": _("Write the reason.")})

    def check_maker(self) -> None:
        """Require who made the film: the rights ledger has to know (decision 16).

        Raises:
            ValidationError: neither the page nor the library says so.
        """
        if not self.shown_credit:
            message = _("Say who made the film, here or in the media library.")
            raise ValidationError({"credit": message})
