"""What ``make run`` does once the environment stands: prepare the portal, then serve it."""

import os
import socket
from io import StringIO
from pathlib import Path

import polib
import pytest
from django.contrib.staticfiles.management.commands.runserver import Command as RunserverCommand
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection
from wagtail.models import Page

from site_config.management.commands import prepare, serve
from site_config.management.commands.serve import require_free


def test_a_taken_port_is_named_with_a_free_one():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        with pytest.raises(CommandError, match=rf"Port {port} is taken .* make run PORT=\d+$"):
            require_free(str(port))
    assert require_free(str(port)) == port


@pytest.mark.parametrize("port", ["0", "65536", "http", "-1", "", "٨٠٨٠", "8000; ls"])
def test_what_is_no_port_is_refused(port):
    with pytest.raises(CommandError, match="a number from 1 to 65535"):
        require_free(port)


@pytest.fixture
def catalogue(tmp_path, settings) -> Path:
    """A catalogue of one message, and no other in sight."""
    source = tmp_path / "locale" / "sq" / "LC_MESSAGES" / "django.po"
    source.parent.mkdir(parents=True)
    source.write_text('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n')
    with source.open("a") as file:
        file.write('msgid "Square"\nmsgstr "Sheshi"\n\n#, fuzzy\nmsgid "Road"\nmsgstr "Rruga?"\n')
    settings.BASE_DIR = tmp_path
    settings.LOCALE_PATHS = [tmp_path / "locale"]
    return source


def test_catalogues_are_compiled_when_their_source_is_newer(catalogue):
    compiled = catalogue.with_suffix(".mo")
    call_command("compile_catalogues", verbosity=0)
    assert {entry.msgid: entry.msgstr for entry in polib.mofile(str(compiled))} == {
        "Square": "Sheshi"
    }

    first = compiled.stat().st_mtime_ns
    call_command("compile_catalogues", verbosity=0)
    assert compiled.stat().st_mtime_ns == first

    os.utime(catalogue, ns=(first + 1, first + 1))
    call_command("compile_catalogues", verbosity=0)
    assert compiled.stat().st_mtime_ns > first


def test_a_malformed_catalogue_is_named_and_the_last_good_one_stays(catalogue):
    call_command("compile_catalogues", verbosity=0)
    good = catalogue.with_suffix(".mo").read_bytes()
    catalogue.write_text('msgid "Square\nmsgstr')
    with pytest.raises(CommandError, match=r"django\.po is not a valid catalogue"):
        call_command("compile_catalogues", force=True, verbosity=0)
    assert catalogue.with_suffix(".mo").read_bytes() == good


@pytest.fixture
def called(monkeypatch, settings, tmp_path) -> list[str]:
    """The commands that preparing calls, in order; none of them runs."""
    settings.VAR_DIR = tmp_path / "var"
    names: list[str] = []
    monkeypatch.setattr(prepare, "call_command", lambda name, **options: names.append(name))
    return names


def add_page_below_home() -> None:
    """Give the portal a page that someone has written."""
    home = Page.objects.filter(depth=prepare.HOME_DEPTH).first()
    home.add_child(instance=Page(title="Water", slug="water"))


def test_an_empty_portal_gets_the_demo_city(db, called):
    call_command("prepare")
    assert called == ["compile_catalogues", "load_demo"]


def test_a_portal_with_pages_is_left_as_it_is(db, called):
    add_page_below_home()
    call_command("prepare")
    assert called == ["compile_catalogues"]


def test_the_demo_city_is_loaded_again_when_asked_for(db, called):
    add_page_below_home()
    call_command("prepare", demo_again=True)
    assert "load_demo" in called


def test_an_interrupted_demo_is_completed_at_the_next_start(db, called, monkeypatch):
    def interrupt(name, **options):
        if name == "load_demo":
            add_page_below_home()
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(prepare, "call_command", interrupt)
        with pytest.raises(KeyboardInterrupt):
            call_command("prepare")
    call_command("prepare")
    assert called == ["compile_catalogues", "load_demo"]
    call_command("prepare")
    assert called.count("load_demo") == 1


def test_missing_migrations_are_applied(db, called, monkeypatch):
    monkeypatch.setattr(prepare.MigrationExecutor, "migration_plan", lambda *_: ["one"])
    call_command("prepare", stdout=StringIO())
    assert called[:2] == ["compile_catalogues", "migrate"]


def test_a_database_that_is_away_is_one_sentence(called, monkeypatch):
    def refuse():
        raise OperationalError("connection refused\nIs the server running?")

    monkeypatch.setattr(connection, "ensure_connection", refuse)
    with pytest.raises(CommandError, match=r"DATABASE_URL can't be used: connection refused\."):
        call_command("prepare")
    assert called == ["compile_catalogues"]


@pytest.fixture
def started(monkeypatch) -> list[tuple[str, str]]:
    """Address and port of the servers that would have been started."""
    servers: list[tuple[str, str]] = []

    def note(self, **options):
        servers.append((self.addr, self.port))

    monkeypatch.setattr(RunserverCommand, "run", note)
    return servers


def free_port() -> str:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return str(server.getsockname()[1])


def test_the_portal_is_prepared_and_then_served_to_this_machine_alone(monkeypatch, started):
    prepared = []
    monkeypatch.setattr(serve, "call_command", prepared.append)
    port = free_port()
    call_command("serve", port)
    assert prepared == ["prepare"]
    assert started == [("127.0.0.1", port)]


def test_the_child_of_the_reloader_serves_without_preparing_again(monkeypatch, started):
    monkeypatch.setenv(serve.DJANGO_AUTORELOAD_ENV, "true")
    monkeypatch.setattr(serve, "call_command", lambda name: pytest.fail(f"{name} was called"))
    call_command("serve", "8000", use_reloader=True)
    assert started == [("127.0.0.1", "8000")]


def test_nothing_is_prepared_where_the_port_is_taken(monkeypatch, started):
    monkeypatch.setattr(serve, "call_command", lambda name: pytest.fail(f"{name} was called"))
    with socket.create_server(("127.0.0.1", 0)) as server, pytest.raises(CommandError):
        call_command("serve", str(server.getsockname()[1]))
    assert started == []


def test_an_interruption_while_preparing_ends_without_a_traceback(monkeypatch, started):
    def interrupt(name):
        raise KeyboardInterrupt

    monkeypatch.setattr(serve, "call_command", interrupt)
    output = StringIO()
    with pytest.raises(SystemExit) as caught:
        call_command("serve", free_port(), stdout=output)
    assert caught.value.code == 130
    assert "Interrupted" in output.getvalue()


def test_the_server_tells_its_addresses_and_who_can_sign_in(db, settings):
    settings.DEBUG = False
    output = StringIO()
    serve.Command(stdout=output, no_color=True).on_bind(8001)
    assert "http://127.0.0.1:8001/\n" in output.getvalue()
    assert "http://127.0.0.1:8001/admin/\n" in output.getvalue()
    # A passkey can't be kept for a bare address.
    assert "http://localhost:8001/\n" in output.getvalue()
    assert "Demo accounts have passwords in development only" in output.getvalue()


def test_a_port_that_needs_rights_is_named_with_a_free_one(monkeypatch):
    monkeypatch.setattr(serve, "refusal", lambda port: serve.errno.EACCES if port < 1024 else 0)
    with pytest.raises(CommandError, match=r"Port 80 can't be used .* make run PORT=1025$"):
        require_free("80")
