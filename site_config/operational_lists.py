"""Lists that staff work through: who may see them, and where their rows are."""

from typing import Any

from wagtail_modeladmin.helpers import (
    AdminURLHelper,
    PageAdminURLHelper,
    PagePermissionHelper,
    PermissionHelper,
)


class NumberedRows:
    """Addresses of rows by number: anything else is no address at all."""

    def _get_object_specific_action_url_pattern(self, action: str) -> str:
        return rf"^{self.base_url_path}/{action}/(?P<instance_pk>[1-9][0-9]{{0,17}})/$"


class RowURLHelper(NumberedRows, AdminURLHelper):
    """Addresses of rows."""


class PageRowURLHelper(NumberedRows, PageAdminURLHelper):
    """Addresses of pages in a list; what is done to a page is done by Wagtail's own views."""


class PageListPermissions(PagePermissionHelper):
    """Who may see a list of all pages of a type, drafts and their contacts among them."""

    def user_can_list(self, user: Any) -> bool:
        """Whether the person has the right to view pages of this type."""
        return self.user_has_specific_permission(user, self.get_perm_codename("view"))


class ReadOnlyPermissions(PermissionHelper):
    """Rows come from the portal itself: nobody writes, changes or removes one by hand."""

    def user_can_create(self, user: Any) -> bool:
        """Offer no button to add a row."""
        return False

    def user_can_edit_obj(self, user: Any, obj: Any) -> bool:
        """Offer no form."""
        return False

    def user_can_delete_obj(self, user: Any, obj: Any) -> bool:
        """Offer no removal; retention removes what is old."""
        return False
