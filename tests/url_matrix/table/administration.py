"""People, groups, settings and the portal's works: administrators alone."""

from tests.url_matrix.answers import Answer
from tests.url_matrix.roles import STAFF
from tests.url_matrix.rows import ADMINISTRATORS, NOBODY, Row, by_script, for_staff

READ = ("index", "index_results", "history", "history_results", "usage")

ADMINISTRATION: tuple[Row, ...] = (
    # People and groups.
    for_staff(
        *(f"wagtailusers_{kind}:{view}" for kind in ("users", "groups") for view in READ),
        who=ADMINISTRATORS,
    ),
    for_staff(
        "wagtailusers_*:add",
        "wagtailusers_*:edit",
        "wagtailusers_*:copy",
        "wagtail_bulk_action user assign_role",
        "wagtail_bulk_action user set_active_state",
        who=ADMINISTRATORS,
        post=Answer.OK,
    ),
    for_staff(
        "wagtailusers_*:delete",
        "wagtail_bulk_action user delete",
        who=ADMINISTRATORS,
        post=Answer.DONE,
    ),
    # Settings. A form without its blocks is one that no editor sends.
    for_staff(
        "wagtailsettings:edit identity",
        "wagtailsettings:edit mainmenu",
        "wagtailsettings:edit footer",
        who=ADMINISTRATORS,
        post=Answer.BAD_REQUEST,
    ),
    for_staff("wagtailsettings:edit communitysettings", who=ADMINISTRATORS, post=Answer.DONE),
    # The settings of the whole portal have one form: the way to it shows nothing yet.
    for_staff(
        "wagtailsettings:edit first communitysettings",
        who=STAFF,
        get=Answer.DONE,
        post=Answer.DONE,
    ),
    for_staff(
        "wagtailsettings:preview_on_edit communitysettings",
        who=ADMINISTRATORS,
        get=Answer.NOT_FOUND,
        post=Answer.NOT_FOUND,
    ),
    for_staff(
        "wagtailsettings:edit first identity",
        "wagtailsettings:edit first mainmenu",
        "wagtailsettings:edit first footer",
        "wagtailadmin_workflows:select_task_type",
        who=ADMINISTRATORS,
        get=Answer.DONE,
        post=Answer.DONE,
    ),
    for_staff(
        "wagtailsettings:preview_on_edit identity",
        "wagtailsettings:preview_on_edit mainmenu",
        "wagtailsettings:preview_on_edit footer",
        who=ADMINISTRATORS,
        post=Answer.OK,
    ),
    # Sites and languages; each language of the portal has its row already.
    for_staff(
        *(f"wagtail{kind}:{view}" for kind in ("sites", "locales") for view in READ),
        who=ADMINISTRATORS,
    ),
    for_staff(
        "wagtailsites:add",
        "wagtailsites:edit",
        "wagtailsites:copy",
        "wagtaillocales:edit",
        "wagtaillocales:delete",
        who=ADMINISTRATORS,
        post=Answer.OK,
    ),
    for_staff("wagtailsites:delete", who=ADMINISTRATORS, post=Answer.DONE),
    # Messages are written by visitors alone.
    for_staff("wagtaillocales:add", "home_contactsubmission_modeladmin_create", who=NOBODY),
    for_staff(
        "home_contactsubmission_modeladmin_index",
        "home_contactsubmission_modeladmin_inspect",
        "site_config_outboxmail_modeladmin_index",
        who=ADMINISTRATORS,
    ),
    for_staff("home_contactsubmission_modeladmin_edit", who=ADMINISTRATORS, post=Answer.OK),
    for_staff(
        "home_contactsubmission_modeladmin_delete",
        "site_config_outboxmail_modeladmin_try_again",
        who=ADMINISTRATORS,
        post=Answer.DONE,
    ),
    # Collections and redirects.
    for_staff("wagtailadmin_collections:index", who=ADMINISTRATORS),
    for_staff(
        "wagtailadmin_collections:add",
        "wagtailadmin_collections:edit",
        "wagtailadmin_collections:set_privacy",
        who=ADMINISTRATORS,
        post=Answer.OK,
    ),
    for_staff(
        "wagtailadmin_collections:delete",
        who=ADMINISTRATORS,
        post=Answer.DONE,
        others=Answer.NOT_FOUND,
    ),
    for_staff("wagtailredirects:index*", who=ADMINISTRATORS),
    for_staff(
        "wagtailredirects:add",
        "wagtailredirects:edit",
        "wagtailredirects:start_import",
        who=ADMINISTRATORS,
        post=Answer.OK,
    ),
    for_staff("wagtailredirects:delete", who=ADMINISTRATORS, post=Answer.DONE),
    for_staff(
        "wagtailredirects:process_import",
        who=ADMINISTRATORS,
        get=Answer.NOT_ALLOWED,
        post=Answer.BAD_REQUEST,
    ),
    # Workflows and their tasks.
    for_staff(
        "wagtailadmin_workflows:index*",
        "wagtailadmin_workflows:usage*",
        "wagtailadmin_workflows:task_index*",
        "wagtailadmin_workflows:task_chooser",
        "wagtailadmin_workflows:task_chooser_results",
        who=ADMINISTRATORS,
    ),
    for_staff(
        "wagtailadmin_workflows:add",
        "wagtailadmin_workflows:edit",
        "wagtailadmin_workflows:add_task",
        "wagtailadmin_workflows:edit_task",
        "wagtailadmin_workflows:task_chooser_create",
        "wagtailadmin_workflows:task_chosen",
        who=ADMINISTRATORS,
        post=Answer.OK,
    ),
    for_staff(
        "wagtailadmin_workflows:disable",
        "wagtailadmin_workflows:disable_task",
        who=ADMINISTRATORS,
        post=Answer.DONE,
    ),
    by_script(
        "wagtailadmin_workflows:enable",
        "wagtailadmin_workflows:enable_task",
        "wagtailadmin_workflows:remove *",
        who=ADMINISTRATORS,
        post=Answer.DONE,
    ),
)
