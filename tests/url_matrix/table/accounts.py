"""Joining, signing in, and one's own account: allauth's pages in the portal's design."""

from tests.url_matrix.answers import Answer
from tests.url_matrix.rows import Row, for_everybody, for_members

ACCOUNTS: tuple[Row, ...] = (
    # Whoever is signed in has nothing to do at the door.
    for_members(
        "account_login",
        "account_signup",
        get=Answer.DONE,
        post=Answer.DONE,
        visitors=(Answer.OK, Answer.OK),
    ),
    for_members("account_logout", post=Answer.DONE, visitors=(Answer.DONE, Answer.DONE)),
    for_everybody(
        "account_inactive",
        "account_email_verification_sent",
        "account_reset_password_done",
        "account_reset_password_from_key_done",
    ),
    for_everybody("account_reset_password", post=Answer.OK),
    # The key leaves the address before the form is shown.
    for_everybody("account_reset_password_from_key", get=Answer.DONE, post=Answer.DONE),
    # Confirming acts on the button, and signs nobody in.
    for_everybody("account_confirm_email", post=Answer.SIGN_IN),
    # One's own account.
    for_members(
        "community:profile",
        "community:contributions",
        visitors=(Answer.SIGN_IN, Answer.NOT_ALLOWED),
    ),
    for_members("account_change_password", post=Answer.OK),
    # Who was signed out meanwhile is refused with the words that they have sent.
    for_members(
        "community:edit_profile", post=Answer.OK, visitors=(Answer.SIGN_IN, Answer.REFUSED)
    ),
    for_members("account_email", "usersessions_list", post=Answer.DONE),
    for_members("account_reauthenticate", post=Answer.OK),
    # Whoever has a password needs none set; a code by mail is not offered.
    for_members(
        "account_set_password",
        "account_confirm_login_code",
        "mfa_authenticate",
        "mfa_login_webauthn",
        get=Answer.DONE,
        post=Answer.DONE,
    ),
    # Another member's session.
    for_members(
        "account_end_session",
        get=Answer.NOT_ALLOWED,
        post=Answer.NOT_FOUND,
        visitors=(Answer.NOT_ALLOWED, Answer.SIGN_IN),
    ),
    # All here have just proved who they are, as whoever leaves or takes their data along does.
    for_members("community:export", post=Answer.DONE),
    for_members("community:leave", post=Answer.OK),
    # Another member's link to their data is like one that was used.
    for_members("community:export_file", get=Answer.GONE, post=Answer.GONE),
    for_everybody("community:left"),
    # Second factors.
    for_members("mfa_index", "mfa_list_webauthn"),
    for_members("mfa_activate_totp", "mfa_add_webauthn", post=Answer.OK),
    for_members("mfa_generate_recovery_codes", post=Answer.OK),
    for_members(
        "mfa_reauthenticate", "mfa_reauthenticate_webauthn", get=Answer.PROVE, post=Answer.PROVE
    ),
    for_members("mfa_view_recovery_codes", get=Answer.NOT_FOUND),
    for_members(
        "mfa_deactivate_totp",
        "mfa_download_recovery_codes",
        get=Answer.NOT_FOUND,
        post=Answer.NOT_FOUND,
    ),
    # Another member's key.
    for_members(
        "mfa_remove_webauthn",
        "mfa_edit_webauthn",
        get=Answer.NOT_FOUND,
        post=Answer.NOT_FOUND,
    ),
)
