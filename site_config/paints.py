"""The paint box: the named colours that an editor can give a topic, a project or a band."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Paint(models.TextChoices):
    """A paint is one class of the style sheet, ``p-<value>``; it never carries meaning alone."""

    SAFFRON = "saffron", _("Saffron")
    PERSIMMON = "persimmon", _("Persimmon")
    ROSE = "rose", _("Rose")
    CARMINE = "carmine", _("Carmine")
    LIME = "lime", _("Lime")
    PARK = "park", _("Park green")
    SKY = "sky", _("Sky")
    BLUE = "blue", _("Blue")
    DAJTI = "dajti", _("Dajti violet")


# Paints that have a light plane on which text is read at 7:1 or more.
WALL_PAINTS = ("saffron", "persimmon", "rose", "lime", "sky", "park")
