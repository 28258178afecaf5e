"""The demo's campaigns, events and projects, with the three lists that hold them."""

import re
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from campaigns.models import (
    CampaignIndexPage,
    CampaignPage,
    CampaignPartner,
    CampaignUpdate,
    EventException,
    EventIndexPage,
    EventPage,
    ProjectIndexPage,
    ProjectPage,
    ProjectPhase,
    ProjectState,
    Repeats,
)
from home.demo.city import City
from home.demo.content.articles import CONTACTS
from home.demo.content.campaigns import CAMPAIGNS
from home.demo.content.dates import day_of, fill, moment_of
from home.demo.content.events import EVENTS
from home.demo.content.events import TIME_ZONE as ZONE
from home.demo.content.navigation import SECTIONS
from home.demo.content.projects import PROJECTS
from home.demo.library.words import Words
from home.demo.stories import raw_block, raw_list

# The lists of the demo that have no section of their own in the menu.
CALENDAR_TITLE = Words("Calendar", "Kalendari")
CALENDAR_SLUG = Words("calendar", "kalendari")
CALENDAR_INTRO = Words(
    "<p>What takes place in the city: events of the campaigns, and others. Subscribe once, and your "
    "own calendar keeps itself up to date.</p>",
    "<p>Çfarë ndodh në qytet: ngjarjet e fushatave dhe të tjera. Abonohuni një herë dhe kalendari "
    "juaj përditësohet vetë.</p>",
)
CALENDAR_SUMMARY = Words(
    "All events of the city by day, also for your own calendar.",
    "Të gjitha ngjarjet e qytetit sipas ditës, edhe për kalendarin tuaj.",
)
PROJECTS_TITLE = Words("Projects", "Projekte")
PROJECTS_SLUG = Words("projects", "projekte")
PROJECTS_INTRO = Words(
    "<p>What the city works on for longer: who takes part, what it costs and how far it is.</p>",
    "<p>Për çfarë punon qyteti më gjatë: kush merr pjesë, sa kushton dhe ku ka arritur.</p>",
)
PROJECTS_SUMMARY = Words(
    "The projects of the city with their phases, participants and money.",
    "Projektet e qytetit me fazat, pjesëmarrësit dhe paratë e tyre.",
)
# What the city does next, by campaign.
NEXT_STEPS = {
    "green-cities": Words(
        "The trees that did not survive are replaced in November, each in the street that asked "
        "for it.",
        "Pemët që nuk mbijetuan zëvendësohen në nëntor, secila në rrugën që e kërkoi.",
    ),
    "safe-routes": Words(
        "Every reported place gets a date within two weeks, and the count of the last morning is "
        "published school by school.",
        "Çdo vend i njoftuar merr një datë brenda dy javësh, kurse numërimi i mëngjesit të fundit "
        "botohet për çdo shkollë.",
    ),
    "hands-for-the-lana": Words(
        "Two weeks before the first Saturday everybody who wrote gets the meeting place by e-mail.",
        "Dy javë para së shtunës së parë, kushdo që ka shkruar e merr me e-mail vendin e takimit.",
    ),
}
# What residents choose from, where they take part on the page itself.
OPTIONS = {
    "green-cities": (
        Words("Adopt and water a tree for two summers", "Birësoj dhe ujis një pemë për dy vera"),
        Words("Leave the car at home once a week", "E lë makinën në shtëpi një herë në javë"),
        Words("Save one unit of energy a day", "Kursej një njësi energji në ditë"),
        Words("Measure my roof for solar panels", "E mat çatinë time për panele diellore"),
    ),
    "safe-routes": (
        Words("Monday or Tuesday morning", "Të hënën ose të martën në mëngjes"),
        Words("Wednesday or Thursday morning", "Të mërkurën ose të enjten në mëngjes"),
        Words("Friday morning", "Të premten në mëngjes"),
        Words("Whenever somebody is missing", "Sa herë që mungon dikush"),
    ),
}
THANKS = {
    "green-cities": Words(
        "If you adopt a tree, its number comes with the next letter of the parks service.",
        "Nëse birësoni një pemë, numri i saj vjen me letrën e ardhshme të shërbimit të parqeve.",
    ),
    "safe-routes": Words(
        "The school calls back within three days. Have the name of the school at hand.",
        "Shkolla ju kontakton brenda tri ditësh. Mbajeni gati emrin e shkollës.",
    ),
}
# What the mail to those who took part says.
OUTCOMES = {
    "green-cities": Words(
        "Of 6,340 pledges, 1,208 became trees; 1,131 of them lived through the first summer.",
        "Nga 6.340 premtime, 1.208 u bënë pemë; 1.131 prej tyre e kaluan verën e parë.",
    ),
}
# How long after the last day the city allows itself for the results.
DAYS_TO_RESULTS = 30


def load(city: City) -> None:
    """Make the lists, then everything in them, in each language."""
    pieces: list[tuple[Callable[[City, Mapping[str, Any], str], None], Mapping[str, Any]]] = [
        *((add_campaign, words) for words in CAMPAIGNS),
        *((add_project, words) for words in PROJECTS),
        *((add_event, words) for words in EVENTS),
    ]
    for language in city.languages:
        add_lists(city, language)
    for done, (add, words) in enumerate(pieces, start=1):
        for language in city.languages:
            if city.find_page(words["key"], language) is None:
                add(city, fill(dict(words), language, city.today), language)
        city.say(city.text(words["title"], "en"), done, len(pieces))


def add_lists(city: City, language: str) -> None:
    """Make the list of campaigns, the calendar and the list of projects."""
    section = next(section for section in SECTIONS if section["key"] == "campaigns")
    home = city.home(language)
    campaigns = CampaignIndexPage(
        title=city.text(section["title"], language),
        slug=city.text(section["slug"], language),
        intro=f"<p>{city.text(section['intro'], language)}</p>",
        summary=city.text(section["seo_description"], language),
        drawing="tile-environment",
        show_in_menus=True,
    )
    city.add_page(home, campaigns, "campaigns")
    calendar = EventIndexPage(
        title=CALENDAR_TITLE.in_language(language),
        slug=CALENDAR_SLUG.in_language(language),
        intro=CALENDAR_INTRO.in_language(language),
        summary=CALENDAR_SUMMARY.in_language(language),
        drawing="tile-community",
    )
    city.add_page(home, calendar, "calendar")
    projects = ProjectIndexPage(
        title=PROJECTS_TITLE.in_language(language),
        slug=PROJECTS_SLUG.in_language(language),
        intro=PROJECTS_INTRO.in_language(language),
        summary=PROJECTS_SUMMARY.in_language(language),
        drawing="tile-transport",
    )
    city.add_page(home, projects, "projects")
    address = f"{city.page('calendar', language).url}{EventIndexPage.calendar_filename}"
    city.feeds.setdefault("events-calendar", {})[language] = address


def base_fields(city: City, words: Mapping[str, Any], language: str) -> dict[str, Any]:
    """Return the fields that every page of this chapter has."""
    fields = {
        "title": city.text(words["title"], language),
        "slug": city.text(words["slug"], language),
        "summary": city.text(words["summary"], language),
        "search_description": city.text(words.get("seo_description"), language) or "",
        "paint": words["paint"],
        "drawing": words.get("drawing", ""),
    }
    if picture := words.get("picture"):
        fields["listing_image"] = city.picture(picture["picture"])
        fields["listing_image_alt"] = city.text(picture["alt"], language)
    return fields


def responsibility(city: City, words: Mapping[str, Any], language: str) -> dict[str, str]:
    """Return the office in charge with its address."""
    contact = next((one for one in CONTACTS if one["key"] == words.get("contact")), None)
    if contact is None:
        return {}
    return {
        "responsible": city.text(contact["name"], language),
        "contact_email": contact["email"],
    }


def add_campaign(city: City, words: Mapping[str, Any], language: str) -> None:
    """Make one campaign with its updates."""

    def text(value: Any) -> Any:
        return city.text(value, language)

    goal = words["goal"]
    ends_on = day_of(words["ends"], city.today)
    campaign = CampaignPage(
        **base_fields(city, words, language),
        **responsibility(city, words, language),
        starts_on=day_of(words["starts"], city.today),
        ends_on=ends_on,
        key_day=day_of(words["highlight"], city.today) if words.get("highlight") else None,
        next_step=NEXT_STEPS[words["key"]].in_language(language),
        results_expected_on=ends_on.fromordinal(ends_on.toordinal() + DAYS_TO_RESULTS),
        why=city.story(words["why"], language),
        steps=[
            raw_block(
                "step",
                {"title": text(step["title"]), "text": text(step["text"]), "paint": paint},
            )
            for step, paint in zip(
                words["can_do"], ("lime", "sky", "saffron", "rose", "persimmon"), strict=False
            )
        ],
        action=[action_of(city, words, language)],
        goal=goal["number"],
        reached=goal["reached"],
        goal_unit=text(goal["unit"]),
        goal_text=text(goal["text"]),
        figures=[
            raw_block("figure", {"value": figure["value"], "label": text(figure["label"])})
            for figure in goal["figures"]
        ],
        questions=[
            raw_block(
                "question",
                {
                    "question": text(question["question"]),
                    "answer": city.rich(question["answer"], language),
                },
            )
            for question in words["faq"]
        ],
        sources=[
            raw_block("source", {"title": text(source["title"]), "url": source["url"]})
            for source in words["sources"]
        ],
        results=city.story(words["results"], language) if words["results"] else [],
        outcome_words=OUTCOMES[words["key"]].in_language(language)
        if words["key"] in OUTCOMES
        else "",
    )
    campaign.updates = [
        CampaignUpdate(
            date=day_of(update["date"], city.today),
            title=text(update["title"]),
            text=f"<p>{text(update['text'])}</p>",
            paint=update["paint"],
        )
        for update in words["updates"]
    ]
    campaign.campaign_partners = [
        CampaignPartner(partner_id=city.page(f"partner:{key}", language).pk)
        for key in words["partners"]
    ]
    city.add_page(city.page("campaigns", language), campaign, words["key"])


def action_of(city: City, words: Mapping[str, Any], language: str) -> dict[str, Any]:
    """Return the call to action of a campaign: one that is signed on its page, or followed."""
    action, key = words["action"], words["key"]
    value: dict[str, Any] = {
        "text": city.text(action["label"], language),
        "intro": city.text(action["intro"], language),
        "points": raw_list(city.text(point, language) for point in action["points"]),
    }
    if key not in OPTIONS:
        return raw_block("subscribe", value)
    value["options"] = [
        {"type": "item", "value": option.in_language(language), "id": option_id(key, number)}
        for number, option in enumerate(OPTIONS[key])
    ]
    value["thanks"] = THANKS[key].in_language(language)
    return raw_block(action["kind"], value)


def option_id(key: str, number: int) -> str:
    """Return what a promise to choose has in common in all languages."""
    return str(City.translation_key(f"{key} option {number}"))


def add_event(city: City, words: Mapping[str, Any], language: str) -> None:
    """Make one event."""
    start, end = (moment_of(words[edge], city.today) for edge in ("start", "end"))
    campaign = city.page(words["campaign"], language) if words["campaign"] else None
    event = EventPage(
        **base_fields(city, words, language),
        start_date=start.date(),
        start_time=start.time(),
        end_date=end.date() if end.date() != start.date() else None,
        end_time=end.time(),
        time_zone=ZONE,
        place=city.text(words["place"], language),
        address=city.text(words["address"], language),
        organiser=city.text(words["organiser"], language),
        accessibility=city.text(words.get("accessibility"), language) or "",
        cost=city.text(words["cost"], language),
        campaign=campaign,
        body=city.story(words["description"], language),
        registers_here="places" in words,
        capacity=words.get("places"),
    )
    if weeks := words.get("weeks"):
        event.repeats = Repeats.WEEKLY
        event.repeat_until = event.start_date + timedelta(weeks=weeks - 1)
        event.exceptions = [
            EventException(
                day=event.start_date + timedelta(weeks=week), note=city.text(note, language)
            )
            for week, note in words["left_out"].items()
        ]
    city.add_page(city.page("calendar", language), event, words["key"])


def add_project(city: City, words: Mapping[str, Any], language: str) -> None:
    """Make one project with its phases."""

    def text(value: Any) -> Any:
        return city.text(value, language)

    phases = [
        ProjectPhase(
            title=text(phase["title"]),
            text=text(phase["text"]),
            starts_on=day_of(phase["start"], city.today),
            ends_on=day_of(phase["end"], city.today),
            state=phase["state"],
            sort_order=order,
        )
        for order, phase in enumerate(words["phases"])
    ]
    project = ProjectPage(
        **base_fields(city, words, language),
        **responsibility(city, words, language),
        seo_title=text(words["short_title"]),
        state=state_of(phases),
        starts_on=min(phase.starts_on for phase in phases),
        ends_on=max(phase.ends_on for phase in phases),
        body=city.story(words["body"], language),
        milestones=[
            raw_block(
                "milestone",
                {
                    "date": day_of(entry["date"], city.today).isoformat(),
                    "title": text(entry["title"]),
                    "text": text(entry["text"]),
                    "paint": entry["paint"],
                },
            )
            for entry in words["timeline"]
        ],
        participants=[
            raw_block(
                "participant",
                {"name": text(one["name"]), "role": text(one["role"]), "url": ""},
            )
            for one in words["participants"]
        ],
        funding=[
            raw_block(
                "line",
                {
                    "source": text(item["source"]),
                    "amount": re.sub(r"\D", "", text(item["amount"])),
                    "currency": "ALL",
                    "note": "",
                },
            )
            for item in words["funding"]["items"]
        ],
    )
    project.phases = phases
    city.add_page(city.page("projects", language), project, words["key"])


def state_of(phases: list[ProjectPhase]) -> str:
    """Return the state of a project: that of its phases where they agree, else under way."""
    states = {phase.state for phase in phases}
    return states.pop() if len(states) == 1 else ProjectState.CURRENT
