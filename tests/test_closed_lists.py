"""What lists by number give away: of everything named in an address, one's own alone."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from community.models import CannedReply, User
from tests.factories.community import DiscussionFactory, UserFactory
from tests.factories.home import StandardPageFactory
from tests.factories.partners import PartnerIndexPageFactory, PartnerPageFactory
from tests.factories.site_config import SiteDocumentFactory, SiteImageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]

SECRET = "Zhgaba e fshehte"


@pytest.fixture
def front(site, locales) -> Page:
    return site.root_page


@pytest.fixture
def own(front: Page) -> Page:
    """The section of the editor."""
    return StandardPageFactory(parent=front, title="Own section")


@pytest.fixture
def editor(own: Page) -> User:
    """An editor of one section, who has a collection for their files."""
    person = UserFactory()
    group = Group.objects.create(name="Section")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for right in ("add_page", "change_page", "publish_page"):
        permission = Permission.objects.get(codename=right)
        GroupPagePermission.objects.create(group=group, page=own, permission=permission)
    collection = Collection.get_first_root_node().add_child(name="Own")
    for right in ("add_image", "change_image", "add_document", "change_document"):
        permission = Permission.objects.get(codename=right)
        GroupCollectionPermission.objects.create(
            group=group, collection=collection, permission=permission
        )
    person.groups.add(group)
    return person


@pytest.fixture
def desk(client: Client, editor: User) -> Client:
    client.force_login(editor)
    client.raise_request_exception = False
    return client


@pytest.fixture
def hidden(front: Page) -> Page:
    """A draft of another section."""
    return StandardPageFactory(parent=front, title=SECRET, live=False)


@pytest.fixture
def files(db) -> dict[str, int]:
    """A picture and a document of a collection that is not the editor's."""
    collection = Collection.get_first_root_node().add_child(name="Others")
    return {
        "site_config/siteimage": SiteImageFactory(title=SECRET, collection=collection).pk,
        "site_config/sitedocument": SiteDocumentFactory(title=SECRET, collection=collection).pk,
    }


# Deciding about many at once ---------------------------------------------------------------


@pytest.mark.parametrize("action", ["delete", "move", "publish", "unpublish"])
@pytest.mark.parametrize("which", ["{}", "all"])
def test_a_draft_of_another_section_is_not_named_among_those_one_may_not_touch(
    desk, hidden, action, which
):
    address = f"/admin/bulk/wagtailcore/page/{action}/?next=/admin/&id={which.format(hidden.pk)}"

    for answer in (desk.get(address), desk.post(address, {"move_applied": "true"})):
        assert answer.status_code < 500
        assert SECRET not in answer.content.decode()
    assert Page.objects.filter(pk=hidden.pk, live=False).exists()


def test_what_one_sees_and_may_not_touch_is_named(desk, front):
    answer = desk.get(f"/admin/bulk/wagtailcore/page/delete/?next=/admin/&id={front.pk}")

    assert front.title in answer.content.decode()


@pytest.mark.parametrize("kind", ["site_config/siteimage", "site_config/sitedocument"])
@pytest.mark.parametrize("action", ["delete", "add_to_collection", "add_tags"])
@pytest.mark.parametrize("which", ["{}", "all"])
def test_files_of_another_collection_are_not_named(desk, files, kind, action, which):
    address = f"/admin/bulk/{kind}/{action}/?next=/admin/&id={which.format(files[kind])}"

    for answer in (desk.get(address), desk.post(address)):
        assert answer.status_code < 500
        assert SECRET not in answer.content.decode()


@pytest.mark.parametrize(
    "query", ["id=x", "id=-1", f"id={'9' * 30}", "id=all&childOf=x", "id=", "id=all&childOf=987654"]
)
@pytest.mark.parametrize(
    "kind", ["wagtailcore/page", "site_config/siteimage", "site_config/sitedocument"]
)
def test_numbers_that_are_none_are_answered_clearly(desk, files, hidden, kind, query):
    answer = desk.get(f"/admin/bulk/{kind}/delete/?next=/admin/&{query}")

    assert answer.status_code < 500


@pytest.mark.parametrize(
    ("address", "name"),
    [
        *((f"api/main/{kind}/find/", "id") for kind in ("pages", "images", "documents")),
        *((f"api/main/{kind}/", "offset") for kind in ("pages", "images", "documents")),
        *((f"choose-{kind}-link/", "parent_page_id") for kind in ("external", "email", "phone")),
        *((f"{kind}/chooser/chosen-multiple/", "id") for kind in ("images", "documents")),
        ("choose-page/chosen-multiple/", "id"),
        ("snippets/choose/articles/author/chosen-multiple/", "id"),
        ("media/chooser/", "collection_id"),
    ],
)
def test_a_chooser_is_asked_for_what_is_no_number(client, address, name):
    client.force_login(UserFactory(administrator=True))

    for typed in ("x", "9" * 30):
        assert client.get(f"/admin/{address}", {name: typed}).status_code == 404


def test_a_chooser_without_a_choice_lists_everything(client):
    client.force_login(UserFactory(administrator=True))

    assert client.get("/admin/images/chooser/", {"collection_id": ""}).status_code == 200


# Snippets by the interface of wagtail-localize ---------------------------------------------


@pytest.fixture
def unseen(front: Page) -> dict[str, int]:
    """Snippets that an editor has no right to."""
    page = PartnerPageFactory(parent=PartnerIndexPageFactory(parent=front), title=SECRET)
    return {
        "community/discussion": DiscussionFactory(title=SECRET, hidden=True).pk,
        "community/cannedreply": CannedReply.objects.create(title=SECRET, words="No.").pk,
        "partners/partner": page.partner.pk,
    }


@pytest.mark.parametrize(
    "kind", ["community/discussion", "community/cannedreply", "partners/partner"]
)
def test_snippets_are_told_to_those_alone_who_have_a_right_to_them(client, unseen, kind):
    person = UserFactory()
    person.groups.add(Group.objects.get(name="Editors"))
    client.force_login(person)

    for address in ("", f"{unseen[kind]}/"):
        answer = client.get(f"/admin/localize/api/snippets/{kind}/{address}")
        assert answer.status_code in {302, 403, 404}
        assert SECRET not in answer.content.decode()


def test_an_editor_is_told_the_snippets_that_they_write(client, front):
    person = UserFactory()
    person.groups.add(Group.objects.get(name="Editors"))
    client.force_login(person)

    assert client.get("/admin/localize/api/snippets/articles/author/").status_code == 200
