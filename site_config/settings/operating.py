"""Settings of whoever runs the portal: what it tells, to whom, and what it keeps."""

import environ

env = environ.Env()

# Reading works and nothing is written: while the database moves, or on a replica.
READ_ONLY = env.bool("READ_ONLY", default=False)

# From where /metrics and the details of /readyz are told, and the word that opens them elsewhere.
OPERATOR_NETWORKS = env.list("OPERATOR_NETWORKS", default=["127.0.0.0/8", "::1/128"])
OPERATOR_TOKEN = env("OPERATOR_TOKEN", default="")
# A folder of this machine where its web processes keep their figures; empty for one process.
METRICS_DIR = env("METRICS_DIR", default="")
# Seconds after which a worker, or the timers, that gave no sign count as dead; 0: never.
WORKER_SILENT_SECONDS = env.int("WORKER_SILENT_SECONDS", default=900)

# Whether links to other sites are tried each week; on a server alone.
LINK_CHECK = False

# The bucket in which uploaded files are kept; empty for a folder of this machine.
MEDIA_S3_BUCKET = env("MEDIA_S3_BUCKET", default="")

# Where backups go, and the key they are sealed with: 32 bytes in Base64. Without a folder the
# timers make none. See docs/operations.md.
BACKUP_DIR = env("BACKUP_DIR", default="")
BACKUP_KEY = env("BACKUP_KEY", default="")
# Days for which every backup is kept, and weeks for which one of each week is.
BACKUP_KEEP_DAYS = env.int("BACKUP_KEEP_DAYS", default=14)
BACKUP_KEEP_WEEKS = env.int("BACKUP_KEEP_WEEKS", default=8)
# The database itself, past a PgBouncer; a server on which a trial may make one of its own.
BACKUP_DATABASE_URL = env("BACKUP_DATABASE_URL", default="")
BACKUP_TRIAL_DATABASE_URL = env("BACKUP_TRIAL_DATABASE_URL", default="")

# Events of the portal, one line each: as JSON on a server, in words elsewhere.
LOG_LEVEL = env("LOG_LEVEL", default="INFO")


def logging_to_stderr(formatter: str) -> dict[str, object]:
    """Return the settings of logging with one way out, standard error, for a service to keep.

    Args:
        formatter: the path of the class that writes a line.
    """
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"()": formatter}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["stderr"], "level": LOG_LEVEL},
        "loggers": {
            # Django's own handlers would mail errors, or say them twice.
            "django": {"handlers": [], "level": LOG_LEVEL, "propagate": True},
            "django.server": {"handlers": [], "level": LOG_LEVEL, "propagate": True},
            # Every request stands in the log once already.
            "django.request": {"level": "ERROR"},
        },
    }
