"""Two editors have one page open: who comes later is warned, and no version is lost."""

import re

import pytest
from wagtail.test.utils.form_data import querydict_from_html

from tests.faults.conftest import City
from tests.faults.readers import Reader

PING = re.compile(r"/admin/editing-sessions/ping/wagtailcore/page/\d+/\d+/")
REVISION = re.compile(r'name="revision_id" value="(\d+)"')


def open_page(editor: Reader, number: int) -> tuple[str, dict[str, str]]:
    """Open a page for editing; return the page, and its form as it was filled in."""
    opened = editor.get(f"/admin/pages/{number}/edit/")
    assert opened.status == 200
    form = querydict_from_html(opened.text, form_id="page-edit-form", exclude_csrf=False)
    return opened.text, form.dict()


def publish(editor: Reader, number: int, form: dict[str, str], title: str, topic: int) -> None:
    """Send the form with another title, a topic, and the button that publishes."""
    filled_in = {"title": title, "topic_links-0-topic": str(topic), "action-publish": "publish"}
    answer = editor.post(f"/admin/pages/{number}/edit/", form | filled_in | story(title))
    assert answer.status == 302, answer.text


def story(text: str) -> dict[str, str]:
    """Return a story of one paragraph, which browsers build by script."""
    block = '{"blocks": [{"key": "00000", "text": "%s", "type": "unstyled", "depth": 0,'
    value = (block + ' "inlineStyleRanges": [], "entityRanges": []}], "entityMap": {}}') % text
    return {
        "facts-count": "0",
        "story-count": "1",
        "story-0-deleted": "",
        "story-0-order": "0",
        "story-0-type": "paragraph",
        "story-0-id": "",
        "story-0-value": value,
    }


def publish_one_after_the_other(
    city: City, name: str, reader: Reader, *, is_alone: bool = False
) -> tuple[str, list[str]]:
    """Let two editors open a page and publish it.

    Returns:
        What the later one was told meanwhile, and all titles that are in the history.
    """
    page = city.desk("publish_article", title=f"Dy redaktore {name}")["id"]
    first = Reader(reader.port, is_proxy=reader.is_proxy)
    first.cookies["__Host-sid"] = city.desk("make_editor", name=f"Drita {name}")
    reader.cookies["__Host-sid"] = city.desk("make_editor", name=f"Besa {name}")
    opened, form = open_page(reader, page)
    topic = city.desk("make_topic", name=f"Tema {name}")
    if not is_alone:
        publish(first, page, open_page(first, page)[1], "Nga e para", topic)

    asked = {
        "revision_id": REVISION.search(opened)[1],
        "csrfmiddlewaretoken": form["csrfmiddlewaretoken"],
    }
    told = reader.post(PING.search(opened)[0], asked)
    # Who goes on nevertheless publishes; the other version is in the history.
    publish(reader, page, form, "Nga e dyta", topic)
    titles = city.desk("titles_of_revisions", number=page)
    assert city.desk("live_title", number=page) == titles[0] == "Nga e dyta"
    city.desk("unpublish", number=page)
    return told.text, titles


@pytest.mark.parametrize("is_alone", [False, True], ids=["two", "nobody else"])
def test_who_comes_later_is_warned_and_both_versions_stay(city, is_alone):
    told, titles = publish_one_after_the_other(
        city, f"{is_alone}", city.reader(), is_alone=is_alone
    )

    assert ("saved a new version" in told) is not is_alone
    assert ("Nga e para" in titles) is not is_alone


def test_twin_where_one_version_is_kept_the_first_is_lost(city):
    with city.node_with("one_version") as reader:
        _told, titles = publish_one_after_the_other(city, "vetëm", reader)

    assert "Nga e para" not in titles
