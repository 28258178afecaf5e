"""How staff list and edit news, authors and contacts in the admin."""

from typing import Any

from django.db.models import QuerySet
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from django_filters import DateFromToRangeFilter, ModelMultipleChoiceFilter
from wagtail.admin.filters import DateRangePickerWidget
from wagtail.admin.ui.tables import Column, DateColumn, LocaleColumn
from wagtail.admin.views.pages.listing import ExplorableIndexView, PageFilterSet
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from articles.models import ArticlePage, Author, Contact
from site_config.models.topics import Topic


class TopicsFilter(ModelMultipleChoiceFilter):
    """Articles on any of the chosen topics."""

    def filter(self, qs: QuerySet, value: Any) -> QuerySet:
        """Return the articles on them; all of them where nothing is chosen."""
        return qs.filter(pk__in=ArticlePage.objects.about(*value).values("pk")) if value else qs


class ArticleFilterSet(PageFilterSet):
    """The filters of the list of articles."""

    date = DateFromToRangeFilter(label=_("Date for readers"), widget=DateRangePickerWidget)
    topic = TopicsFilter(
        label=_("Topic"),
        queryset=Topic.objects.select_related("locale"),
        widget=CheckboxSelectMultiple,
    )

    class Meta:
        model = ArticlePage
        fields: list[str] = []


class ArticleIndexView(ExplorableIndexView):
    """The articles of a newsroom, with their topics read at once."""

    def annotate_queryset(self, pages: QuerySet) -> QuerySet:
        """Read the topics of all listed articles together."""
        return super().annotate_queryset(pages).with_topics()


def _article_columns() -> list[Column]:
    columns = [
        column
        for column in ExplorableIndexView.base_columns
        if column.name not in {"latest_revision_created_at", "type"}
    ]
    own = [
        DateColumn("date", label=_("Date for readers"), sort_key="date", width="14%"),
        Column("topic_names", label=_("Topics"), width="20%"),
    ]
    return [*columns[:-1], *own, *columns[-1:]]


class ArticleViewSet(PageViewSet):
    """Articles in the page explorer, with what their editors look for."""

    model = ArticlePage
    icon = "doc-full-inverse"
    index_view_class = ArticleIndexView
    columns = _article_columns()
    filterset_class = ArticleFilterSet
    ordering = "-date"


class AuthorViewSet(SnippetViewSet):
    """Those who sign articles."""

    model = Author
    icon = "user"
    menu_label = _("Authors")
    list_display = ["name", "role", LocaleColumn()]
    list_export = ["name", "role", "email", "locale"]
    ordering = ["name"]


class ContactViewSet(SnippetViewSet):
    """Offices that answer questions."""

    model = Contact
    icon = "mail"
    menu_label = _("Contacts")
    list_display = ["name", "role", "email", "phone", LocaleColumn()]
    list_export = ["name", "role", "email", "phone", "hours", "locale"]
    ordering = ["name"]


class NewsGroup(SnippetViewSetGroup):
    """What the newsroom's articles refer to."""

    items = (AuthorViewSet, ContactViewSet)
    menu_label = _("Newsroom")
    menu_icon = "doc-full-inverse"
    menu_order = 210
