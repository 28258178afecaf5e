"""One alert of the past: a night of heavy rain, with its update. None runs, so pages are calm."""

from uuid import UUID

from home.demo.city import City
from home.demo.content.alerts import RAIN, VERSIONS
from site_config.models import Alert, AlertVersion, AlertWording


def load(city: City) -> None:
    """Store the alert as it went out then; nobody is told of it now."""
    alert, is_new = Alert.objects.get_or_create(
        uid=UUID(RAIN), defaults={"made_at": city.moment(VERSIONS[0].starts)}
    )
    if not is_new:
        return
    for number, said in enumerate(VERSIONS, start=1):
        starts, ends = city.moment(said.starts), city.moment(said.ends)
        version = AlertVersion.objects.create(
            alert=alert,
            number=number,
            message=said.message,
            level=said.level,
            category="Met",
            urgency=said.urgency,
            certainty=said.certainty,
            starts_at=starts,
            ends_at=ends,
            made_at=starts,
            published_at=starts,
            spread_at=starts,
            told_at=starts,
            cleared_at=ends,
        )
        for language, words in said.words.items():
            AlertWording.objects.create(version=version, language=language, **words)
