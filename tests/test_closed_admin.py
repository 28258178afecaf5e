"""What an editor of one section gets to know and do of another: nothing, by any way around.

Each part stands for one class of slips that Wagtail was warned of: a view that asked for a right
to one object and acted on another, or asked for none.
"""

import pytest
from django.contrib.auth.models import Group, Permission
from django.http import HttpResponse
from django.test import Client
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Revision,
)
from wagtail_localize.models import Translation, TranslationSource

from community.models import User
from home.models import ContactPage, HomePage, StandardPage
from home.models.contact import ContactSubmission
from site_config.models import SiteDocument, SiteImage
from tests.factories.community import UserFactory
from tests.factories.home import ContactPageFactory, HomePageFactory, StandardPageFactory, stream
from tests.factories.partners import PartnerTierFactory
from tests.factories.site_config import SiteDocumentFactory, SiteImageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]

SECRET = "Zhgaba e fshehte"


@pytest.fixture
def front(site, locales) -> HomePage:
    return site.root_page.specific


@pytest.fixture
def own(front: HomePage) -> StandardPage:
    """The section of the editor, a published page."""
    page = StandardPageFactory(parent=front, title="Own section")
    page.save_revision().publish()
    return page


@pytest.fixture
def hidden(front: HomePage) -> StandardPage:
    """A page of another section: a draft that nobody knows of yet, with two revisions."""
    page = StandardPageFactory(parent=front, title="Announced", live=False)
    page.title = SECRET
    page.story = stream(("paragraph", f"<p>{SECRET}</p>"))
    page.save_revision()
    page.lead = SECRET
    page.save_revision()
    return page


@pytest.fixture
def editor(own: StandardPage) -> User:
    """An editor of one section, who may add and change pages there and publish none."""
    person = UserFactory()
    group = Group.objects.create(name="Section")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for right in ("add_page", "change_page"):
        permission = Permission.objects.get(codename=right)
        GroupPagePermission.objects.create(group=group, page=own, permission=permission)
    person.groups.add(group)
    return person


@pytest.fixture
def desk(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


def assert_refused(answer: HttpResponse) -> None:
    """Nothing was done and nothing was told."""
    assert answer.status_code in {302, 403, 404}, answer.status_code
    assert SECRET not in answer.content.decode()


def revisions_of(page: Page) -> list[int]:
    return list(Revision.objects.for_instance(page).order_by("pk").values_list("pk", flat=True))


def test_the_editor_of_a_section_can_do_their_work(desk, own):
    assert desk.get(f"/admin/pages/{own.pk}/edit/").status_code == 200
    assert desk.get(f"/admin/pages/{own.pk}/history/").status_code == 200
    [revision] = revisions_of(own)
    assert desk.get(f"/admin/pages/{own.pk}/revisions/{revision}/view/").status_code == 200


# Revisions ---------------------------------------------------------------------------------


@pytest.mark.parametrize("action", ["view", "revert", "unschedule"])
def test_a_revision_of_another_section(desk, hidden, action):
    for revision in revisions_of(hidden):
        assert_refused(desk.get(f"/admin/pages/{hidden.pk}/revisions/{revision}/{action}/"))


@pytest.mark.parametrize("action", ["view", "revert", "unschedule"])
def test_a_revision_of_another_section_by_the_number_of_ones_own_page(desk, own, hidden, action):
    for revision in revisions_of(hidden):
        assert_refused(desk.get(f"/admin/pages/{own.pk}/revisions/{revision}/{action}/"))


# Comparing ---------------------------------------------------------------------------------


@pytest.mark.parametrize("ends", ["earliest...latest", "live...latest", "{}...{}"])
def test_versions_of_another_section_are_not_compared(desk, hidden, ends):
    ends = ends.format(*revisions_of(hidden))

    assert_refused(desk.get(f"/admin/pages/{hidden.pk}/revisions/compare/{ends}/"))


def test_a_version_of_another_section_is_not_compared_with_ones_own(desk, own, hidden):
    [mine], [theirs, _] = revisions_of(own), revisions_of(hidden)

    for ends in (f"{mine}...{theirs}", f"{theirs}...latest", f"live...{theirs}"):
        assert_refused(desk.get(f"/admin/pages/{own.pk}/revisions/compare/{ends}/"))


# Copying -----------------------------------------------------------------------------------


def test_a_page_of_another_section_is_not_copied_into_ones_own(desk, own, hidden):
    form = {"new_title": "Copy", "new_slug": "copy", "new_parent_page": own.pk}

    assert_refused(desk.get(f"/admin/pages/{hidden.pk}/copy/"))
    desk.post(f"/admin/pages/{hidden.pk}/copy/", form)

    assert not Page.objects.filter(slug="copy").exists()


def test_a_copy_is_not_published_by_somebody_who_may_not_publish(desk, own):
    child = StandardPageFactory(parent=own, title="Child")
    form = {"new_title": "Copy", "new_slug": "copy", "new_parent_page": own.pk}

    desk.post(f"/admin/pages/{child.pk}/copy/", form | {"publish_copies": "on"})

    copies = Page.objects.filter(slug="copy")
    assert not copies.filter(live=True).exists()


def test_ones_own_page_is_not_copied_into_another_section(desk, own, front):
    child = StandardPageFactory(parent=own, title="Child")
    form = {"new_title": "Copy", "new_slug": "copy", "new_parent_page": front.pk}

    desk.post(f"/admin/pages/{child.pk}/copy/", form)

    assert not front.get_children().filter(slug="copy").exists()


def test_an_action_of_the_admins_api_asks_for_the_same_rights(desk, own, hidden):
    for action in ("copy", "publish", "unpublish", "delete", "convert_alias", "move"):
        answer = desk.post(
            f"/admin/api/main/pages/{hidden.pk}/action/{action}/",
            {"destination_page_id": own.pk},
            content_type="application/json",
        )
        assert answer.status_code in {403, 404, 405}, action
    assert not StandardPage.objects.get(pk=hidden.pk).live
    assert own.get_children().count() == 0


# History -----------------------------------------------------------------------------------


@pytest.mark.parametrize("view", ["history", "history/results", "workflow_history", "revisions"])
def test_the_history_of_another_section(desk, hidden, view):
    assert_refused(desk.get(f"/admin/pages/{hidden.pk}/{view}/"))


@pytest.mark.parametrize("kind", ["", "?export=csv", "?export=xlsx", "results/"])
def test_the_report_of_what_was_done_everywhere(desk, hidden, kind):
    answer = desk.get(f"/admin/reports/site-history/{kind}")

    assert SECRET.encode() not in getattr(answer, "content", b"")


# Previews ----------------------------------------------------------------------------------


@pytest.mark.parametrize("view", ["view_draft", "edit/preview", "edit"])
def test_a_draft_of_another_section_is_not_shown(desk, hidden, view):
    for ask in (desk.get, desk.post):
        assert_refused(ask(f"/admin/pages/{hidden.pk}/{view}/"))


def test_a_page_is_not_previewed_below_another_section(desk, hidden):
    address = f"/admin/pages/add/home/standardpage/{hidden.pk}/preview/"

    for ask in (desk.get, desk.post):
        assert_refused(ask(address))


def test_a_preview_that_another_left_behind_is_nobody_elses(desk, hidden):
    author = Client()
    author.force_login(UserFactory(administrator=True))
    author.post(f"/admin/pages/{hidden.pk}/edit/preview/", {"title": SECRET})

    assert_refused(desk.get(f"/admin/pages/{hidden.pk}/edit/preview/"))


# Form submissions --------------------------------------------------------------------------


@pytest.fixture
def message(front: HomePage) -> ContactSubmission:
    page: ContactPage = ContactPageFactory(parent=front)
    return ContactSubmission.objects.create(page=page, form_data={"message": SECRET})


@pytest.mark.parametrize("view", ["", "results/", "?export=csv", "?export=xlsx"])
def test_messages_of_a_form(desk, message, view):
    assert_refused(desk.get(f"/admin/forms/submissions/{message.page_id}/{view}"))


def test_messages_are_not_deleted_by_the_number_of_ones_own_form(desk, own, message):
    for page in (message.page_id, own.pk):
        for address in (
            f"/admin/forms/submissions/{page}/delete/?selected-submissions={message.pk}",
        ):
            assert_refused(desk.get(address))
            desk.post(address, {"selected-submissions": message.pk})

    assert ContactSubmission.objects.filter(pk=message.pk).exists()


# Private collections -----------------------------------------------------------------------


@pytest.fixture
def private(db) -> Collection:
    """A collection that only its own group may read."""
    collection = Collection.get_first_root_node().add_child(name=f"Private {SECRET}")
    restriction = CollectionViewRestriction.objects.create(
        collection=collection, restriction_type=CollectionViewRestriction.GROUPS
    )
    restriction.groups.add(Group.objects.create(name="Insiders"))
    return collection


@pytest.fixture
def image(private) -> SiteImage:
    return SiteImageFactory(title=SECRET, collection=private)


@pytest.fixture
def document(private) -> SiteDocument:
    return SiteDocumentFactory(title=SECRET, collection=private)


def allow_choosing(person: User, collection: Collection) -> None:
    """Let somebody choose pictures and documents of one collection."""
    for codename in ("choose_image", "choose_document"):
        GroupCollectionPermission.objects.create(
            group=person.groups.get(),
            collection=collection,
            permission=Permission.objects.get(codename=codename),
        )


@pytest.mark.parametrize("kind", ["images", "documents"])
def test_the_admins_api_tells_nothing_of_a_collection_that_one_may_not_use(
    desk, editor, image, document, kind
):
    allow_choosing(editor, Collection.get_first_root_node().add_child(name="Own"))
    number = {"images": image.pk, "documents": document.pk}[kind]

    listing = desk.get(f"/admin/api/main/{kind}/?search=&limit=20")
    assert SECRET not in listing.content.decode()
    for address in (
        f"/admin/api/main/{kind}/{number}/",
        f"/admin/api/main/{kind}/find/?id={number}",
    ):
        answer = desk.get(address, follow=True)
        assert answer.status_code == 404, address
        assert SECRET not in answer.content.decode()


@pytest.mark.parametrize("kind", ["images", "documents"])
def test_a_chooser_gives_out_nothing_of_a_collection_that_one_may_not_use(
    desk, editor, image, document, kind
):
    allow_choosing(editor, Collection.get_first_root_node().add_child(name="Own"))
    number = {"images": image.pk, "documents": document.pk}[kind]

    for address in ("", "results/", f"chosen/{number}/", f"chosen-multiple/?id={number}"):
        answer = desk.get(f"/admin/{kind}/chooser/{address}")
        assert SECRET not in answer.content.decode(), address


def test_files_of_a_private_collection_are_not_sent(desk, image, document):
    for url in (document.url, image.file.url):
        assert_refused(desk.get(url))


def test_a_size_of_a_picture_is_not_made_for_somebody_who_may_not_change_it(desk, image):
    for address in ("preview/original/", "generate_url/", "generate_url/original/", ""):
        assert_refused(desk.get(f"/admin/images/{image.pk}/{address}"))


# Copies of snippets ------------------------------------------------------------------------


def test_a_snippet_is_not_copied_by_somebody_who_may_add_none(desk, editor):
    tier = PartnerTierFactory()
    editor.user_permissions.add(Permission.objects.get(codename="view_partnertier"))
    before = type(tier).objects.count()
    address = f"/admin/snippets/partners/partnertier/copy/{tier.pk}/"

    for ask in (desk.get, desk.post):
        assert ask(address).status_code in {302, 403}
    assert type(tier).objects.count() == before


# Translations ------------------------------------------------------------------------------


@pytest.fixture
def translation(hidden: StandardPage, locales) -> Translation:
    root = hidden.get_parent().get_parent()
    english = HomePageFactory(parent=root, locale=locales["en"], slug="en")
    key = hidden.translation_key
    StandardPageFactory(parent=english, translation_key=key, title=SECRET, live=False)
    source, _created = TranslationSource.get_or_create_from_instance(hidden)
    return Translation.objects.create(source=source, target_locale=locales["en"])


def test_a_page_of_another_section_is_not_handed_in_for_translation(desk, editor, hidden):
    editor.user_permissions.add(Permission.objects.get(codename="submit_translation"))

    for ask in (desk.get, desk.post):
        assert_refused(ask(f"/admin/localize/submit/page/{hidden.pk}/"))


def test_a_translation_of_another_section_is_neither_shown_nor_changed(desk, editor, translation):
    editor.user_permissions.add(Permission.objects.get(codename="submit_translation"))

    for view in ("pofile/download", "pofile/upload", "machine_translate", "preview", "disable"):
        for ask in (desk.get, desk.post):
            answer = ask(f"/admin/localize/translate/{translation.pk}/{view}/")
            assert answer.status_code in {302, 403, 404, 405}, view
            assert SECRET not in answer.content.decode(), view
    translation.refresh_from_db()
    assert translation.enabled


def test_translations_of_another_section_are_not_published(desk, editor, translation):
    editor.user_permissions.add(Permission.objects.get(codename="submit_translation"))

    desk.post(f"/admin/localize/update/{translation.source_id}/", {"publish_translations": "on"})

    assert not Page.objects.filter(title=SECRET, live=True).exists()
