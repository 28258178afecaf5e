"""What production demands of its environment: whatever is missing or weak is told by name."""

import base64
import binascii
import ipaddress
from collections.abc import Mapping
from urllib.parse import urlsplit

REQUIRED = (
    *("SECRET_KEY", "ALLOWED_HOSTS", "BASE_URL", "DATABASE_URL", "DEFAULT_FROM_EMAIL"),
    "EMAIL_URL",
)
WHOLE_NUMBERS = (
    *("CONN_MAX_AGE", "SECURE_HSTS_SECONDS", "WORKER_SILENT_SECONDS"),
    *("BACKUP_KEEP_DAYS", "BACKUP_KEEP_WEEKS"),
)
SHORTEST_KEY, FEWEST_SIGNS = 50, 10
SHORTEST_TOKEN = 24
BACKUP_KEY_BYTES = 32
# Words of keys that were copied from somewhere.
PLACEHOLDERS = ("insecure", "change-me", "changeme", "your-secret", "secret-key", "placeholder")
MAIL_THAT_STAYS = ("consolemail", "dummymail", "filemail", "memorymail")
DATABASES = {"postgres", "postgresql", "psql", "pgsql", "sqlite"}
SERVICES_THAT_SIGN = "Set MAIL_EVENTS_KEY or MAIL_EVENTS_PASSWORD beside MAIL_SERVICE"


def problems(environment: Mapping[str, str]) -> list[str]:
    """Return what is missing or weak, each as a sentence that begins with a name.

    Args:
        environment: as the services have it.
    """
    told = []
    missing = [name for name in REQUIRED if not environment.get(name)]
    if missing:
        told.append(f"Set {', '.join(missing)}; see .env.example.")
    for examine in (_of_keys, _of_addresses, _of_databases, _of_mail, _of_operators, _of_files):
        told += examine(environment)
    for name in WHOLE_NUMBERS:
        value = environment.get(name)
        if value and not (value.isascii() and value.isdigit()):
            told.append(f"{name} must be a whole number, not “{value}”.")
    return told


def _of_keys(environment: Mapping[str, str]) -> list[str]:
    told = []
    keys = [("SECRET_KEY", environment.get("SECRET_KEY", ""))]
    keys += [
        ("SECRET_KEY_FALLBACKS", key) for key in _list(environment.get("SECRET_KEY_FALLBACKS"))
    ]
    for name, key in keys:
        if key and (len(key) < SHORTEST_KEY or len(set(key)) < FEWEST_SIGNS):
            told.append(f"{name} is weak: set {SHORTEST_KEY} or more random characters.")
        elif any(word in key.lower() for word in PLACEHOLDERS):
            told.append(f"{name} is a placeholder: set one that nobody else has.")
    if environment.get("DEBUG", "").lower() not in {"", "0", "false", "no", "off"}:
        told.append("DEBUG is set: a fault would show code and settings. Unset it.")
    return told


def _of_addresses(environment: Mapping[str, str]) -> list[str]:
    told = []
    hosts = _list(environment.get("ALLOWED_HOSTS"))
    if "*" in hosts:
        told.append("ALLOWED_HOSTS must name the portal's hosts; '*' accepts any.")
    if wrong := [host for host in hosts if "/" in host]:
        told.append(f"ALLOWED_HOSTS holds hosts, not addresses: “{wrong[0]}”.")
    address = environment.get("BASE_URL", "")
    parts = urlsplit(address)
    if address and parts.scheme != "https":
        told.append("BASE_URL must begin with https://; mails link to it.")
    elif address and (not parts.hostname or parts.path.strip("/")):
        told.append(f"BASE_URL must be https:// and a host, not “{address}”.")
    elif address and hosts and "*" not in hosts and not _is_among(parts.hostname or "", hosts):
        told.append(f"BASE_URL leads to {parts.hostname}, which is not in ALLOWED_HOSTS.")
    return told


def _of_databases(environment: Mapping[str, str]) -> list[str]:
    told = []
    address = environment.get("DATABASE_URL", "")
    scheme = address.partition("://")[0]
    if address and scheme not in DATABASES:
        told.append("DATABASE_URL must begin with postgres:// or sqlite:///.")
    if scheme == "sqlite" and environment.get("SQLITE_ON_ONE_MACHINE") != "1":
        told.append(
            "DATABASE_URL names a SQLite file, which serves one machine alone: "
            "set SQLITE_ON_ONE_MACHINE=1 if that is meant."
        )
    if environment.get("DATABASE_REPLICA_URL"):
        if scheme == "sqlite":
            told.append("DATABASE_REPLICA_URL is for PostgreSQL; DATABASE_URL names SQLite.")
        if not environment.get("CACHE_URL"):
            told.append(
                "Set CACHE_URL beside DATABASE_REPLICA_URL: through it processes tell each other "
                "what was just written."
            )
    return told


def _of_mail(environment: Mapping[str, str]) -> list[str]:
    told = []
    scheme = environment.get("EMAIL_URL", "").partition("://")[0]
    if scheme in MAIL_THAT_STAYS:
        told.append(f"EMAIL_URL is {scheme}://, which sends nothing: name a mail server.")
    sender = environment.get("DEFAULT_FROM_EMAIL", "").rstrip("> ")
    if sender and ("@" not in sender or sender.endswith("@localhost")):
        told.append("DEFAULT_FROM_EMAIL must be a mailbox that answers reach.")
    has_secret = environment.get("MAIL_EVENTS_KEY") or environment.get("MAIL_EVENTS_PASSWORD")
    if environment.get("MAIL_SERVICE") and not has_secret:
        told.append(f"{SERVICES_THAT_SIGN}; see .env.example.")
    return told


def _of_operators(environment: Mapping[str, str]) -> list[str]:
    told = []
    token = environment.get("OPERATOR_TOKEN", "")
    if token and len(token) < SHORTEST_TOKEN:
        told.append(f"OPERATOR_TOKEN is weak: set {SHORTEST_TOKEN} or more random characters.")
    for name in _list(environment.get("OPERATOR_NETWORKS")):
        try:
            network = ipaddress.ip_network(name)
        except ValueError:
            told.append(f"OPERATOR_NETWORKS holds “{name}”, which is no network.")
            continue
        if network.prefixlen == 0:
            told.append(f"OPERATOR_NETWORKS must not be everybody: “{name}”.")
    return told


def _of_files(environment: Mapping[str, str]) -> list[str]:
    told = []
    key = environment.get("BACKUP_KEY", "")
    if environment.get("BACKUP_DIR") and not key:
        told.append("Set BACKUP_KEY beside BACKUP_DIR: python manage.py backup --new-key.")
    if key and not _is_backup_key(key):
        told.append(f"BACKUP_KEY must be {BACKUP_KEY_BYTES} bytes in Base64.")
    if environment.get("MEDIA_S3_BUCKET"):
        wanted = ("MEDIA_S3_KEY", "MEDIA_S3_SECRET")
        if missing := [name for name in wanted if not environment.get(name)]:
            told.append(f"Set {', '.join(missing)} beside MEDIA_S3_BUCKET.")
        if (environment.get("MEDIA_S3_ENDPOINT") or "https://").partition("://")[0] != "https":
            told.append("MEDIA_S3_ENDPOINT must begin with https://.")
        if environment.get("PUBLIC_MEDIA_ROOT") or environment.get("MEDIA_SENDFILE_URL"):
            told.append(
                "PUBLIC_MEDIA_ROOT and MEDIA_SENDFILE_URL are for files of this machine; "
                "MEDIA_S3_BUCKET keeps them elsewhere."
            )
    return told


def _list(value: str | None) -> list[str]:
    return [one.strip() for one in (value or "").split(",") if one.strip()]


def _is_among(host: str, hosts: list[str]) -> bool:
    return any(
        host == known or (known.startswith(".") and f".{host}".endswith(known)) for known in hosts
    )


def _is_backup_key(key: str) -> bool:
    try:
        return len(base64.urlsafe_b64decode(key)) == BACKUP_KEY_BYTES
    except (binascii.Error, ValueError):
        return False
