"""The partner desk: for a partner's own people; figures for administrators too."""

from tests.url_matrix.answers import Answer
from tests.url_matrix.roles import Role
from tests.url_matrix.rows import ADMINISTRATORS, WRITERS, Row, for_staff


def at_desk(
    *names: str,
    get: Answer = Answer.OK,
    post: Answer = Answer.NOT_ALLOWED,
    for_administrators: bool = False,
) -> Row:
    """Return a row for whoever belongs to the partner; others are refused.

    Args:
        names: as in `Row`.
        get: the answer to GET.
        post: the answer to POST.
        for_administrators: whether administrators are answered like the partner.
    """
    who = {Role.PARTNER, *(ADMINISTRATORS if for_administrators else ())}

    def answers(allowed: Answer) -> dict[Role, Answer]:
        if allowed is Answer.NOT_ALLOWED:
            return dict.fromkeys(Role, allowed)
        refused = dict.fromkeys(Role, Answer.REFUSED) | {Role.ANONYMOUS: Answer.SIGN_IN}
        return refused | dict.fromkeys(who, allowed)

    return Row(names, answers(get), answers(post))


PARTNER_DESK: tuple[Row, ...] = (
    at_desk("partner_desk:index", get=Answer.DONE),
    at_desk(
        *(
            f"partner_desk:{name}"
            for name in ("help", "overview", "preview", "changes", "assets", "file", "document")
        )
    ),
    # Forms without what was typed are shown again.
    at_desk(
        "partner_desk:page",
        "partner_desk:asset",
        "partner_desk:messages",
        "partner_desk:thread",
        post=Answer.OK,
    ),
    at_desk("partner_desk:ask", "partner_desk:take_back", get=Answer.NOT_ALLOWED, post=Answer.DONE),
    at_desk("partner_desk:figures", "partner_desk:figures_table", for_administrators=True),
    # Whoever looks after the partners' pages answers them, too.
    for_staff(
        "partners_deskthread_modeladmin_index",
        "partners_deskasset_modeladmin_index",
        who=WRITERS,
    ),
    for_staff(
        "partners_deskthread_modeladmin_inspect",
        "partners_deskasset_modeladmin_inspect",
        "partners_deskasset_modeladmin_create",
        "partners_deskasset_modeladmin_edit",
        who=WRITERS,
        post=Answer.OK,
    ),
    for_staff(
        "partners_desk_file",
        who=WRITERS,
        others=Answer.NOT_ALLOWED,
        others_get=Answer.REFUSED,
    ),
    # Contracts are a matter of administrators.
    for_staff("partners_deskdocument_modeladmin_index", who=ADMINISTRATORS),
    for_staff("partners_deskdocument_modeladmin_create", who=ADMINISTRATORS, post=Answer.OK),
    for_staff(
        "partners_deskasset_modeladmin_delete",
        "partners_deskdocument_modeladmin_delete",
        who=ADMINISTRATORS,
        post=Answer.DONE,
    ),
)
