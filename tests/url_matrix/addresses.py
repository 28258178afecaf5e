"""The addresses at which each route is asked, with the objects of the demo city."""

from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import Any, NamedTuple
from urllib.parse import urlencode

from allauth.account.forms import default_token_generator
from allauth.account.models import EmailConfirmationHMAC
from allauth.account.utils import user_pk_to_url_str
from django.core import signing
from django.urls import reverse
from django.utils.translation import override

from campaigns.services.withdrawing import SALT as PLEDGE_SALT
from campaigns.services.withdrawing import stop_token
from community.moderation_mails import LINK_SALT
from community.services.guests import SALT
from community.subscriptions.channels import Channel
from community.subscriptions.links import choose_token, stop_url
from community.unsubscribing import SALT as UNSUBSCRIBE_SALT
from gallery.takedowns.views import SALT as RECEIVED_SALT
from site_config.visits import VisitKind, subject_of
from site_config.visits.subjects import make_mark
from tests.url_matrix.objects import Objects
from tests.url_matrix.routes import Route


class Address(NamedTuple):
    """Where a route is asked.

    Attributes:
        key: the route's name; with a word after it where a route is asked in several ways.
        url: path and query.
    """

    key: str
    url: str


# Routes without a name.
PATHS = {
    "admin/login/": "/admin/login/",
    "^admin/(?:failwhale|test404)/$": "/admin/failwhale/",
    "admin/test404/": "/admin/test404/",
    "admin/^.*/$": "/admin/nothing/of/this/name/",
    "favicon.ico": "/favicon.ico",
}
# What a partner asks for once more, with the page that is theirs.
ASKED_OF_OWN_PAGE = {
    f"wagtailadmin_pages:{view}"
    for view in (
        *("edit", "preview_on_edit", "view_draft", "history", "usage", "copy", "delete", "lock"),
        *("set_privacy", "unlock", "unpublish"),
    )
}
BULK_ACTIONS = {
    "page": ("publish", "unpublish", "move", "delete"),
    "siteimage": ("add_to_collection", "add_tags", "delete"),
    "sitedocument": ("add_to_collection", "add_tags", "delete"),
    "user": ("assign_role", "set_active_state", "delete"),
    "topic": ("delete",),
}
# Names that two routes share; the last argument tells them apart.
SEVERAL_WAYS = {"wagtail_localize:preview_translation", "wagtailadmin_workflows:remove"}
SETTINGS = {
    "identity": "site_config",
    "mainmenu": "site_config",
    "footer": "site_config",
    "communitysettings": "community",
}


def addresses(route: Route, objects: Objects) -> Iterator[Address]:
    """Yield where this route is asked.

    Raises:
        NoReverseMatch: nobody has said for which object.
    """
    if route.name in PATHS:
        yield Address(route.name, PATHS[route.name])
    elif route.name == "wagtail_bulk_action":
        yield from _bulk_actions(route, objects)
    elif route.name.startswith("wagtailsettings:"):
        word = "" if "pk" in route.takes else "first "
        for model, app in SETTINGS.items():
            owner = objects.site if app == "site_config" else objects.community_settings
            arguments = {"app_name": app, "model_name": model}
            if "pk" in route.takes:
                arguments["pk"] = owner.pk
            yield Address(f"{route.name} {word}{model}", _url(route.name, arguments))
    else:
        url = _url(route.name, _arguments(route, objects), _query(route, objects))
        yield Address(_key(route), url)
        if route.name in ASKED_OF_OWN_PAGE:
            own = _url(route.name, {"page_id": objects.partner_page.pk})
            yield Address(f"own {route.name}", own)


def _key(route: Route) -> str:
    return f"{route.name} {route.takes[-1]}" if route.name in SEVERAL_WAYS else route.name


def _bulk_actions(route: Route, objects: Objects) -> Iterator[Address]:
    chosen = (objects.article, objects.image, objects.document, objects.member, objects.topic)
    for target, (model, actions) in zip(chosen, BULK_ACTIONS.items(), strict=True):
        app = "wagtailcore" if model == "page" else target._meta.app_label
        for action in actions:
            url = _url(route.name, [app, model, action], {"id": target.pk, "next": "/admin/"})
            yield Address(f"{route.name} {model} {action}", url)


def _url(name: str, arguments: Any, query: dict[str, Any] | None = None) -> str:
    with override("en"):
        if isinstance(arguments, dict):
            url = reverse(name, kwargs=arguments)
        else:
            url = reverse(name, args=arguments)
    return f"{url}?{urlencode(query)}" if query else url


def _arguments(route: Route, objects: Objects) -> Any:
    """Return what stands in the address: what this route asks for, else what its names say."""
    known = objects.numbers()
    for pattern, special in _special(objects).items():
        if fnmatchcase(route.name, pattern):
            if not isinstance(special, dict):
                return special
            known |= special
    return {name: known[name] for name in route.takes if name in known}


def _special(objects: Objects) -> dict[str, Any]:
    article_type = {"content_type_app_name": "articles", "content_type_model_name": "articlepage"}
    topic = {"app_label": "site_config", "model_name": "topic", "pk": objects.topic.pk}
    file_of = {
        "wagtailimages": objects.uploads["image"],
        "wagtaildocs": objects.uploads["document"],
    }
    member, discussion = objects.member, objects.discussion
    return {
        "wagtailadmin_api:pages:*": {"pk": objects.article.pk, "action_name": "publish"},
        "wagtailadmin_api:documents:*": {"pk": objects.document.pk},
        "wagtailadmin_api:images:*": {"pk": objects.image.pk},
        "wagtailadmin_pages:*": article_type,
        "wagtailadmin_pages:choose_parent": {"app_label": "articles", "model_name": "articlepage"},
        "wagtailadmin_pages:*workflow*": {"page_id": objects.waiting.pk, "action_name": "approve"},
        "wagtailadmin_pages:revisions_compare": [objects.article.pk, "earliest", "latest"],
        "wagtailadmin_tag_model_autocomplete": {"app_name": "taggit", "model_name": "tag"},
        "wagtailadmin_collections:*": {"pk": objects.collection.pk},
        "wagtailadmin_workflows:*": {"pk": objects.workflow.pk},
        "wagtailadmin_workflows:*_task": {
            "pk": objects.task.pk,
            "app_label": "wagtailcore",
            "model_name": "groupapprovaltask",
        },
        "wagtailadmin_editing_sessions:*": {
            "app_label": "articles",
            "model_name": "articlepage",
            "object_id": objects.article.pk,
        },
        "alerts:alert": {"uid": objects.alert.uid},
        "alerts_cap": {"uid": objects.alert.uid, "number": 1},
        "portal_alert*": {"uid": objects.alert.uid, "language": "en"},
        "campaigns:register": {"pk": objects.event.pk},
        "campaigns:confirm_registration": {"token": "nobodys"},
        "campaigns:cancel_registration": {"token": "nobodys"},
        "campaigns_eventregistration_*": {"instance_pk": objects.registration.pk},
        "home_contactsubmission_*": {"instance_pk": objects.submission.pk},
        "community_comment_modeladmin_*": {"instance_pk": objects.comment.pk},
        "community_appeal": {"pk": objects.appeal.pk},
        "community_member_desk": {"pk": discussion.author_id},
        "wagtailsnippet*_community_cannedreply:*": {"pk": objects.ready_reply.pk},
        "contributions:*": {"pk": objects.contributed.waiting.pk},
        "takedowns:photo": {"pk": objects.contributed.photo.pk},
        "takedowns:film": {"pk": objects.contributed.film.pk},
        "takedowns:received": {
            "token": signing.dumps(objects.contributed.asked.number, salt=RECEIVED_SALT)
        },
        "gallery_mediasubmission_*": {"instance_pk": objects.contributed.waiting.pk},
        "gallery_takedownrequest_*": {"instance_pk": objects.contributed.asked.pk},
        "gallery_work_*": {"instance_pk": objects.contributed.asked.work_id},
        "gallery_submission_file": {"pk": objects.contributed.waiting.pk, "part": "file"},
        "site_config_outboxmail_*": {"instance_pk": objects.mail.pk},
        "partners_partnerpage_*": {"instance_pk": objects.partner_page.pk},
        "wagtail_localize:*": topic | {"mode": "form"},
        "wagtailforms:*": {"page_id": objects.contact_page.pk},
        "wagtailimages:*": {
            "filter_spec": "width-100",
            "uploaded_file_id": file_of["wagtailimages"].pk,
        },
        "wagtaildocs:*": {"uploaded_file_id": file_of["wagtaildocs"].pk},
        "wagtailsnippet*_articles_author:*": {"pk": objects.author.pk},
        "wagtailsnippet*_articles_contact:*": {"pk": objects.contact.pk},
        "wagtailsnippet*_community_discussion:*": {"pk": discussion.pk},
        "partner_desk:asset": {"partner": objects.partner.pk, "pk": objects.asset.pk},
        "partner_desk:file": {"partner": objects.partner.pk, "pk": objects.desk_file.pk},
        "partner_desk:document": {"partner": objects.partner.pk, "pk": objects.desk_document.pk},
        "partner_desk:thread": {"partner": objects.partner.pk, "pk": objects.thread.pk},
        "partner_desk:*": {"partner": objects.partner.pk, "language": "en"},
        "partners_deskasset_*": {"instance_pk": objects.asset.pk},
        "partners_deskdocument_*": {"instance_pk": objects.desk_document.pk},
        "partners_deskthread_*": {"instance_pk": objects.thread.pk},
        "partners_desk_file": {"pk": objects.desk_file.pk},
        "wagtailsnippet*_partners_partner:*": {"pk": objects.placement.partner_id},
        "wagtailsnippet*_partners_placement:*": {"pk": objects.placement.pk},
        "wagtailsnippet*_partners_partnertier:*": {"pk": objects.tier.pk},
        "wagtailsnippet*_site_config_topic:*": {"pk": objects.topic.pk},
        "wagtaillocales:*": {"pk": objects.english.pk},
        "wagtailsites:*": {"pk": objects.site.pk},
        "wagtailusers_users:*": {"pk": member.pk},
        "wagtailusers_groups:*": {"pk": objects.group.pk},
        "wagtaildocs_chooser:*": {"pk": objects.document.pk},
        "wagtailimages_chooser:*": {"pk": objects.image.pk},
        "portal_handbook_named": {"name": "editors"},
        "wagtailadmin_password_reset_confirm": {"uidb64": "MQ", "token": "x"},
        "wagtaildocs_serve": [objects.document.pk, objects.document.filename],
        "wagtaildocs_authenticate_with_password": {"restriction_id": objects.file_restriction.pk},
        "account_confirm_email": {"key": EmailConfirmationHMAC(objects.address).key},
        "account_reset_password_from_key": {
            "uidb36": user_pk_to_url_str(member),
            "key": default_token_generator.make_token(member),
        },
        "mfa_*": {"pk": objects.key.pk},
        "account_end_session": {"pk": objects.session.pk},
        "community:export_file": {"secret": "used-up-long-ago"},
        "community:member": {"pk": discussion.author_id},
        "community:follow_member": {"pk": discussion.author_id},
        "community:confirm_comment": {"token": signing.dumps(objects.pending.pk, salt=SALT)},
        "community:own_decision": {"pk": objects.decision.pk},
        "community:guest_decision": {
            "token": signing.dumps(objects.guest_decision.pk, salt=LINK_SALT)
        },
        "community:*comment": {"pk": objects.comment.pk},
        "community:read_notification": {"pk": objects.comment.pk},
        "community:unsubscribe": {
            "token": signing.dumps([member.pk, "reply"], salt=UNSUBSCRIBE_SALT)
        },
        "community:confirm_subscription": {"token": "used-up-long-ago"},
        "community:subscription*": {"token": choose_token(objects.follower)},
        "community:stop_subscription": [
            stop_url(objects.follower, Channel("alerts", "city")).rstrip("/").rpartition("/")[2]
        ],
        "newsletter_test": {"pk": objects.edition.pk},
        "community:thread": {"pk": objects.comment.pk},
        "community:follow": {"kind": "discussion", "pk": discussion.pk},
        "community:target_feed": {"kind": "discussion", "pk": discussion.pk},
        "community:target_atom_feed": {"kind": "discussion", "pk": discussion.pk},
        "community:personal": {"kind": "discussion", "pk": discussion.pk},
        "community:write_comment": {"kind": "discussion", "pk": discussion.pk},
        "community:edit_discussion": {"pk": discussion.pk},
        "community:discussion": {"pk": discussion.pk, "slug": discussion.slug},
        "publication_cover": [_below_language(objects.issue), "cover.svg"],
        "follow_visit": [make_mark(VisitKind.DOWNLOAD, subject_of(objects.document))],
        "campaigns:pledge": {"pk": objects.campaign.pk},
        "campaigns:confirm_pledge": {"token": "used-up-long-ago"},
        "campaigns:own_pledge": {"token": signing.dumps(objects.pledge.pk, salt=PLEDGE_SALT)},
        "campaigns:stop_pledge_mails": {"token": stop_token(objects.pledge)},
        "campaigns:change_feed": {
            "path": _below_language(objects.campaign),
            "filename": "changes.rss",
        },
        "campaigns_pledge_*": {"instance_pk": objects.pledge.pk},
        "accessible_copy*": {"pk": objects.issue.pk},
        "confirm_accessible_copy": {"token": "used-up-long-ago"},
        "publications_accessiblecopyrequest_*": {"instance_pk": objects.copy_request.pk},
        "campaigns:calendar_file": {
            "path": _below_language(objects.event),
            "filename": "event.ics",
        },
        "wagtailcore_authenticate_with_password": {
            "page_view_restriction_id": objects.restriction.pk,
            "page_id": objects.restriction.page_id,
        },
        "media": {"path": objects.album_photo.get_rendition("format-jpeg|width-960").file.name},
        "act_on_workflow": {"page_id": objects.waiting.pk, "action_name": "approve"},
        "wagtail_serve": [_below_language(objects.article)],
    }


def _below_language(page: Any) -> str:
    """Return the address of a page without its language, which the route adds."""
    return page.url.strip("/").split("/", 1)[1] + "/"


def _query(route: Route, objects: Objects) -> dict[str, Any]:
    """Return what a route is never asked without."""
    if route.name == "wagtailadmin_block_preview":
        return {"id": objects.block.definition_prefix}
    if route.name == "wagtailforms:delete_submissions":
        return {"selected-submissions": objects.submission.pk}
    return {}
