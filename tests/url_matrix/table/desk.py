"""What everybody who may enter the admin finds there, and the doors that are closed."""

from tests.url_matrix.answers import Answer
from tests.url_matrix.roles import STAFF, Role
from tests.url_matrix.rows import ANYBODY, Row, for_everybody, for_staff, inside

DESK: tuple[Row, ...] = (
    # One door for everybody.
    for_everybody("admin/login/", "wagtailadmin_login", get=Answer.SIGN_IN, post=Answer.SIGN_IN),
    # The way out is open to members too.
    Row(
        ("wagtailadmin_logout",),
        inside(Answer.NOT_ALLOWED) | {Role.MEMBER: Answer.SIGN_IN},
        dict.fromkeys(Role, Answer.SIGN_IN),
    ),
    for_staff(
        "wagtailadmin_home",
        "wagtailadmin_dismissibles",
        # Empty for whoever may change no page.
        "portal_links*",
        "wagtail_localize:javascript_catalog",
        "wagtail_modeladmin:javascript_catalog",
        who=STAFF,
    ),
    for_staff("wagtailadmin_account", "portal_handbook*", who=STAFF, post=Answer.OK),
    # A session of somebody else: nothing comes of it.
    for_staff(
        "wagtailadmin_editing_sessions:release",
        who=STAFF,
        get=Answer.NOT_ALLOWED,
        post=Answer.OK,
    ),
    # Drawings and words of the admin; they tell nothing.
    Row(
        ("wagtailadmin_sprite",),
        ANYBODY | {Role.MEMBER: Answer.REFUSED},
        ANYBODY | {Role.MEMBER: Answer.REFUSED},
    ),
    Row(
        ("wagtailadmin_javascript_catalog",),
        ANYBODY | {Role.MEMBER: Answer.REFUSED},
        dict.fromkeys(Role, Answer.NOT_ALLOWED) | {Role.MEMBER: Answer.REFUSED},
    ),
    # Doors of Wagtail's that stay closed: passwords are allauth's, one of the others fails
    # on purpose. Nobody learns here whether they are signed in.
    Row(
        (
            "^admin/([?]:failwhale|test404)/$",
            "admin/test404/",
            "wagtailadmin_error_test",
            "wagtailadmin_password_reset*",
        ),
        dict.fromkeys(Role, Answer.NOT_FOUND) | {Role.MEMBER: Answer.REFUSED},
        dict.fromkeys(Role, Answer.NOT_FOUND) | {Role.MEMBER: Answer.REFUSED},
    ),
    for_staff("admin/^.[*]/$", who=STAFF, get=Answer.NOT_FOUND, post=Answer.NOT_FOUND),
)
