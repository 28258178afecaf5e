"""What campaigns do by the clock."""

from campaigns import announcing
from campaigns.news import announce_news
from campaigns.purging import purge_after_many
from site_config.locks import only_here
from site_config.timers import Timer


def tell_and_purge() -> None:
    """Look for news and outcomes, in one process alone, and forget copies with an early count."""
    purge_after_many()
    with only_here("timers.campaigns") as mine:
        if mine:
            announce_news()
    announcing.announce_outcomes()
    announcing.finish_announcements()


def campaign_timer() -> Timer:
    """Return the work of every minute."""
    return Timer("campaigns", tell_and_purge)
