"""Lists of the admin answer to their own filters: nobody guesses at a secret by another.

A filter through relations would tell by rows or none whether somebody's password or address
begins with a letter, and so the whole of it, letter by letter.
"""

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page
from wagtail_modeladmin.options import ModelAdmin

from campaigns.models import EventRegistration
from community.models import Broadcast, User
from site_config.operational_lists import RowsView
from tests.admin_lists import AdminAddress, admin_addresses, cells_of, list_url, model_admins
from tests.community.following_steps import follower
from tests.factories.campaigns import EventIndexPageFactory, EventPageFactory
from tests.factories.community import UserFactory
from tests.factories.home import ContactPageFactory
from tests.factories.partners import PartnerIndexPageFactory, PartnerPageFactory

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("site"),
    # A report of wagtail-localize has no order of its own; this is a warning, and no fault.
    pytest.mark.filterwarnings("ignore::django.core.paginator.UnorderedObjectListWarning"),
]

MARK = "zhgaba"
# Ways to what a row is related to; most models know some of them.
OWNERS = (
    *("owner", "user", "member", "by", "responsible", "uploaded_by_user", "page__owner"),
    *("event__owner", "publication__owner", "partner__responsible", "locked_by", "created_by"),
    *("copies__subscriber", "members__user", "revision__user", "latest_revision__user"),
)
GUESSES = [f"{owner}__{end}__startswith" for owner in OWNERS for end in ("password", "email")]
UNKNOWN = dict.fromkeys((*GUESSES, "foo", "pk__in", "password", "id__gte", "owner"), MARK)
# Of Wagtail's lists, by a column's name; of the package's, by its number.
ORDERS = ("owner__password", "-user__password,title", "?")
COLUMNS = ("99", "-99.0", "0.1.-2.x", "٣", "9" * 5000, "--1", "owner__password")
PAGES = ("0", "-1", "9" * 5000, "x")
# A moment that has no place in the calendar once it is reckoned to another zone.
EARLIEST = "0001-01-01 00:00:00+14:00"
WRONG = ("soon", "9" * 30, EARLIEST, "'")


@pytest.fixture
def administrator(client: Client) -> Client:
    """The browser of somebody who may see every list."""
    client.force_login(UserFactory(administrator=True))
    client.raise_request_exception = False
    return client


@pytest.fixture
def front(site, locales) -> Page:
    return site.root_page


@pytest.fixture
def known(db) -> User:
    """Somebody whose secrets others would like to know."""
    return UserFactory(email="known@example.org", password="correct horse battery")


# One list, one secret ----------------------------------------------------------------------


def answers_to(client: Client, url: str, lookup: str, secret: str, row: str) -> list[bool]:
    """Say whether a row is listed when a secret is guessed, and when it is missed."""
    pages = [client.get(url, {lookup: guess}) for guess in (secret[:9], "elsewhere")]
    assert [page.status_code for page in pages] == [200, 200]
    return [row in page.content.decode() for page in pages]


@pytest.mark.parametrize(
    ("lookup", "secret"),
    [("owner__password__startswith", "password"), ("owner__email__startswith", "email")],
)
def test_an_editor_learns_nothing_of_who_made_a_partners_page(client, front, known, lookup, secret):
    PartnerPageFactory(
        parent=PartnerIndexPageFactory(parent=front), title="Urban Lines", owner=known
    )
    editor = UserFactory()
    editor.groups.add(Group.objects.get(name="Editors"))
    client.force_login(editor)

    answers = answers_to(
        client, "/admin/partners/partnerpage/", lookup, getattr(known, secret), "Urban Lines"
    )

    assert answers == [True, True]


def test_nobody_learns_who_follows_by_the_mails_to_followers(client):
    subscriber = follower("ana@example.org")
    broadcast = Broadcast.objects.create(key="one", about="page", reference="1", title="Trees")
    broadcast.copies.create(subscriber=subscriber, kind="alerts", key="city", state="sent")
    client.force_login(UserFactory(administrator=True))

    lookup = "copies__subscriber__email__startswith"
    answers = answers_to(client, "/admin/community/broadcast/", lookup, subscriber.email, "Trees")

    assert answers == [True, True]


@pytest.fixture
def registration(front, known) -> EventRegistration:
    """Somebody who comes to an event whose page another has made."""
    event = EventPageFactory(parent=EventIndexPageFactory(parent=front), owner=known)
    return EventRegistration.objects.create(
        event_key=event.translation_key,
        event=event,
        day=event.start_date,
        name="Besa Hoxha",
        email="besa@example.org",
        language="en",
        state="going",
    )


def test_nobody_learns_of_an_events_owner_by_its_registrations(client, registration, known):
    client.force_login(UserFactory(administrator=True))

    lookup = "event__owner__password__startswith"
    answers = answers_to(
        client, "/admin/campaigns/eventregistration/", lookup, known.password, "Besa Hoxha"
    )

    assert answers == [True, True]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_an_export_answers_to_the_lists_own_filters_too(client, registration, kind):
    client.force_login(UserFactory(administrator=True))
    url = "/admin/campaigns/eventregistration/"
    whole = cells_of(client, url, kind)
    guessed = cells_of(client, url, kind, event__owner__password__startswith="elsewhere")

    assert "Besa Hoxha" in whole
    assert guessed == whole


# Every list --------------------------------------------------------------------------------


def faults(client: Client, url: str, **query: str) -> list[str]:
    """Ask, and say what is wrong: a fault, or a question to the database that holds the mark."""
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(url, query)
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    found = [f"{answer.status_code} {url} {query}"[:300]] if answer.status_code >= 500 else []
    if not answer.streaming and b"Traceback" in content:
        found.append(f"{url} tells of its inside")
    if answer.status_code != 404:  # Else the whole address is looked for among the redirects.
        statements = [query["sql"] for query in asked.captured_queries]
        found += [f"{url} asks {sql[:200]}" for sql in statements if MARK in sql]
    return found


def test_the_walk_finds_the_lists():
    urls = {address.url for address in admin_addresses()}

    assert len(model_admins()) >= 14
    assert {"/admin/users/", "/admin/reports/site-history/", "/admin/images/"} <= urls
    assert {"/admin/api/main/pages/", "/admin/snippets/choose/partners/partner/"} <= urls


def test_every_list_of_the_package_is_one_of_the_portals_own():
    lists = {type(admin).__name__: admin.index_view_class for admin in model_admins()}

    assert [name for name, view in lists.items() if not issubclass(view, RowsView)] == []


def test_no_address_of_the_admin_takes_a_parameter_for_a_filter(administrator):
    found = []
    for address in admin_addresses():
        found += faults(administrator, address.url, **UNKNOWN)

    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "address",
    [
        *("pages/{page}/", "pages/{page}/results/", "pages/{page}/history/", "pages/{page}/usage/"),
        *("forms/submissions/{form}/", "pages/usage/home/standardpage/", "choose-page/{page}/"),
        "pages/usage/home/standardpage/results/",
    ],
)
def test_no_list_that_belongs_to_one_page_does(administrator, front, address):
    form = ContactPageFactory(parent=front)
    url = f"/admin/{address.format(page=front.pk, form=form.pk)}"

    found = faults(administrator, url, **UNKNOWN)
    found += faults(administrator, url, ordering=ORDERS[0], order_by=ORDERS[0], p="x")

    assert administrator.get(url).status_code == 200
    assert not found, "\n".join(found)


def whole_pages() -> list[AdminAddress]:
    """Return what is no part of a page, fetched by a script from the view that makes the page."""
    return [address for address in admin_addresses() if not address.url.endswith("/results/")]


def test_no_list_is_put_in_an_order_that_tells_a_secret(administrator):
    found = []
    for address in whole_pages():
        if hasattr(address.view, "get_ordering"):
            for order in ORDERS:
                found += faults(administrator, address.url, ordering=order, p="x")
        if address.model_admin:
            for order in COLUMNS:
                found += faults(administrator, address.url, o=order)

    assert not found, "\n".join(found)


@pytest.mark.parametrize("admin", model_admins(), ids=lambda admin: admin.model._meta.label_lower)
def test_a_list_survives_pages_and_searches_that_nobody_types(administrator, admin):
    found = [fault for page in PAGES for fault in faults(administrator, list_url(admin), p=page)]
    found += faults(administrator, list_url(admin), q="a " * 3000)

    assert not found, "\n".join(found)


@pytest.mark.parametrize("admin", model_admins(), ids=lambda admin: admin.model._meta.label_lower)
def test_what_no_filter_can_mean_is_answered_with_the_whole_list(administrator, admin):
    found = []
    for value in WRONG:
        for name in parameters_of(admin):
            found += faults(administrator, list_url(admin), **{name: value})
    for name in (name for name in parameters_of(admin) if name.endswith("__gte")):
        found += faults(administrator, list_url(admin), **{name: EARLIEST, "export": "csv"})

    assert not found, "\n".join(found)


def test_a_wrong_value_leads_to_the_whole_list_and_says_so(client):
    client.force_login(UserFactory(administrator=True))
    url = "/admin/community/broadcast/"

    answer = client.get(url, {"made_at__gte": "soon", "export": "csv"}, follow=True)

    assert answer.redirect_chain == [(url, 302)]
    assert len(answer.context["messages"]) == 1


def parameters_of(admin: ModelAdmin) -> list[str]:
    """Return the parameters by which the filters of a list are asked for."""
    names = []
    for declared in admin.list_filter:
        if callable(declared):
            names.append(declared.parameter_name)
            continue
        field = declared if isinstance(declared, str) else declared[0]
        names += [f"{field}__{end}" for end in ("exact", "gte", "id__exact")]
    return names


def test_wagtails_own_filters_refuse_what_they_cannot_mean(administrator):
    found = []
    for address in whole_pages():
        filters = getattr(address.view, "filterset_class", None)
        if filters is None and not address.url.startswith("/admin/reports/"):
            continue
        answer = administrator.get(address.url)
        filters = (answer.context or {}).get("filters")
        names = [
            f"{name}{end}"
            for name in (filters.form.fields if filters else ())
            for end in ("", "_from", "_to", "_after", "_before", "_0", "_1")
        ]
        if not names:
            continue
        for value in WRONG[:3]:
            found += faults(administrator, address.url, **dict.fromkeys(names, value))

    assert not found, "\n".join(found)
