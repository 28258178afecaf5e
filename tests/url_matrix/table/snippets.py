"""Authors, contacts, tiers, topics and discussions."""

from tests.url_matrix.answers import Answer
from tests.url_matrix.roles import STAFF, Role
from tests.url_matrix.rows import ADMINISTRATORS, COMMUNITY, NOBODY, WRITERS, Row, for_staff

EDITORIAL = ("articles_author", "articles_contact", "partners_partnertier")
TOPIC = "wagtailsnippets_site_config_topic"
DISCUSSION = "wagtailsnippets_community_discussion"
READY_REPLY = "wagtailsnippets_community_cannedreply"
# Terms, people and figures of partners.
PARTNERSHIP = "wagtailsnippets_partners_partner"
PLACEMENT = "wagtailsnippets_partners_placement"
READ = ("list", "list_results", "usage", "history", "history_results")
WRITE = ("add", "edit", "copy")
# A discussion has a topic, which whoever moderates may choose.
CHOOSES_TOPICS = WRITERS | {Role.COMMUNITY_MODERATOR}

SNIPPETS: tuple[Row, ...] = (
    for_staff("wagtailsnippets:index", who=CHOOSES_TOPICS),
    for_staff(
        *(f"wagtailsnippets_{model}:{view}" for model in EDITORIAL for view in READ),
        *(f"wagtailsnippetchoosers_{model}:cho*" for model in EDITORIAL),
        *(f"{TOPIC}:{view}" for view in ("usage", "history", "history_results")),
        who=WRITERS,
    ),
    for_staff(
        f"{TOPIC}:list*", "wagtailsnippetchoosers_site_config_topic:cho*", who=CHOOSES_TOPICS
    ),
    for_staff(
        *(f"wagtailsnippets_{model}:{view}" for model in EDITORIAL for view in WRITE),
        *(f"{TOPIC}:{view}" for view in ("add", "edit")),
        who=WRITERS,
        post=Answer.OK,
    ),
    for_staff(
        *(f"wagtailsnippets_{model}:delete" for model in EDITORIAL),
        f"{TOPIC}:delete",
        who=ADMINISTRATORS,
        post=Answer.DONE,
    ),
    for_staff("wagtail_bulk_action topic delete", who=WRITERS, post=Answer.DONE),
    for_staff(
        *(f"{DISCUSSION}:{view}" for view in (*READ, "inspect")),
        "wagtailsnippetchoosers_community_discussion:cho*",
        who=COMMUNITY,
    ),
    for_staff(f"{DISCUSSION}:edit", who=COMMUNITY, post=Answer.OK),
    for_staff(f"{DISCUSSION}:add", who=ADMINISTRATORS, post=Answer.OK),
    for_staff(f"{DISCUSSION}:delete", who=ADMINISTRATORS, post=Answer.DONE),
    for_staff(
        *(f"{READY_REPLY}:{view}" for view in READ),
        "wagtailsnippetchoosers_community_cannedreply:cho*",
        who=COMMUNITY,
    ),
    for_staff(f"{READY_REPLY}:add", f"{READY_REPLY}:edit", who=COMMUNITY, post=Answer.OK),
    for_staff(f"{READY_REPLY}:delete", who=COMMUNITY, post=Answer.DONE),
    for_staff(
        *(f"{model}:{view}" for model in (PARTNERSHIP, PLACEMENT) for view in READ),
        "wagtailsnippetchoosers_partners_partner:cho*",
        "wagtailsnippetchoosers_partners_placement:cho*",
        who=ADMINISTRATORS,
    ),
    for_staff(
        f"{PARTNERSHIP}:edit",
        *(f"{PLACEMENT}:{view}" for view in WRITE),
        who=ADMINISTRATORS,
        post=Answer.OK,
    ),
    # A partner's page begins a partnership.
    for_staff(f"{PARTNERSHIP}:add", who=NOBODY, post=Answer.REFUSED),
    for_staff(f"{PARTNERSHIP}:delete", f"{PLACEMENT}:delete", who=ADMINISTRATORS, post=Answer.DONE),
    # No chooser offers a form.
    for_staff(
        "wagtailsnippetchoosers_*:create", who=STAFF, get=Answer.NOT_FOUND, post=Answer.NOT_FOUND
    ),
)
