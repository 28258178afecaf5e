"""The table: every address of the portal, and how it answers each role (SECURITY.md §2)."""

from tests.url_matrix.rows import Row
from tests.url_matrix.table.accounts import ACCOUNTS
from tests.url_matrix.table.administration import ADMINISTRATION
from tests.url_matrix.table.alerts import ALERTS
from tests.url_matrix.table.campaigns import CAMPAIGNS
from tests.url_matrix.table.comments import COMMENTS
from tests.url_matrix.table.contributions import CONTRIBUTIONS
from tests.url_matrix.table.desk import DESK
from tests.url_matrix.table.events import EVENTS
from tests.url_matrix.table.files import FILES
from tests.url_matrix.table.gallery import GALLERY
from tests.url_matrix.table.library import LIBRARY
from tests.url_matrix.table.pages import PAGES
from tests.url_matrix.table.partner_desk import PARTNER_DESK
from tests.url_matrix.table.public import PUBLIC
from tests.url_matrix.table.snippets import SNIPPETS
from tests.url_matrix.table.subscriptions import SUBSCRIPTIONS
from tests.url_matrix.table.translations import TRANSLATIONS
from tests.url_matrix.table.visits import VISITS

TABLE: tuple[Row, ...] = (
    *PUBLIC,
    *VISITS,
    *ACCOUNTS,
    *ALERTS,
    *COMMENTS,
    *CAMPAIGNS,
    *CONTRIBUTIONS,
    *DESK,
    *EVENTS,
    *PAGES,
    *PARTNER_DESK,
    *FILES,
    *LIBRARY,
    *GALLERY,
    *SNIPPETS,
    *SUBSCRIPTIONS,
    *TRANSLATIONS,
    *ADMINISTRATION,
)
