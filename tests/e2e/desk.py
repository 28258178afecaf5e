"""The admin in a browser, as staff use it."""

import re
from datetime import datetime
from pathlib import Path

from playwright.sync_api import FrameLocator, Locator, Page, expect
from wagtail.models import Page as WagtailPage

from tests.e2e.conftest import Visit

EDITOR, MODERATOR = "editor@smartcity.example", "moderator@smartcity.example"
ADMINISTRATOR = "administrator@smartcity.example"
# Wagtail takes what stands in a form two seconds after it has been opened for what was there;
# a change before that is none to its preview and its drafts.
WATCHED = """() => {
    const form = document.querySelector("form[data-controller~='w-unsaved']");
    const found = window.wagtail?.app?.getControllerForElementAndIdentifier(form, "w-unsaved");
    return Boolean(found?.initialFormData);
}"""


class Desk:
    """One member of staff at work."""

    def __init__(self, visit: Visit, email: str) -> None:
        """Sit down.

        Args:
            visit: the browser context to work in.
            email: whose account it is.
        """
        visit.sign_in(email)
        self.visit = visit
        self.page: Page = visit.page

    # Pages ---------------------------------------------------------------------------------

    def edit(self, page: WagtailPage) -> None:
        """Open the editor of a page."""
        self.page.goto(f"/admin/pages/{page.pk}/edit/")
        self.await_editor()

    def add(self, model: str, parent: WagtailPage) -> None:
        """Open the editor of a new page.

        Args:
            model: app and name of its type, such as ``articles/articlepage``.
            parent: the page above.
        """
        self.page.goto(f"/admin/pages/add/{model}/{parent.pk}/")
        self.await_editor()

    def open_settings(self, name: str) -> None:
        """Open the form of one of the portal's settings, such as ``footer``."""
        self.page.goto(f"/admin/settings/site_config/{name}/")
        self.page.wait_for_function(WATCHED)

    def await_editor(self) -> None:
        """Wait until the scripts of the editor have taken over its fields."""
        expect(self.page.locator("#id_title")).to_be_editable()
        self.page.wait_for_function(WATCHED)

    def tab(self, name: str) -> None:
        """Open a tab of the editor."""
        self.page.get_by_role("tab", name=name).click()

    def act(self, action: str) -> None:
        """Choose from the actions at the foot of the editor.

        Args:
            action: the name of its button, such as ``action-publish``.
        """
        button = self.page.locator(f"[name={action}]:visible")
        if not button.count():
            self.page.locator("footer [data-w-dropdown-target=toggle]").click()
        button.first.click()

    def publish(self) -> None:
        """Publish what is in the editor."""
        self.act("action-publish")
        self.expect_success()

    def expect_success(self) -> None:
        """Wait for the message that all went well."""
        expect(self.page.locator(".messages .success").first).to_be_visible()

    def errors(self) -> list[str]:
        """Return what the editor complains about."""
        return self.page.locator(
            ".messages .error, .error-message, .w-field__errors p"
        ).all_inner_texts()

    def approve(self) -> None:
        """Approve what an editor has handed in."""
        button = self.page.locator("[data-workflow-action-name=approve]:visible").first
        if not button.count():
            self.page.locator("footer [data-w-dropdown-target=toggle]").click()
        button.click()

    def schedule(self, **moments: datetime) -> None:
        """Set when the page goes live or ends.

        Args:
            moments: ``go_live_at`` and ``expire_at``.
        """
        self.open_side("status")
        self.page.locator("[data-a11y-dialog-show=schedule-publishing-dialog]").first.click()
        dialog = self.page.locator("#schedule-publishing-dialog")
        for name, moment in moments.items():
            dialog.locator(f"[name={name}]").fill(f"{moment:%Y-%m-%d %H:%M}")
        # By keyboard, since Wagtail's calendar stays open in front of the button.
        dialog.get_by_role("button", name="Save schedule").press("Enter")
        expect(dialog).to_be_hidden()

    def translate(self, page: WagtailPage, words: dict[str, str]) -> None:
        """Hand a page in for translation, translate it and publish it.

        Args:
            page: the page, which has one language only.
            words: the translation of every segment.
        """
        self.page.goto(f"/admin/localize/submit/page/{page.pk}/")
        self.page.locator("[name=locales]").first.check()
        self.page.locator("main form [type=submit]").last.click()
        expect(self.page.get_by_role("heading", name="translation", exact=False)).to_be_visible()
        for tab in self.page.get_by_role("tab").all():
            tab.click()
            self._translate_segments(words)
        self.page.get_by_role("button", name="Publish in").click()
        self.expect_success()

    def _translate_segments(self, words: dict[str, str]) -> None:
        left = self.page.locator("button:visible", has_text=re.compile(r"^Translate$"))
        for _segment in range(left.count()):
            before = left.count()
            segment = self.page.locator("li").filter(has=left).first
            lines = [line.strip() for line in segment.inner_text().splitlines()]
            [source] = [source for source in words if source in lines]
            left.first.click()
            self.page.locator("main textarea:visible").fill(words[source])
            self.page.get_by_role("button", name="Save", exact=True).click()
            expect(left).to_have_count(before - 1)

    # Beside the form -----------------------------------------------------------------------

    def open_side(self, name: str) -> None:
        """Open a panel beside the form: ``status``, ``preview`` or ``checks``."""
        toggle = self.page.locator(f"[data-side-panel-toggle={name}]").first
        if toggle.get_attribute("aria-expanded") != "true":
            toggle.click()

    @property
    def preview(self) -> FrameLocator:
        """The page as it would be, beside its form."""
        return self.page.frame_locator("[data-side-panel=preview] iframe[title]").last

    # Blocks --------------------------------------------------------------------------------

    def stream(self, field: str) -> Locator:
        """Return the blocks of a stream field, outermost only."""
        container = self._holder(field).locator("[data-streamfield-stream-container]").first
        return container.locator("> [data-streamfield-child]")

    def insert(self, field: str, label: str) -> Locator:
        """Insert a block at the end of a stream field; return it.

        Args:
            field: the name of the field.
            label: what staff call the block.
        """
        container = self._holder(field).locator("[data-streamfield-stream-container]").first
        container.locator("> div > button.c-sf-add-button").last.click()
        self.page.get_by_role("option", name=label, exact=True).click()
        return self.stream(field).last

    def _holder(self, field: str) -> Locator:
        return self.page.locator(f"[data-contentpath={field}]").first

    # Files ---------------------------------------------------------------------------------

    def upload_picture(self, chooser: Locator, path: Path, title: str) -> None:
        """Choose a picture by uploading it.

        Args:
            chooser: the element around the button to choose.
            path: the file.
            title: the name to give it.
        """
        chooser.get_by_role("button", name="Choose").first.click()
        modal = self.page.locator(".modal-dialog:visible")
        modal.get_by_role("tab", name="Upload").click()
        modal.locator("input[type=file]").set_input_files(path)
        modal.locator("[name$=title]").fill(title)
        modal.get_by_role("button", name="Upload", exact=True).click()
        expect(modal).to_be_hidden()
