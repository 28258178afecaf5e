"""Panels of the gallery's editors."""

from django.forms import Media
from django.forms.widgets import Script
from wagtail.admin.panels import MultipleChooserPanel
from wagtail.admin.telepath import register as register_telepath_adapter


class PhotosPanel(MultipleChooserPanel):
    """The photos of an album: chosen from the library, or dropped here many at a time."""

    @register_telepath_adapter
    class BoundPanel(MultipleChooserPanel.BoundPanel):
        template_name = "gallery/admin/photos_panel.html"

        @property
        def media(self) -> Media:
            """Bring the script that uploads, counts and moves photos."""
            script = Script("gallery/js/album_photos.js", type="module")
            return super().media + Media(js=[script])
