"""What the mail service tells of mails that came back, by a call whose secret is checked.

`django-anymail` knows the services' languages and signatures, and passes on what they tell as a
signal (``anymail.signals.tracking``). Only the one service that is configured is listened to.
"""

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.module_loading import import_string
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

# Services and their views. Those with the name of a setting sign what they send with its value;
# the others bring a name and a password (RFC 7617).
SERVICES = {
    "brevo": ("anymail.webhooks.brevo.BrevoTrackingWebhookView", ""),
    "mailersend": (
        "anymail.webhooks.mailersend.MailerSendTrackingWebhookView",
        "MAILERSEND_SIGNING_SECRET",
    ),
    "mailgun": (
        "anymail.webhooks.mailgun.MailgunTrackingWebhookView",
        "MAILGUN_WEBHOOK_SIGNING_KEY",
    ),
    "mailjet": ("anymail.webhooks.mailjet.MailjetTrackingWebhookView", ""),
    "postmark": ("anymail.webhooks.postmark.PostmarkTrackingWebhookView", ""),
    "sparkpost": ("anymail.webhooks.sparkpost.SparkPostTrackingWebhookView", ""),
}
LONGEST_BODY = 1024 * 1024


@csrf_exempt
@require_http_methods(["POST", "HEAD", "OPTIONS"])
@never_cache
def mail_events(request: HttpRequest) -> HttpResponse:
    """Take what the configured service tells.

    Raises:
        Http404: no service is configured, or its secret is missing: nobody is believed.
        BadRequest: what came can't be read. Wrong secrets are refused the same way, by
            `django-anymail`.
    """
    view, key = SERVICES.get(settings.MAIL_SERVICE, ("", ""))
    if not view or not settings.ANYMAIL.get(key or "WEBHOOK_SECRET"):
        raise Http404
    if int(request.headers.get("Content-Length") or 0) > LONGEST_BODY:
        raise BadRequest("More than any event of a mail takes.")
    try:
        return import_string(view).as_view()(request)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise BadRequest("This is no event of a mail.") from error
