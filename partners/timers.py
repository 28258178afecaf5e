"""What partners do by the clock: at midnight, and each day."""

from partners.purging import purge_after_midnight
from partners.reminding import remind_of_renewals
from partners.services import apply_all_terms
from site_config.days import city_today
from site_config.locks import only_here
from site_config.models.timers import TimerRun
from site_config.timers import Timer, once_a_day


def begin_the_day() -> None:
    """Let logos come and leave with the first round after the city's midnight."""
    with only_here("timers.partners_midnight") as mine:
        if mine and TimerRun.objects.claim("partners_midnight", city_today()):
            apply_all_terms(city_today())
            purge_after_midnight()


def look_after_partners() -> None:
    """Turn the day, and remind of terms that end."""
    begin_the_day()
    once_a_day("renewals", remind_of_renewals)


def partner_timer() -> Timer:
    """Return the work of every minute."""
    return Timer("partners", look_after_partners)
