"""Lists of all pages of one type, in the admin's menu."""

from django.http import HttpRequest
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.pages import PageListingViewSet
from wagtail.permissions import page_permission_policy


class PageListMenuItem(MenuItem):
    """Leads to a list of pages, for those who write some."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether this person writes pages; the list would refuse others, or be empty."""
        return page_permission_policy.user_has_any_permission(request.user, {"add", "publish"})


class PageListViewSet(PageListingViewSet):
    """A list of all pages of one type, which only those who write pages find in the menu."""

    menu_item_class = PageListMenuItem
