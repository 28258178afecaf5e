"""The list of messages that belongs to one contact page."""

from wagtail.contrib.forms.views import SubmissionsListView

from site_config.exports import NeutralExportMixin


class SubmissionsView(NeutralExportMixin, SubmissionsListView):
    """Messages of a page, exported without formulas."""
