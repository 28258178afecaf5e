"""The table: every address of the portal, and how it answers each role (SECURITY.md §2)."""

from tests.url_matrix.rows import Row
from tests.url_matrix.table.accounts import ACCOUNTS
from tests.url_matrix.table.administration import ADMINISTRATION
from tests.url_matrix.table.comments import COMMENTS
from tests.url_matrix.table.desk import DESK
from tests.url_matrix.table.files import FILES
from tests.url_matrix.table.pages import PAGES
from tests.url_matrix.table.public import PUBLIC
from tests.url_matrix.table.snippets import SNIPPETS
from tests.url_matrix.table.translations import TRANSLATIONS

TABLE: tuple[Row, ...] = (
    *PUBLIC,
    *ACCOUNTS,
    *COMMENTS,
    *DESK,
    *PAGES,
    *FILES,
    *SNIPPETS,
    *TRANSLATIONS,
    *ADMINISTRATION,
)
