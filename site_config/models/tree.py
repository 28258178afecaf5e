"""Where a page stands in the tree, asked of the database as seldom as can be."""

from typing import Self

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, QuerySet
from django.http import Http404, HttpRequest
from django.utils.functional import cached_property
from wagtail.models import Page, PageQuerySet, PageViewRestriction
from wagtail.url_routing import RouteResult

from site_config.kept_answers.changes import state_of
from site_config.kept_answers.rows import kept_rows

# So many are written into a query; the database looks for more of them itself.
FEW_RESTRICTIONS = 20


def known_restricted_paths() -> list[str] | None:
    """Return the paths of pages that not everybody may read, as far as an answer may know them.

    Such queries are put together several times for a page. Elsewhere than in an answer that is
    kept until restrictions change, nothing is known, and the database is asked each time.
    """
    if not state_of(PageViewRestriction, Page):
        return None

    def read() -> list[str]:
        return list(PageViewRestriction.objects.values_list("page__path", flat=True).distinct())

    return kept_rows("restrictions", "", [PageViewRestriction, Page], read)


class TreeQuerySet(PageQuerySet):
    """Pages by their place in the tree."""

    def unrestricted(self, *, below: Page | None = None) -> Self:
        """Pages that anybody may read: what ``public()`` finds, without a query of its own.

        A search takes ``public()``, since search backends read only plain filters.

        Args:
            below: a page above them all. What restricts it restricts its list too, so whoever
                reads that may read them; only what restricts them further leaves them out.
        """
        paths = known_restricted_paths()
        if paths is not None and len(paths) <= FEW_RESTRICTIONS:
            found = self
            for path in paths:
                if below is None or len(path) > len(below.path):
                    found = found.exclude(path__startswith=path)
            return found
        above = PageViewRestriction.objects.annotate(
            path_below=ExpressionWrapper(OuterRef("path"), output_field=CharField())
        )
        if below is not None:
            above = above.filter(page__depth__gt=below.depth)
        return self.exclude(Exists(above.filter(path_below__startswith=F("page__path"))))


class TreeMixin:
    """Uses what routing has already read: each page keeps the one above it.

    Wagtail's router leaves the parent on the page that it serves, so the way up to the home page
    is known when a visitor's request arrives, and costs queries only elsewhere.
    """

    @cached_property
    def trail(self) -> list[Page]:
        """The published pages above this one, from the home page down."""
        chain = self._known_ancestors()
        if chain is None:
            return list(self.get_ancestors().filter(depth__gt=1).live())
        return [page for page in chain if page.live]

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Find the page of an address below this one.

        A page that is only passed on the way is not read in full.

        Raises:
            Http404: there is none.
        """
        if len(path_components) < 2:
            return super().route(request, path_components)
        slug, *rest = path_components
        read = self.get_children().filter(slug=slug).first
        child = kept_rows("passed", (self.path, slug), [Page], read)
        if child is None:
            raise Http404
        child._cached_parent_obj = self
        passed = child.specific_deferred
        result = passed.route(request, rest)
        if result.page is not passed:
            return result
        return child.specific.route(request, rest)

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        """Return the restrictions of this page and of all pages above it, in one query."""
        chain = self._known_ancestors()
        if chain is None or any(page.alias_of_id for page in (self, *chain)):
            return super().get_view_restrictions()
        paths = known_restricted_paths()
        if paths is not None and not any(self.path.startswith(path) for path in paths):
            return PageViewRestriction.objects.none()
        steps = range(self.steplen, len(self.path) + 1, self.steplen)
        return PageViewRestriction.objects.filter(
            page__path__in=[self.path[:length] for length in steps]
        )

    def _known_ancestors(self) -> list[Page] | None:
        """The pages above this one up to the home page, or None where one isn't at hand."""
        chain: list[Page] = []
        page = self
        while page.depth > 2:
            page = page.__dict__.get("_cached_parent_obj")
            if page is None:
                return None
            chain.insert(0, page)
        return chain
