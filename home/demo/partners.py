"""The partners of the demo city, in three tiers, with logos and contributions."""

from datetime import timedelta
from functools import partial

from django.utils.html import format_html, format_html_join
from wagtail.models import Page

from home.demo.assets import LOGOS_COLLECTION
from home.demo.city import City
from home.demo.library.partners import (
    CALL_TEXT,
    CALL_TITLE,
    INTRO,
    LOGOS,
    PARTNERS,
    TIERS,
    Partner,
)
from home.demo.library.words import Words
from home.demo.stories import raw_block
from partners.logos import LOGO_SPECS
from partners.models import PartnerIndexPage, PartnerPage, PartnerTier

TITLE = Words("Sustaining Partners", "Partnerët mbështetës")
SLUG = Words("partners", "partneret")
WRITE_TO_US = Words("Write to us", "Na shkruani")
WORKS_TITLE = Words("What the money does", "Ku shkojnë paratë")
LOGO_SIZES = {"main": "large", "sustaining": "medium", "friends": "medium"}
VARIANTS = {
    "colour": ("logo", Words("logo", "logo")),
    "white": ("logo_white", Words("logo for dark ground", "logo për sfond të errët")),
    "print": ("logo_print", Words("logo for print", "logo për shtyp")),
}


def load(city: City) -> None:
    """Make the tiers, the list of partners and a page for each of them, in both languages."""
    tiers = {language: _tiers(city, language) for language in city.languages}
    for language in city.languages:
        index = _index(city, language)
        for done, partner in enumerate(PARTNERS.values(), start=1):
            _partner(city, index, partner, tiers[language][partner.tier], language)
            city.say(f"{partner.name} ({language})", done, len(PARTNERS))


def _tiers(city: City, language: str) -> dict[str, PartnerTier]:
    """Return the tiers of one language by key; those of both languages are translations."""
    made = {}
    for order, tier in enumerate(TIERS, start=1):
        found = PartnerTier.objects.filter(
            locale=city.locale(language), translation_key=city.translation_key(f"tier:{tier.key}")
        ).first()
        if found is None:
            benefits = format_html_join(
                "", "<li>{}</li>", ((text.in_language(language),) for text in tier.benefits)
            )
            found = PartnerTier.objects.create(
                locale=city.locale(language),
                translation_key=city.translation_key(f"tier:{tier.key}"),
                name=tier.name.in_language(language),
                terms=tier.condition.in_language(language),
                benefits=format_html(
                    "<p>{}</p><ul>{}</ul>", tier.text.in_language(language), benefits
                ),
                paint=tier.paint,
                logo_size=LOGO_SIZES[tier.key],
                sort_order=order,
            )
        made[tier.key] = found
    return made


def _index(city: City, language: str) -> Page:
    contact = city.find_page("contact", language)
    links = []
    if contact is not None:
        button = {"text": WRITE_TO_US.in_language(language), "page": contact.pk, "address": ""}
        links.append(raw_block("link", button))
    page = PartnerIndexPage(
        title=TITLE.in_language(language),
        slug=SLUG.in_language(language),
        summary=INTRO.in_language(language)[:250],
        intro=format_html("<p>{}</p>", INTRO.in_language(language)),
        call_title=CALL_TITLE.in_language(language),
        call_text=CALL_TEXT.in_language(language),
        call_links=links,
        drawing="tile-community",
    )
    return city.add_page(city.home(language), page, "partners")


def _partner(city: City, index: Page, partner: Partner, tier: PartnerTier, language: str) -> None:
    key = f"partner:{partner.key}"
    if city.find_page(key, language) is not None:
        return
    story = [("paragraph", f"<p>{text.in_language(language)}</p>") for text in partner.body]
    page = PartnerPage(
        title=partner.name,
        slug=partner.slug,
        summary=partner.intro.in_language(language),
        tier=tier,
        starts_on=city.today + timedelta(days=partner.starts_in),
        ends_on=(None if partner.ends_in is None else city.today + timedelta(days=partner.ends_in)),
        since=partner.since,
        body=city.story(story, language),
        works_title=WORKS_TITLE.in_language(language) if partner.work else "",
        works=[
            raw_block(
                "work",
                {
                    "title": work.title.in_language(language),
                    "text": work.text.in_language(language),
                    "picture": city.picture(work.picture).pk,
                    "page": index.pk,
                    "address": "",
                },
            )
            for work in partner.work
        ],
        contributions=[
            raw_block(
                "contribution",
                {
                    "year": given.year,
                    "purpose": given.purpose.in_language(language),
                    "amount": given.amount,
                    "contract": None,
                },
            )
            for given in partner.contributions
        ],
        website=partner.website,
        links=[
            raw_block(
                "link",
                {
                    "text": link.label.in_language(language),
                    "address": link.url,
                    "page": None,
                },
            )
            for link in partner.links
        ],
        contact_name=f"{partner.contact.name}, {partner.contact.role.in_language(language)}",
        contact_email=partner.contact.email,
        **_logos(city, partner),
    )
    city.add_page(index, page, key)


def _logos(city: City, partner: Partner) -> dict[str, object]:
    """Store a partner's three logos and return them by field."""
    fields = {}
    for variant, (field, words) in VARIANTS.items():
        image = city.store_picture(
            f"logo-{partner.key}-{variant}",
            partial((LOGOS / partner.logo(variant)).open, "rb"),
            title=f"{partner.name}: {words.sq}",
            alt=partner.name,
            credit=partner.name,
            licence="all-rights-reserved",
            collection=LOGOS_COLLECTION,
            suffix="png",
        )
        image.get_renditions(*LOGO_SPECS)
        fields[field] = image
    return fields
