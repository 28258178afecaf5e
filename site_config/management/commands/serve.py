"""Prepare the portal and serve it on this machine: what ``make run`` starts."""

import errno
import os
import socket
import sys
from threading import Event, Thread

from django.contrib.staticfiles.management.commands.runserver import Command as RunserverCommand
from django.core.management import call_command, get_commands
from django.core.management.base import CommandError
from django.utils.autoreload import DJANGO_AUTORELOAD_ENV

from site_config.timers import run_until

ADDRESS = "127.0.0.1"
LAST_PORT = 65_535
# Seconds that a round at work gets to end in when the server is stopped.
TIMERS_END_WITHIN = 5


def refusal(port: int) -> int:
    """Return the ``errno`` with which the system refuses to listen on a port, or 0.

    Args:
        port: TCP port of the loopback address, 1 to 65535.
    """
    with socket.socket() as probe:
        # BSD systems let two programs share a port that one holds on every address; a program
        # that answers is the sign that it is taken.
        probe.settimeout(1)
        if probe.connect_ex((ADDRESS, port)) == 0:
            return errno.EADDRINUSE
    with socket.socket() as probe:
        # As the server itself will ask: connections that linger from a last run don't count.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ADDRESS, port))
        except OSError as error:
            return error.errno or errno.EADDRINUSE
    return 0


def require_free(port: str) -> int:
    """Return the port as a number if a server can listen on it.

    Raises:
        CommandError: it is no port, it is taken, or this account may not use it.
    """
    if not (port.isascii() and port.isdigit() and 1 <= int(port) <= LAST_PORT):
        raise CommandError(f"PORT must be a number from 1 to {LAST_PORT}, not “{port}”.")
    number = int(port)
    reason = refusal(number)
    if not reason:
        return number
    nearby = range(max(number, 1024) + 1, min(max(number, 1024) + 100, LAST_PORT + 1))
    free = next((other for other in nearby if not refusal(other)), 8000)
    advice = f"choose another, as in: make run PORT={free}"
    if reason == errno.EADDRINUSE:
        raise CommandError(f"Port {number} is taken by another program: stop it, or {advice}")
    raise CommandError(f"Port {number} can't be used ({os.strerror(reason)}): {advice}")


class Command(RunserverCommand):
    """Django's development server, after everything it needs has been made ready."""

    help = "Prepare the database, messages and demo city, then serve the portal on this machine."

    def add_arguments(self, parser):
        parser.add_argument("port", nargs="?", default=self.default_port)
        parser.add_argument(
            "--reload",
            action="store_true",
            dest="use_reloader",
            # One process starts in half the time, and ends with whoever started it.
            help="Restart when code changes (starts a second process).",
        )
        parser.set_defaults(
            use_ipv6=False,
            # Browsers keep connections open, and would block a server without threads.
            use_threading=True,
            use_static_handler=True,
            insecure_serving=False,
        )

    def handle(self, *args, port: str, **options):
        try:
            # The reloader starts this command again in a child, whose parent has prepared all.
            if os.environ.get(DJANGO_AUTORELOAD_ENV) != "true":
                require_free(port)
                call_command("prepare")
            super().handle(*args, **options, addrport=f"{ADDRESS}:{port}")
        except KeyboardInterrupt:
            self.stdout.write("\nInterrupted; the next start goes on from here.")
            sys.exit(130)

    def inner_run(self, *args, **options):
        """Serve, with the timers beside: scheduled pages appear also on a machine of one's own."""
        stop = Event()
        timers = Thread(target=run_until, args=(stop,), name="timers", daemon=True)
        timers.start()
        try:
            super().inner_run(*args, **options)
        finally:
            stop.set()
            timers.join(TIMERS_END_WITHIN)

    def on_bind(self, server_port):
        """Say where the portal is, now that it answers, and who can sign in."""
        root = f"http://{ADDRESS}:{server_port}"
        self.stdout.write(
            self.style.SUCCESS("The city is open.")
            + f"\n\n  The site    {root}/\n  The admin   {root}/admin/\n"
            # A passkey belongs to a name, never to a bare address (WebAuthn, relying party).
            + f"  Passkeys    need a name: sign in at http://localhost:{server_port}/\n\n"
        )
        if "demo_accounts" in get_commands():
            call_command("demo_accounts", stdout=self.stdout)
        self.stdout.write("Stop it with Ctrl-C.")
