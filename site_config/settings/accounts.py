"""Settings of allauth: joining, signing in, and second factors."""

import environ

# No rule asks for digits or signs: length and being unknown are what count (ASVS 5.0 V6.2).
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "display_name", "first_name", "last_name")},
    },
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "community.password_rules.KnownPasswordValidator"},
]
# A list of stolen passwords beside the 20,000 that come with Django (docs/security.md).
STOLEN_PASSWORDS_FILE = environ.Env()("STOLEN_PASSWORDS_FILE", default="")

ALLAUTH_TRUSTED_PROXY_COUNT = 1
ACCOUNT_ADAPTER = "community.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_FORMS = {
    "change_password": "community.account_forms.ChangeForm",
    "login": "community.account_forms.EntranceForm",
    "reset_password_from_key": "community.account_forms.ResetForm",
    "set_password": "community.account_forms.SetForm",
    "signup": "community.account_forms.JoinForm",
    "reset_password": "community.account_forms.ForgottenPasswordForm",
}
ACCOUNT_SIGNUP_FORM_CLASS = "community.forms.SignupForm"
ACCOUNT_SIGNUP_FORM_HONEYPOT_FIELD = "website"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION = True  # In the browser that has just signed up, only.
ACCOUNT_CONFIRM_EMAIL_ON_GET = False  # Mail scanners follow links; only a button acts.
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_SESSION_REMEMBER = None
# allauth counts under a lock in the cache, and lets nobody in where the cache is lost: the portal
# counts the same by itself (`community.door`, `community.limits`).
ACCOUNT_RATE_LIMITS = False
MFA_ADAPTER = "community.adapters.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_FORMS = {
    "authenticate": "community.door.CodeForm",
    "reauthenticate": "community.door.ProofCodeForm",
    "add_webauthn": "community.keys.AddKeyForm",
    "authenticate_webauthn": "community.keys.AuthenticateKeyForm",
    "edit_webauthn": "community.keys.RenameKeyForm",
    "login_webauthn": "community.keys.LoginKeyForm",
    "reauthenticate_webauthn": "community.keys.ReauthenticateKeyForm",
}
