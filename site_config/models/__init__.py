from site_config.models.documents import SiteDocument
from site_config.models.images import SiteImage, SiteRendition
from site_config.models.outbox import OutboxMail
from site_config.models.pages import BasePage, IndexPage
from site_config.models.rate_counts import RateCount
from site_config.models.rights import AdminRight
from site_config.models.site_settings import Footer, Identity, MainMenu
from site_config.models.timers import TimerRun
from site_config.models.topics import Topic

__all__ = [
    "AdminRight",
    "BasePage",
    "Footer",
    "Identity",
    "IndexPage",
    "MainMenu",
    "OutboxMail",
    "RateCount",
    "SiteDocument",
    "SiteImage",
    "SiteRendition",
    "TimerRun",
    "Topic",
]
