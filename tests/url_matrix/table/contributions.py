"""What members send in, the rights ledger, and take-down requests."""

from tests.url_matrix.answers import Answer
from tests.url_matrix.rows import PUBLISHERS, Row, for_everybody, for_members, for_staff

CONTRIBUTIONS: tuple[Row, ...] = (
    # The form tells a visitor to sign in, and keeps what was typed.
    for_everybody("contributions:new", post=Answer.OK),
    for_members("contributions:mine", visitors=(Answer.SIGN_IN, Answer.NOT_ALLOWED)),
    # Another member's submission is nobody else's, whatever their role: staff see it in the admin.
    for_members(
        "contributions:edit",
        "contributions:withdraw",
        get=Answer.NOT_FOUND,
        post=Answer.NOT_FOUND,
    ),
    for_members(
        "contributions:file",
        "contributions:preview",
        get=Answer.NOT_FOUND,
        visitors=(Answer.SIGN_IN, Answer.NOT_ALLOWED),
    ),
    # Anybody may ask to take something down. An empty form is shown again.
    for_everybody("takedowns:photo", "takedowns:film", post=Answer.OK),
    for_everybody("takedowns:received"),
    # Whoever publishes albums decides what comes into them, and what leaves.
    for_staff(
        "gallery_mediasubmission_modeladmin_index",
        "gallery_takedownrequest_modeladmin_index",
        "gallery_work_modeladmin_index",
        who=PUBLISHERS,
    ),
    for_staff(
        "gallery_mediasubmission_modeladmin_inspect",
        "gallery_takedownrequest_modeladmin_inspect",
        "gallery_work_modeladmin_inspect",
        who=PUBLISHERS,
        post=Answer.OK,
    ),
    for_staff(
        "gallery_submission_file",
        who=PUBLISHERS,
        others=Answer.NOT_ALLOWED,
        others_get=Answer.REFUSED,
    ),
)
