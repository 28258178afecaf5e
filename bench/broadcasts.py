"""``python -m bench.broadcasts``: a series with many followers, an issue, a kill, and the rest.

Fills a PostgreSQL database of its own, publishes an issue, kills the worker that makes the
followers' copies half-way, lets another go on, sends some of the mails to nowhere, and counts.
"""

import argparse
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from psycopg2 import sql

from bench.__main__ import SERVER, SETTINGS, _on_server

WORKER = """
import sys, django
django.setup()
from community.subscriptions.telling import tell_part
import site_config.outbox
site_config.outbox._deliver = lambda number: False
tell_part.func(int(sys.argv[1]))
"""


def main() -> int:
    """Run the benchmark as the command line says."""
    parser = argparse.ArgumentParser(prog="python -m bench.broadcasts", description=__doc__)
    parser.add_argument("--server", default=SERVER, help="address of a PostgreSQL server")
    parser.add_argument("--followers", type=int, default=100_000)
    parser.add_argument("--send", type=int, default=2_000, help="mails that are really written")
    parser.add_argument("--out", type=Path, help="a folder for broadcasts.json")
    options = parser.parse_args()
    name = f"bench_{os.getpid()}"
    with _on_server(options.server) as server:
        server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    address = urlunsplit(urlsplit(options.server)._replace(path=f"/{name}"))
    os.environ |= {"DATABASE_URL": address, "DJANGO_SETTINGS_MODULE": SETTINGS}
    try:
        report = _run(options.followers, options.send)
    finally:
        with _on_server(options.server) as server:
            statement = "DROP DATABASE {} WITH (FORCE)"
            server.execute(sql.SQL(statement).format(sql.Identifier(name)))
    text = json.dumps(report, indent=2) + "\n"
    sys.stdout.write(text)
    if options.out:
        options.out.mkdir(parents=True, exist_ok=True)
        (options.out / "broadcasts.json").write_text(text, encoding="utf-8")
    return 0


def _run(followers: int, to_send: int) -> dict[str, object]:
    import django

    django.setup()
    # Models can't be imported before Django knows its settings.
    from django.core.management import call_command
    from django.db import connection

    from bench.following import (
        add_followers,
        add_issue,
        count_doubles,
        publish_untold,
        send,
        watch,
    )
    from community.models import BroadcastPart
    from community.subscriptions.telling import AT_A_TIME, tell_next

    call_command("migrate", verbosity=0)
    series, issue = add_issue()
    add_followers(series, followers)
    publish_untold(issue)
    part = BroadcastPart.objects.get(kind="series", language="en")
    connection.close()

    began = time.perf_counter()
    worker = subprocess.Popen([sys.executable, "-c", WORKER, str(part.pk)])  # noqa: S603
    while not (part.passed > followers // 3 or worker.poll() is not None):
        time.sleep(0.05)
        part.refresh_from_db()
    worker.send_signal(signal.SIGKILL)
    worker.wait()
    until_kill = time.perf_counter() - began
    part.refresh_from_db()
    after_kill = part.passed

    times = watch(lambda: tell_next(part.pk))
    part.refresh_from_db()
    sent, seconds = send(to_send)
    return {
        "followers": followers,
        "in one transaction": AT_A_TIME,
        "copies made before the kill": after_kill,
        "seconds before the kill": round(until_kill, 1),
        "copies made after it": part.passed - after_kill,
        "seconds after it": round(sum(times), 1),
        "copies a second": round((part.passed - after_kill) / sum(times)) if times else 0,
        "longest transaction, ms": round(1000 * max(times)) if times else 0,
        "mails queued": part.told,
        "mails queued twice": count_doubles(),
        "mails written and handed over": sent,
        "mails a second, one process": round(sent / seconds, 1) if seconds else 0,
    }


if __name__ == "__main__":
    sys.exit(main())
