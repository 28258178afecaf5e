"""The files of the demo: stored once, found again by their title in their collection."""

from collections.abc import Callable
from typing import IO

from django.core.files.base import ContentFile
from wagtail.models import Collection

from home.demo.library.pictures import PICTURES, open_picture
from site_config.models import SiteDocument, SiteImage
from site_config.pictures import prepare_renditions

# The collections that staff find the demo's files in.
PICTURES_COLLECTION = "City pictures"
COVERS_COLLECTION = "Publications"
LOGOS_COLLECTION = "Partners"
DOCUMENTS_COLLECTION = "Documents"
# The size of a picture beside a shared link (see partials/meta.html).
SOCIAL_SPEC = "fill-1200x630|format-jpeg"


class Assets:
    """Pictures and documents of the demo, by key."""

    def __init__(self) -> None:
        self._collections: dict[str, Collection] = {}
        self._pictures: dict[str, SiteImage] = {}
        self._documents: dict[str, SiteDocument] = {}

    def collection(self, name: str) -> Collection:
        """Return the collection of that name below the root, made on first use."""
        if name not in self._collections:
            root = Collection.get_first_root_node()
            found = root.get_children().filter(name=name).first()
            self._collections[name] = found or root.add_child(instance=Collection(name=name))
        return self._collections[name]

    def picture(self, key: str) -> SiteImage:
        """Return a picture of the city, or one that was stored under this key.

        Raises:
            KeyError: there is no such picture.
        """
        if key not in self._pictures:
            known = PICTURES[key]
            self.store_picture(
                key,
                lambda: open_picture(key),
                title=known.title.sq,
                alt=known.alt.sq,
                credit=known.credit,
                licence=known.licence,
                collection=PICTURES_COLLECTION,
                focal_point=known.focal_point,
            )
        return self._pictures[key]

    def store_picture(
        self,
        key: str,
        open_file: Callable[[], IO[bytes]],
        *,
        title: str,
        alt: str,
        collection: str,
        credit: str = "Smart City Tirana",
        licence: str = "cc-by-4.0",
        focal_point: tuple[int, int, int, int] | None = None,
        suffix: str = "jpg",
    ) -> SiteImage:
        """Store a picture with its usual sizes, unless its collection has one of that title.

        Args:
            key: the name under which `picture` returns it from now on.
            open_file: returns the file; called only where the picture is new.
            title: the name for staff, in Albanian.
            alt: the words for those who can't see it, in Albanian.
            collection: the collection's name.
            credit: who made it.
            licence: one of `Licence`'s values.
            focal_point: centre x and y, width and height, in the picture's pixels.
            suffix: the extension of the stored file.
        """
        shelf = self.collection(collection)
        image = SiteImage.objects.filter(collection=shelf, title=title).first()
        if image is None:
            with open_file() as stream:
                file = ContentFile(stream.read(), name=f"{key}.{suffix}")
            image = SiteImage(
                title=title,
                description=alt,
                credit=credit,
                licence=licence,
                collection=shelf,
                file=file,
            )
            if focal_point is not None:
                x, y, width, height = focal_point
                image.focal_point_x, image.focal_point_y = x, y
                image.focal_point_width, image.focal_point_height = width, height
            image.save()
        prepare_renditions(image)
        if collection == PICTURES_COLLECTION:
            image.get_renditions(SOCIAL_SPEC)
        self._pictures[key] = image
        return image

    def document(self, key: str) -> SiteDocument:
        """Return a document that was stored under this key.

        Raises:
            KeyError: no chapter has stored such a document yet.
        """
        return self._documents[key]

    def store_document(
        self,
        key: str,
        open_file: Callable[[], IO[bytes]],
        *,
        title: str,
        collection: str,
        language: str = "",
        suffix: str = "pdf",
    ) -> SiteDocument:
        """Store a document, unless its collection has one of that title.

        Args:
            key: the name under which `document` returns it from now on.
            open_file: returns the file; called only where the document is new.
            title: what readers see.
            collection: the collection's name.
            language: code of the language it is written in.
            suffix: the extension of the stored file.
        """
        shelf = self.collection(collection)
        document = SiteDocument.objects.filter(collection=shelf, title=title).first()
        if document is None:
            with open_file() as stream:
                file = ContentFile(stream.read(), name=f"{key}.{suffix}")
            document = SiteDocument(
                title=title, collection=shelf, language=language, file=file, file_size=file.size
            )
            document._set_document_file_metadata()
            document.save()
        self._documents[key] = document
        return document
