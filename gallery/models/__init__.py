from gallery.models.albums import AlbumPage
from gallery.models.chapters import VideoChapter
from gallery.models.galleries import GalleryIndexPage
from gallery.models.media import GalleryMedia, MediaText
from gallery.models.photos import AlbumPhoto
from gallery.models.rights import Consent, RightsChange, Work
from gallery.models.submissions import MediaSubmission, RejectedFor
from gallery.models.takedowns import TakeDownRequest
from gallery.models.videos import VideoPage

__all__ = [
    "AlbumPage",
    "AlbumPhoto",
    "Consent",
    "GalleryIndexPage",
    "GalleryMedia",
    "MediaSubmission",
    "MediaText",
    "RejectedFor",
    "RightsChange",
    "TakeDownRequest",
    "VideoChapter",
    "VideoPage",
    "Work",
]
