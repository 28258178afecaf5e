from gallery.models.albums import AlbumPage
from gallery.models.chapters import VideoChapter
from gallery.models.galleries import GalleryIndexPage
from gallery.models.media import GalleryMedia, MediaText
from gallery.models.photos import AlbumPhoto
from gallery.models.videos import VideoPage

__all__ = [
    "AlbumPage",
    "AlbumPhoto",
    "GalleryIndexPage",
    "GalleryMedia",
    "MediaText",
    "VideoChapter",
    "VideoPage",
]
