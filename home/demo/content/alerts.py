"""The words of the demo's alert."""

from typing import NamedTuple

RAIN = "5f0c8f6e-2f0b-4a3f-9a63-2d2204142300"


class Said(NamedTuple):
    """One version of an alert, its moments in the city's time."""

    message: str
    level: str
    urgency: str
    certainty: str
    starts: str
    ends: str
    words: dict[str, dict[str, str]]


VERSIONS = (
    Said(
        message="Alert",
        level="orange",
        urgency="Expected",
        certainty="Likely",
        starts="2014-04-22T16:30",
        ends="2014-04-23T06:00",
        words={
            "sq": {
                "headline": "Shi i dendur: mos iu afroni brigjeve të Lanës",
                "text": "Nga mbrëmja priten reshje të dendura. Lana mund të dalë nga shtrati midis "
                "Urës së Tabakëve dhe Drejtorisë së Policisë.",
                "instruction": "Mos ecni dhe mos parkoni pranë lumit.\n"
                "Mbyllni dritaret e bodrumeve dhe ngrini çfarë prish uji.\n"
                "Mos kaloni me makinë nëpër rrugë të përmbytura.",
                "area": "Brigjet e Lanës",
            },
            "en": {
                "headline": "Heavy rain: stay away from the Lana banks",
                "text": "Heavy rain is expected from this evening. The Lana may leave its bed "
                "between the Tanners’ Bridge and the police headquarters.",
                "instruction": "Don’t walk or park beside the river.\n"
                "Close basement windows, and lift what water would spoil.\n"
                "Don’t drive through flooded streets.",
                "area": "The banks of the Lana",
            },
        },
    ),
    Said(
        message="Update",
        level="red",
        urgency="Immediate",
        certainty="Observed",
        starts="2014-04-22T21:10",
        ends="2014-04-23T06:00",
        words={
            "sq": {
                "note": "Lana ka dalë nga shtrati te Ura e Tabakëve. Aktivitetet e bulevardit "
                "kalojnë te Piramida.",
                "headline": "Lana ka dalë nga shtrati: largohuni nga brigjet",
                "text": "Uji ka mbuluar rrugën përgjatë Lanës. Aktivitetet e bulevardit kalojnë te "
                "Piramida.",
                "instruction": "Largohuni nga lumi dhe ngjituni në katet e sipërme.\n"
                "Mos zbrisni në bodrume.\n"
                "Nëse dikush është në rrezik, telefononi 112.",
                "area": "Brigjet e Lanës dhe rrugët përreth",
            },
            "en": {
                "note": "The Lana has left its bed at the Tanners’ Bridge. The boulevard events "
                "move to the Pyramid.",
                "headline": "The Lana is in flood: leave its banks",
                "text": "Water covers the road along the Lana. The boulevard events move to the "
                "Pyramid.",
                "instruction": "Move away from the river, and to the upper floors.\n"
                "Don’t go down into basements.\n"
                "Call 112 if somebody is in danger.",
                "area": "The banks of the Lana and the streets beside them",
            },
        },
    ),
)
