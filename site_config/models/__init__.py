from site_config.models.alerts import Alert, AlertVersion, AlertWording
from site_config.models.document_pages import DocumentPage
from site_config.models.documents import SiteDocument
from site_config.models.images import SiteImage, SiteRendition
from site_config.models.link_faults import LinkFault
from site_config.models.outbox import OutboxMail
from site_config.models.pages import BasePage, IndexPage
from site_config.models.rate_counts import RateCount
from site_config.models.rights import AdminRight
from site_config.models.site_settings import Footer, Identity, MainMenu
from site_config.models.table_changes import TableChange
from site_config.models.timers import TimerRun, TimerState
from site_config.models.topics import Topic
from site_config.models.visits import DailyTotal, VisitKind

__all__ = [
    "AdminRight",
    "Alert",
    "AlertVersion",
    "AlertWording",
    "BasePage",
    "DailyTotal",
    "DocumentPage",
    "Footer",
    "Identity",
    "IndexPage",
    "LinkFault",
    "MainMenu",
    "OutboxMail",
    "RateCount",
    "SiteDocument",
    "SiteImage",
    "SiteRendition",
    "TableChange",
    "TimerRun",
    "TimerState",
    "Topic",
    "VisitKind",
]
