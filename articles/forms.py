"""The editor's forms for news, with what each field can't check by itself."""

from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm

SUMMARY_AT_LEAST = 40  # characters; less says no more than the title


class ArticlePageForm(WagtailAdminPageForm):
    """Checks an article as a whole. A draft may be incomplete, but never contradictory."""

    def clean(self) -> dict[str, Any]:
        """Check languages, repetitions and, before publication, the summary."""
        cleaned = super().clean()
        self._check_links("topic_links", "topic")
        self._check_links("author_links", "author")
        self._check_links("related_links", "article", any_language=True)
        contact = cleaned.get("contact")
        if contact and contact.locale_id != self.instance.locale_id:
            self.add_error("contact", self._wrong_language(contact))
        for form in self._filled("related_links"):
            if form.cleaned_data["article"].pk == self.instance.pk:
                form.add_error("article", _("An article can't be related to itself."))
        summary = cleaned.get("summary") or ""
        if not self.is_deferred_validation and len(summary.strip()) < SUMMARY_AT_LEAST:
            message = _("Write at least %(count)d characters: lists and search show this text.")
            self.add_error("summary", message % {"count": SUMMARY_AT_LEAST})
        return cleaned

    def _filled(self, name: str) -> list[Any]:
        """Return the forms of one relation that stay, with something chosen."""
        formset = self.formsets.get(name)
        forms = formset.forms if formset is not None else []
        return [
            form
            for form in forms
            if form.is_valid()
            and not form.cleaned_data.get("DELETE")
            and any(form.cleaned_data.get(field) for field in form.fields if field != "ORDER")
        ]

    def _check_links(self, name: str, field: str, *, any_language: bool = False) -> None:
        seen: set[Any] = set()
        for form in self._filled(name):
            chosen = form.cleaned_data.get(field)
            if chosen is None:
                continue
            if chosen.translation_key in seen:
                form.add_error(field, _("“%(name)s” stands here twice.") % {"name": chosen})
            elif not any_language and chosen.locale_id != self.instance.locale_id:
                form.add_error(field, self._wrong_language(chosen))
            seen.add(chosen.translation_key)

    def _wrong_language(self, chosen: Any) -> str:
        words = {"name": chosen, "language": self.instance.locale.get_display_name()}
        return _("“%(name)s” is in another language. Choose its entry in %(language)s.") % words


class ArticleIndexPageForm(WagtailAdminPageForm):
    """Checks which articles a newsroom pins."""

    def clean(self) -> dict[str, Any]:
        """Require pinned articles to be of this newsroom, each once."""
        cleaned = super().clean()
        formset = self.formsets.get("pinned_links")
        seen: set[Any] = set()
        for form in formset.forms if formset is not None else []:
            if not form.is_valid() or form.cleaned_data.get("DELETE"):
                continue
            article = form.cleaned_data.get("article")
            if article is None:
                continue
            if article.translation_key in seen:
                form.add_error("article", _("“%(name)s” stands here twice.") % {"name": article})
            # An article of this newsroom's other language stands for its translation.
            elif article.get_parent().translation_key != self.instance.translation_key:
                message = _("“%(name)s” is not an article of this newsroom.")
                form.add_error("article", message % {"name": article})
            seen.add(article.translation_key)
        return cleaned
