"""The terms of CAP 1.2 in which alerts speak, each in plain words for staff and readers."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Level(models.TextChoices):
    """How bad it is; the order is that in which banners stand."""

    RED = "red", _("Red: danger to life")
    ORANGE = "orange", _("Orange: serious danger")
    YELLOW = "yellow", _("Yellow: take care")
    NOTICE = "notice", _("Notice: good to know")

    @property
    def severity(self) -> str:
        """The same in the words of CAP (§3.2.2)."""
        return {"red": "Extreme", "orange": "Severe", "yellow": "Moderate"}.get(self.value, "Minor")

    @property
    def title(self) -> str:
        """What stands above the headline."""
        return str(
            {
                "red": _("Red alert"),
                "orange": _("Orange alert"),
                "yellow": _("Yellow alert"),
            }.get(self.value, pgettext_lazy("kind of alert", "Notice"))
        )

    @property
    def is_pressing(self) -> bool:
        """Whether people must hear of it at once, however seldom they want mail."""
        return self.value in {"red", "orange"}

    @property
    def rank(self) -> int:
        """Its place among banners; the worst is 0."""
        return list(type(self)).index(self)


class Message(models.TextChoices):
    """What a version does to the one before it (CAP 1.2 §3.2.1, msgType)."""

    ALERT = "Alert", pgettext_lazy("kind of message", "First warning")
    UPDATE = "Update", pgettext_lazy("kind of message", "Update")
    CANCEL = "Cancel", pgettext_lazy("kind of message", "Cancellation")


class Category(models.TextChoices):
    """What an alert is about."""

    WEATHER = "Met", pgettext_lazy("kind of alert", "Weather")
    GROUND = "Geo", pgettext_lazy("kind of alert", "Earthquake or landslide")
    FIRE = "Fire", pgettext_lazy("kind of alert", "Fire")
    HEALTH = "Health", pgettext_lazy("kind of alert", "Health")
    WATER_AND_AIR = "Env", pgettext_lazy("kind of alert", "Air, water or environment")
    TRANSPORT = "Transport", pgettext_lazy("kind of alert", "Roads and transport")
    SUPPLY = "Infra", pgettext_lazy("kind of alert", "Power, water supply or network")
    SAFETY = "Safety", pgettext_lazy("kind of alert", "Public safety")
    SECURITY = "Security", pgettext_lazy("kind of alert", "Police and security")
    RESCUE = "Rescue", pgettext_lazy("kind of alert", "Rescue")
    HAZARD = "CBRNE", pgettext_lazy("kind of alert", "Dangerous substance")
    OTHER = "Other", pgettext_lazy("kind of alert", "Something else")


class Urgency(models.TextChoices):
    """When people must act."""

    IMMEDIATE = "Immediate", pgettext_lazy("when to act", "At once")
    EXPECTED = "Expected", pgettext_lazy("when to act", "Within the next hour")
    FUTURE = "Future", pgettext_lazy("when to act", "Later")
    UNKNOWN = "Unknown", pgettext_lazy("when to act", "Not known")


class Certainty(models.TextChoices):
    """How sure it is."""

    OBSERVED = "Observed", pgettext_lazy("how sure", "It is happening")
    LIKELY = "Likely", pgettext_lazy("how sure", "Likely")
    POSSIBLE = "Possible", pgettext_lazy("how sure", "Possible")
    UNKNOWN = "Unknown", pgettext_lazy("how sure", "Not known")
