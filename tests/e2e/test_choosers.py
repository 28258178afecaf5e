"""What an editor chooses in the admin is opened, changed and taken away, by keyboard and by mouse.

Nothing is saved on purpose: every test reads the same city and works at the same desk.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from django.db.models import Model
from playwright.sync_api import Browser, Locator, Page, expect
from pytest_django import DjangoDbBlocker
from wagtail.models import Workflow
from wagtail.users.models import UserProfile

from articles.models import ArticlePage
from campaigns.models import CampaignPage, EventPage
from community.models import Discussion
from gallery.models import AlbumPage, GalleryMedia, VideoPage
from home.models import StandardPage
from partners.models import Placement
from publications.models import IssuePage
from site_config.models import BasePage
from tests.e2e.accessibility import violations
from tests.e2e.conftest import Portal, open_visit
from tests.e2e.desk import ADMINISTRATOR, Desk
from tests.e2e.places import find_page

# What can be chosen in a dialog, whatever kind of thing it is.
CHOICES = "a[data-chooser-modal-choice], a.choose-page, a.media-choice, a.task-choice"


def editor_of(model: type[BasePage]) -> Callable[[], str]:
    """Return what finds the editor of a page of a type."""
    return lambda: f"/admin/pages/{find_page(model, 'en').pk}/edit/"


def form_of(model: type[Model]) -> Callable[[], str]:
    """Return what finds the form of a snippet of a type."""
    app, name = model._meta.app_label, model._meta.model_name
    return lambda: f"/admin/snippets/{app}/{name}/edit/{model.objects.first().pk}/"


def settings_called(name: str) -> Callable[[], str]:
    """Return what finds the form of some of the portal's settings."""
    return lambda: f"/admin/settings/site_config/{name}/"


def own_film() -> str:
    """Return the editor of a page with a film of the city's own."""
    film = VideoPage.objects.filter(video__isnull=False).first()
    return f"/admin/pages/{film.pk}/edit/"


def film_in_library() -> str:
    """Return the form of a film."""
    return f"/admin/media/edit/{GalleryMedia.objects.first().pk}/"


def workflow() -> str:
    """Return the form of a workflow."""
    return f"/admin/workflows/edit/{Workflow.objects.first().pk}/"


def insert_block(desk: Desk) -> None:
    """Put a picture below the words of a page."""
    desk.insert("story", "Picture")


def add_author(desk: Desk) -> None:
    """Add a row for an author by keyboard."""
    desk.page.locator("#id_author_links-ADD").press("Enter")


def add_task(desk: Desk) -> None:
    """Add a row for a task by keyboard."""
    desk.page.locator("#id_workflow_tasks-ADD").press("Enter")


def choose_many(desk: Desk) -> None:
    """Choose a photo in the dialog in which many can be ticked."""
    opener = desk.page.locator("#id_photos-OPEN_MODAL")
    opener.press("Enter")
    dialog(desk.page).locator("[data-multiple-choice-select]").first.check()
    dialog(desk.page).locator("[data-multiple-choice-submit]").first.press("Enter")
    expect(dialog(desk.page)).to_have_count(0)
    expect(opener).to_be_focused()


@dataclass(frozen=True)
class Place:
    """Where something is chosen: the last of the choosers whose ``id`` fits."""

    name: str
    address: Callable[[], str]
    chooser: str
    required: bool = False
    prepare: Callable[[Desk], None] | None = None

    def __str__(self) -> str:
        return self.name


PLACES = [
    Place("a picture in a field", editor_of(ArticlePage), "id_listing_image"),
    Place("a picture in a new block", editor_of(StandardPage), "story-", True, insert_block),
    Place("a picture in a row of many", editor_of(AlbumPage), "id_photos-", True, choose_many),
    Place("a picture in settings", settings_called("identity"), "id_mark"),
    Place("a picture of a film", film_in_library, "id_poster"),
    Place("a film", own_film, "id_video"),
    Place("a document", editor_of(IssuePage), "id_document"),
    Place("an author in a row", editor_of(ArticlePage), "id_author_links-0-author", True),
    Place("an author in a new row", editor_of(ArticlePage), "id_author_links-", True, add_author),
    Place("a topic of a snippet", form_of(Discussion), "id_topic"),
    Place("a partner of a snippet", form_of(Placement), "id_partner", True),
    Place("a partner in a row", editor_of(CampaignPage), "id_campaign_partners-0-partner", True),
    Place("a campaign", editor_of(EventPage), "id_campaign"),
    Place("a page in a block", settings_called("mainmenu"), "items-0-value-page"),
    Place("a page to redirect to", lambda: "/admin/redirects/add/", "id_redirect_page"),
    Place("a task in a new row", workflow, "id_workflow_tasks-", True, add_task),
]


@pytest.fixture(scope="module")
def desk(browser: Browser, portal: Portal, django_db_blocker: DjangoDbBlocker) -> Iterator[Desk]:
    """One desk for all of these tests, which fail for whatever goes wrong at it."""
    with django_db_blocker.unblock():
        visit = open_visit(browser, portal, reduced_motion="reduce")
        yield Desk(visit, ADMINISTRATOR)
        visit.context.close()


@pytest.fixture(autouse=True)
def _watched(desk: Desk) -> Iterator[None]:
    yield
    assert desk.visit.watch.problems() == []


def dialog(page: Page) -> Locator:
    return page.locator(".modal-dialog:visible")


class Chooser:
    """A chooser as its editor sees it."""

    def __init__(self, desk: Desk, place: Place) -> None:
        self.page = desk.page
        self.page.goto(place.address())
        expect(self.page.locator("[data-controller=portal-start]")).to_have_count(0)
        if place.prepare is not None:
            self._show(f"[id^='{place.chooser}']")
            place.prepare(desk)
        wanted = f".chooser[id^='{place.chooser}'][id$='-chooser']"
        self._show(wanted)
        self.element = self.page.locator(wanted).last
        self.id = (self.element.get_attribute("id") or "").removesuffix("-chooser")
        self.input = self.page.locator(f"[id='{self.id}']")
        self.title = self.element.locator("[data-chooser-title]")
        self.toggle = self.element.locator("[data-w-dropdown-target=toggle]")
        self.choose = self.element.locator(".unchosen [data-chooser-action-choose]")
        # Wherever in the page they may be.
        entry = f"[aria-describedby='{self.id}-title']:visible"
        self.another = self.page.locator(f"button[data-chooser-action-choose]{entry}")
        self.clear = self.page.locator(f"button[data-chooser-action-clear]{entry}")
        self.edit = self.page.locator(f"a[data-chooser-edit-link]{entry}")

    def _show(self, selector: str) -> None:
        """Open the tab that it stands in."""
        panel = self.page.locator(f"[role=tabpanel]:has({selector})")
        if panel.count():
            self.page.locator(f"[id='{panel.first.get_attribute('aria-labelledby')}']").click()

    def is_empty(self) -> bool:
        return self.choose.is_visible()

    def leave_dialog(self) -> None:
        """Close the dialog without choosing."""
        expect(dialog(self.page)).to_be_visible()
        expect(self.page.locator(".modal:focus-within")).to_have_count(1)
        self.page.keyboard.press("Escape")
        expect(dialog(self.page)).to_have_count(0)

    def pick(self) -> str:
        """Choose what is not chosen yet; return its name."""
        choices = dialog(self.page).locator(CHOICES)
        choices.first.wait_for(state="attached")
        if not choices.first.is_visible():
            dialog(self.page).get_by_role("tab", name="Existing").click()
        chosen = self.input.input_value()
        others = f":not([href$='/{chosen}/'], [href$='#{chosen}']):visible"
        choice = choices.and_(self.page.locator(others)).first
        name = choice.inner_text().strip()
        choice.press("Enter")
        expect(dialog(self.page)).to_have_count(0)
        return name

    def expect_chosen(self, name: str) -> None:
        """See the choice, the focus beside it, and a menu that waits to be opened."""
        expect(self.title).to_have_text(name)
        expect(self.choose).to_be_hidden()
        expect(self.toggle).to_be_focused()
        expect(self.another).to_have_count(0)


@pytest.mark.parametrize("place", PLACES, ids=str)
def test_a_choice_is_made_changed_and_taken_away(desk: Desk, place: Place):
    chooser = Chooser(desk, place)
    if chooser.is_empty():
        chooser.choose.press("Enter")
        chooser.leave_dialog()
        expect(chooser.choose).to_be_focused()
        chooser.choose.press("Enter")
        chooser.expect_chosen(chooser.pick())
    expect(chooser.another).to_have_count(0)

    chooser.toggle.press("Enter")
    expect(chooser.another).to_have_count(1)
    desk.page.keyboard.press("Escape")
    expect(chooser.another).to_have_count(0)
    expect(chooser.toggle).to_be_focused()

    desk.page.keyboard.press("Enter")
    desk.page.keyboard.press("Tab")
    expect(chooser.another).to_be_focused()
    desk.page.keyboard.press("Enter")
    chooser.leave_dialog()
    expect(chooser.toggle).to_be_focused()

    before = chooser.input.input_value()
    chooser.toggle.click()
    chooser.another.click()
    chooser.expect_chosen(chooser.pick())
    chosen = chooser.input.input_value()
    assert chosen != before

    chooser.toggle.click()
    address = chooser.edit.get_attribute("href")
    assert f"/{chosen}/" in f"{address}"
    assert chooser.edit.get_attribute("target") == "_blank"
    assert desk.page.request.get(f"{desk.visit.portal.url}{address}").ok

    expect(chooser.clear).to_have_count(0 if place.required else 1)
    if not place.required:
        chooser.clear.press("Enter")
        expect(chooser.input).to_have_value("")
        expect(chooser.choose).to_be_focused()
        expect(chooser.another).to_have_count(0)


MENUS = {
    "en": ["Choose another author", "Edit this author"],
    "sq": ["Zgjidh tjetër: autori", "Ndrysho: autori"],
}


@pytest.fixture
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    """Let the editor read the admin in a language; the others read it in English."""
    profiles = UserProfile.objects.filter(user__email=ADMINISTRATOR)
    profiles.update(preferred_language=request.param)
    yield request.param
    profiles.update(preferred_language="en")


@pytest.mark.parametrize("language", MENUS, indirect=True)
def test_an_open_menu_speaks_the_editors_language_and_pleases_axe(desk: Desk, language: str):
    place = next(place for place in PLACES if place.name == "an author in a row")
    chooser = Chooser(desk, place)
    chooser.toggle.press("Enter")
    expect(chooser.another).to_have_count(1)

    menu = desk.page.locator(".w-dropdown__content:visible")
    expect(menu.locator("button, a")).to_have_text(MENUS[language])
    # Whatever the menu lies over can't be touched for now.
    assert violations(desk.page, within=".tippy-box") == []


def test_what_is_chosen_opens_in_a_tab_of_its_own(desk: Desk):
    place = next(place for place in PLACES if place.name == "an author in a row")
    chooser = Chooser(desk, place)
    name = chooser.title.inner_text()
    chooser.toggle.click()
    with desk.visit.context.expect_page() as opening:
        chooser.edit.click()

    opened = opening.value
    expect(opened.get_by_role("textbox", name="Name")).to_have_value(name)
    opened.close()


def test_who_gives_up_a_link_writes_on(desk: Desk):
    desk.edit(find_page(ArticlePage, "en"))
    text = desk.page.locator("[data-contentpath=story] [contenteditable=true]").first
    text.click()
    desk.page.keyboard.press("Shift+Home")
    desk.page.keyboard.press("Control+k")
    expect(dialog(desk.page)).to_be_visible()
    expect(desk.page.locator(".modal:focus")).to_have_count(1)
    desk.page.keyboard.press("Escape")

    expect(dialog(desk.page)).to_have_count(0)
    expect(text).to_be_focused()
