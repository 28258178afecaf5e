"""gunicorn as the city runs it; values come from the environment (see .env.example)."""

import os

bind = os.environ.get("WEB_BIND", "127.0.0.1:8001")
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
# Threads wait for the database while others answer; a thread more costs a connection more.
worker_class = "gthread"
threads = int(os.environ.get("WEB_THREADS", "4"))
# A worker whose threads are all stuck is replaced; what is slow by right has ended by then.
timeout = 30
# What is being answered is answered, and what was counted is written down.
graceful_timeout = 30
keepalive = 75
# Whatever leaks goes with its process, one process after the other.
max_requests = 5000
max_requests_jitter = 500
# A heartbeat must not wait for a disk: this is a memory file system of every Linux.
worker_tmp_dir = "/dev/shm"  # noqa: S108  # nosec B108
# Only the proxy reaches this address, and it writes the header anew.
forwarded_allow_ips = "*"
accesslog = None
control_socket_disable = True
# The portal is loaded once, before there are workers: one that is killed has a successor at once,
# and all share the memory of the code. New code needs a restart, which a second node covers.
preload_app = True


def when_ready(server: object) -> None:
    """Load the views as well, which Django would do in each worker's first request."""
    from django.urls import get_resolver

    get_resolver().url_patterns  # noqa: B018  (looked at in order to be loaded)
