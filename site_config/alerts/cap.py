"""Alerts in the Common Alerting Protocol 1.2 (OASIS standard, 1 July 2010)."""

from collections.abc import Iterable
from datetime import datetime
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from site_config.models.alert_terms import Category, Message
from site_config.models.alerts import AlertVersion, AlertWording
from site_config.shell import shell_for

NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2"
MEDIA_TYPE = "application/cap+xml"


def write_cap(version: AlertVersion, earlier: Iterable[AlertVersion]) -> bytes:
    """Return one version as a CAP message, with one block of information for each language.

    Args:
        version: published, with its words.
        earlier: the versions before it that had taken effect, oldest first.
    """
    root = Element("alert", xmlns=NAMESPACE)
    sent = cap_time(version.starts_at)
    _add(root, "identifier", version.identifier)
    _add(root, "sender", sender())
    _add(root, "sent", sent)
    _add(root, "status", "Actual")
    _add(root, "msgType", version.message)
    _add(root, "scope", "Public")
    if note := " / ".join(words.note for words in version.wordings.all() if words.note):
        _add(root, "note", note)
    references = " ".join(
        f"{sender()},{other.identifier},{cap_time(other.starts_at)}" for other in earlier
    )
    if references and version.message != Message.ALERT:
        _add(root, "references", references)
    for words in version.wordings.all():
        _add_info(root, version, words)
    indent(root)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="utf-8")


def cap_time(moment: datetime) -> str:
    """Write a moment as CAP wants it: in the city's time, to the second, with its offset."""
    local = timezone.localtime(moment, timezone.get_default_timezone())
    return local.isoformat(timespec="seconds")


def sender() -> str:
    """Return who sends, by a name that is the portal's alone (CAP 1.2 §3.2.1)."""
    return urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname or "localhost"


def _add_info(root: Element, version: AlertVersion, words: AlertWording) -> None:
    """Add what the alert says in one language, its elements in the order of the schema."""
    with override(words.language):
        shell = shell_for(None)
        info = SubElement(root, "info")
        _add(info, "language", words.language)
        _add(info, "category", version.category)
        _add(info, "event", str(Category(version.category).label))
        if version.message == Message.CANCEL:
            _add(info, "responseType", "AllClear")
        _add(info, "urgency", "Past" if version.message == Message.CANCEL else version.urgency)
        _add(info, "severity", version.severity)
        _add(info, "certainty", version.certainty)
        _add(info, "effective", cap_time(version.starts_at))
        _add(info, "expires", cap_time(max(version.ends_at, version.starts_at)))
        _add(info, "senderName", shell.organisation or shell.full_name or sender())
        _add(info, "headline", words.headline)
        _add(info, "description", words.text)
        _add(info, "instruction", words.instruction)
        page = reverse("alerts:alert", args=[version.alert.uid])
        _add(info, "web", urljoin(settings.WAGTAILADMIN_BASE_URL, page))
        if version.contact:
            _add(info, "contact", version.contact)
        parameter = SubElement(info, "parameter")
        _add(parameter, "valueName", "level")
        _add(parameter, "value", version.level)
        area = SubElement(info, "area")
        _add(area, "areaDesc", words.area or _("The whole city"))


def _add(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = text
