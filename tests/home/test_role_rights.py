"""Each role has its group, and each group the rights of its role and no others."""

from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.urls import get_resolver, reverse
from wagtail import hooks
from wagtail.models import GroupCollectionPermission, GroupPagePermission, Page
from wagtail.snippets.models import get_snippet_models
from wagtail_localize.models import Translation, TranslationSource

from community.models import CannedReply, Discussion
from home.models import StandardPage
from partners.models import Partner, Placement
from tests.factories.community import UserFactory
from tests.factories.home import ContactPageFactory, StandardPageFactory

pytestmark = pytest.mark.django_db

ROLES = {
    "Editors",
    "Moderators",
    "Community moderators",
    "Partners",
    "Emergency publishers",
    "Administrators",
}
migration = import_module("home.migrations.0008_role_rights")
# What later migrations add, in their order.
LATER = [
    import_module(f"home.migrations.{name}")
    for name in (
        "0010_rights_over_comments",
        "0011_rights_over_ready_replies",
        "0012_rights_over_registrations",
        "0013_rights_over_accessible_copies",
        "0014_rights_over_submissions",
        "0015_rights_of_subscriptions",
        "0016_rights_over_pledges",
        "0017_rights_of_administrators",
        "0018_rights_over_partnerships",
        "0019_rights_of_partner_desk",
        "0020_rights_over_alerts",
        "0021_rights_over_known_phases",
        "0022_rights_over_timers_and_links",
        "0023_right_to_speak_for_the_city",
    )
]
EDITOR = SimpleNamespace(connection=connection)


over_comments, over_replies = LATER[:2]
over_alerts = LATER[-4]
to_speak = LATER[-1]


def grant_all() -> None:
    """Do what the migrations do, in their order."""
    for step in (migration, *LATER):
        step.grant(apps, EDITOR)


def everything() -> dict[str, object]:
    """All rights of all groups, in a form that can be compared."""
    return {
        group.name: (
            set(group.permissions.values_list("content_type__app_label", "codename")),
            set(
                GroupPagePermission.objects.filter(group=group).values_list(
                    "page__depth", "permission__codename"
                )
            ),
            set(
                GroupCollectionPermission.objects.filter(group=group).values_list(
                    "collection__depth", "permission__codename"
                )
            ),
        )
        for group in Group.objects.all()
    }


def offered() -> set[Permission]:
    """The rights that the form of a group offers."""
    _ = get_resolver().url_patterns  # Some are registered together with their addresses.
    return {right for offer in hooks.get_hooks("register_permissions") for right in offer()}


def rights_of(group: str) -> set[str]:
    return set(Group.objects.get(name=group).permissions.values_list("codename", flat=True))


def colleague(group: str):
    person = UserFactory()
    person.groups.add(Group.objects.get(name=group))
    return person


def test_there_is_one_group_for_each_role():
    assert set(Group.objects.values_list("name", flat=True)) == ROLES


@pytest.mark.parametrize("group", sorted(ROLES))
def test_every_role_may_enter_the_admin(group):
    assert colleague(group).has_perm("wagtailadmin.access_admin")


@pytest.mark.parametrize(
    ("group", "rights"),
    [("Partners", set()), ("Emergency publishers", {"publish_alert", "speak_for_the_city"})],
)
def test_some_roles_enter_for_one_thing_or_none(group, rights):
    assert rights_of(group) == {"access_admin", *rights}
    held = everything()[group]
    assert held[1:] == (set(), set())


def test_alerts_are_for_emergency_publishers_and_administrators_alone():
    may = {group for group in ROLES if "publish_alert" in rights_of(group)}

    assert may == {"Emergency publishers", "Administrators"}
    over_alerts.withdraw(apps, EDITOR)
    assert not any("publish_alert" in rights_of(group) for group in ROLES)


def test_community_moderators_moderate_and_nothing_else():
    assert rights_of("Community moderators") == {
        "access_admin",
        "add_cannedreply",
        "change_cannedreply",
        "change_comment",
        "change_discussion",
        "delete_cannedreply",
        "speak_for_the_city",
        "view_cannedreply",
        "view_comment",
        "view_discussion",
        "view_topic",
    }
    assert everything()["Community moderators"][1:] == (set(), set())


@pytest.mark.parametrize(
    ("group", "edits", "publishes"),
    [
        ("Editors", True, False),
        ("Moderators", True, True),
        ("Administrators", True, True),
        ("Community moderators", False, False),
        ("Partners", False, False),
        ("Emergency publishers", False, False),
    ],
)
def test_who_edits_and_who_publishes(site, group, edits, publishes):
    page = StandardPageFactory(parent=site.root_page)

    may = page.permissions_for_user(colleague(group))

    assert may.can_edit() is edits
    assert may.can_add_subpage() is (edits and bool(StandardPage.subpage_types))
    for answer in (may.can_publish, may.can_unpublish, may.can_lock, may.can_set_view_restrictions):
        assert answer() is publishes, answer


def test_editors_and_moderators_look_after_everything_editorial():
    # Terms, people and figures of partners are for administrators.
    for model in set(get_snippet_models()) - {Discussion, CannedReply, Partner, Placement}:
        codenames = {f"{action}_{model._meta.model_name}" for action in ("add", "change")}
        for group in ("Editors", "Moderators"):
            assert codenames <= rights_of(group), (
                f"{group} can't edit {model._meta.label}: give them the right in a migration."
            )


def test_administrators_hold_every_right_there_is():
    held = set(Group.objects.get(name="Administrators").permissions.all())
    by_collection = {"image", "document", "media", "collection"}
    missing = {right for right in offered() - held if right.content_type.model not in by_collection}
    assert missing == set(), "Give administrators these rights in a migration."


def test_exports_people_and_settings_are_for_administrators_alone():
    sensitive = {"export_lists", "add_user", "change_user", "change_group", "change_identity"}
    sensitive |= {"view_contactsubmission", "change_outboxmail", "add_workflow", "add_redirect"}
    assert sensitive <= rights_of("Administrators")
    for group in ROLES - {"Administrators"}:
        assert not sensitive & rights_of(group), group


def test_messages_are_read_by_administrators_not_by_whoever_edits_the_form(client, site):
    page = ContactPageFactory(parent=site.root_page)
    address = f"/admin/forms/submissions/{page.pk}/"

    answers = {}
    for group in ("Editors", "Moderators", "Administrators"):
        client.force_login(colleague(group))
        answers[group] = client.get(address).status_code

    assert answers == {"Editors": 302, "Moderators": 302, "Administrators": 200}


def test_the_box_that_publishes_translations_is_shown_to_those_who_may(client, site, locales):
    page = StandardPageFactory(parent=site.root_page, locale=locales["sq"])
    source, _made = TranslationSource.get_or_create_from_instance(page)
    translation = Translation.objects.create(source=source, target_locale=locales["en"])
    site.root_page.copy_for_translation(locales["en"])
    translation.save_target(publish=False)
    address = reverse("wagtail_localize:update_translations", args=[source.pk])

    shown = {}
    for group in ("Editors", "Moderators"):
        client.force_login(colleague(group))
        response = client.get(address)
        assert response.status_code == 200
        shown[group] = 'name="publish_translations"' in response.content.decode()

    assert shown == {"Editors": False, "Moderators": True}


def test_doing_it_again_changes_nothing():
    before = everything()
    grant_all()
    assert everything() == before


def test_it_can_be_undone_and_done_again():
    before = everything()
    person = colleague("Partners")

    migration.withdraw(apps, EDITOR)

    # Nobody loses their group; what Wagtail brings stays as it is.
    assert set(Group.objects.values_list("name", flat=True)) == {
        "Editors",
        "Moderators",
        "Partners",
    }
    assert not person.groups.get().permissions.exists()
    grant_all()
    assert everything() == before


def test_rights_that_wagtail_or_somebody_added_are_put_in_order():
    before = everything()
    editors = Group.objects.get(name="Editors")
    publish = Permission.objects.get(codename="publish_page")
    GroupPagePermission.objects.create(
        group=editors, page=Page.objects.get(depth=1), permission=publish
    )
    editors.permissions.add(Permission.objects.get(codename="delete_page"))

    grant_all()

    assert everything() == before


def test_rights_over_comments_can_be_withdrawn_and_given_again():
    before = everything()

    over_comments.withdraw(apps, EDITOR)

    for group in ("Community moderators", "Moderators"):
        assert not {"change_comment", "see_author_email"} & rights_of(group)
        assert "change_discussion" in rights_of(group)
    over_comments.grant(apps, EDITOR)
    assert everything() == before


def test_rights_over_ready_replies_can_be_withdrawn_and_given_again():
    before = everything()

    over_replies.withdraw(apps, EDITOR)

    assert not any("add_cannedreply" in rights_of(group) for group in ROLES)
    over_replies.grant(apps, EDITOR)
    assert everything() == before


def test_all_but_partners_speak_for_the_city():
    before = everything()
    speaking = {group for group in ROLES if "speak_for_the_city" in rights_of(group)}

    to_speak.withdraw(apps, EDITOR)

    assert speaking == ROLES - {"Partners"}
    assert not any("speak_for_the_city" in rights_of(group) for group in ROLES)
    to_speak.grant(apps, EDITOR)
    assert everything() == before


def test_addresses_of_authors_are_looked_up_by_moderators_and_administrators():
    may = {group for group in ROLES if "see_author_email" in rights_of(group)}

    assert may == {"Moderators", "Administrators"}


def test_administrators_alone_look_after_partnerships():
    rights = {"view_partner", "change_partner", "view_placement", "change_placement"}
    assert rights <= rights_of("Administrators")
    for group in ROLES - {"Administrators"}:
        assert not rights & rights_of(group)
