"""The documents that articles and projects offer for download."""

from home.demo.assets import DOCUMENTS_COLLECTION
from home.demo.city import City
from home.demo.content.documents import DOCUMENTS
from home.demo.library.publications import PDF


def load(city: City) -> None:
    """Store each document once."""
    for words in DOCUMENTS:
        path = PDF / f"{words['key']}.pdf"
        city.store_document(
            words["key"],
            lambda path=path: path.open("rb"),
            title=words["title"],
            language=words["language"],
            collection=DOCUMENTS_COLLECTION,
        )
