"""What a plain text becomes in HTML: words, buttons, and links of the portal alone."""

import pytest
from django.conf import settings

from site_config.mail_frame import (
    Line,
    Paragraph,
    in_mail_frame,
    paragraphs_of_words,
    split_paragraphs,
)
from site_config.shell import Shell, shell_for

pytestmark = pytest.mark.django_db

OWN = f"{settings.WAGTAILADMIN_BASE_URL}/en/news/"
ELSEWHERE = "https://elsewhere.example/news/"


@pytest.fixture
def portal(site) -> Shell:
    return shell_for(None)


def test_an_address_alone_is_a_button(portal):
    assert split_paragraphs(f"Look:\n\n{OWN}\n\nBye", portal) == [
        Paragraph([Line("Look:")]),
        Paragraph(url=OWN),
        Paragraph([Line("Bye")]),
    ]


def test_an_address_of_the_portal_below_words_is_a_button_under_them(portal):
    assert split_paragraphs(f"Look:\n{OWN}", portal) == [
        Paragraph([Line("Look:")]),
        Paragraph(url=OWN),
    ]


def test_a_name_before_an_address_of_the_portal_is_its_link(portal):
    [paragraph] = split_paragraphs(f"When: at 8:00\nMore about it: {OWN}", portal)

    assert paragraph.lines == [Line("When: at 8:00"), Line("More about it", OWN)]


def test_what_leads_elsewhere_stays_words(portal):
    lookalike = f"{settings.WAGTAILADMIN_BASE_URL}.elsewhere.example/"
    text = f"Read {OWN}\nRead: {ELSEWHERE}\nRead: {lookalike}\n{ELSEWHERE}"

    [paragraph] = split_paragraphs(text, portal)

    assert [line.url for line in paragraph.lines] == ["", "", "", ""]
    assert paragraph.url == ""


def test_what_somebody_wrote_gets_no_link():
    text = f"First\nline\n\n{OWN}\n \nMore: {OWN}"

    assert paragraphs_of_words(text) == [
        Paragraph([Line("First"), Line("line")]),
        Paragraph([Line(OWN)]),
        Paragraph([Line(f"More: {OWN}")]),
    ]


@pytest.mark.parametrize("text", ["", "\n \n\n", " "])
def test_nothing_is_no_paragraph(portal, text):
    assert split_paragraphs(text, portal) == paragraphs_of_words(text) == []


def test_the_frame_is_in_the_readers_language_and_escapes_what_it_is_given(portal):
    paragraphs = [Paragraph([Line("<b>1</b>"), Line("More & more", OWN)]), Paragraph(url=OWN)]

    html = in_mail_frame(subject="<i>", paragraphs=paragraphs, portal=portal, language="sq")

    assert '<html lang="sq"' in html
    assert "&lt;i&gt;</h1>" in html
    assert "&lt;b&gt;1&lt;/b&gt;<br>" in html
    assert f'href="{OWN}"' in html
    assert ">More &amp; more</a>" in html
    assert ">Hap lidhjen</a>" in html
