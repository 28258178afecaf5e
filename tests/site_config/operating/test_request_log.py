"""Each request can be found again, and nobody finds a person in the log."""

import json
import logging
import re

import pytest
from django.db import IntegrityError
from django.test import Client, RequestFactory
from gunicorn.config import Config

from site_config import views
from site_config.operating.gunicorn_logs import JsonLogger
from site_config.operating.json_logs import JsonFormatter, describe_error, without_personal_data
from site_config.operating.request_ids import begin_request, end_request
from site_config.operating.sentry import without_people

MADE = re.compile(r"[0-9a-f]{32}\Z")
MARKERS = ("planted", "ana@example.org", "203.0.113.9", "2001:db8::7")


@pytest.fixture
def lines(caplog: pytest.LogCaptureFixture):
    """Return the log's lines as a server writes them, read again."""
    caplog.set_level(logging.INFO)

    def read() -> list[dict]:
        written = [JsonFormatter().format(record) for record in caplog.records]
        assert not any("\n" in line for line in written)
        return [json.loads(line) for line in written]

    return read


def write(message: str, *args: object, logger: str = "site_config", **more: object) -> dict:
    """Return a line of the log."""
    record = logging.LogRecord(logger, logging.WARNING, __file__, 1, message, args, None)
    vars(record).update(more)
    return json.loads(JsonFormatter().format(record))


@pytest.mark.django_db
def test_a_request_bears_the_name_that_the_proxy_gave_it(client: Client, lines, caplog):
    response = client.get("/robots.txt", headers={"X-Request-ID": "0f9c2b7e-1111-4222"})

    assert response["X-Request-ID"] == "0f9c2b7e-1111-4222"
    (told,) = [record for record in caplog.records if record.name == "sheshi.requests"]
    assert told.fields["view"] == "robots"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "offered", ["", "short", "x" * 65, "<script>alert(1)</script>", "a\tb" * 5]
)
def test_a_name_that_is_unsafe_is_replaced(client: Client, offered: str):
    response = client.get("/robots.txt", headers={"X-Request-ID": offered})

    assert MADE.match(response["X-Request-ID"])


@pytest.mark.django_db
def test_two_requests_have_two_names(client: Client):
    first, second = client.get("/robots.txt"), client.get("/robots.txt")

    assert first["X-Request-ID"] != second["X-Request-ID"]


def test_the_page_of_a_fault_tells_its_number():
    begin_request("0f9c2b7e-1111-4222")
    try:
        response = views.server_error(RequestFactory().get("/"))
    finally:
        end_request()

    assert "<code>0f9c2b7e-1111-4222</code>" in response.text


@pytest.mark.django_db
def test_a_request_is_one_line_without_its_sender(client: Client, lines):
    client.cookies["planted-cookie"] = "planted"
    client.get(
        "/en/search/",
        {"q": "planted ana@example.org"},
        headers={
            "User-Agent": "planted",
            "Referer": "https://example.org/planted",
            "X-Forwarded-For": "203.0.113.9",
        },
    )
    client.get("/en/planted/ana@example.org/")

    told = [line for line in lines() if line["logger"] == "sheshi.requests"]
    assert [line["status"] for line in told] == [200, 404]
    assert told[0]["view"] == "search"
    assert set(told[0]) == {
        *("time", "level", "logger", "message"),
        *("method", "view", "status", "ms"),
    }
    for line in lines():
        assert not [marker for marker in MARKERS if marker in json.dumps(line)], line


@pytest.mark.parametrize(
    "text",
    [
        "to ana@example.org now",
        "from 203.0.113.9:443",
        "from 2001:db8::7",
        "GET /en/search/?q=planted",
        "token planted-0123456789-0123456789-0123456789",
    ],
)
def test_what_is_personal_is_taken_out_of_our_own_messages(text: str):
    line = write("Something came %s", text)

    assert not [marker for marker in MARKERS if marker in json.dumps(line)]
    assert line["message"].startswith("Something came ")


def test_what_tells_of_nobody_stays():
    text = "Retention removed 12 request counts at 03:00:01 in site_config.timers (35.2 s)"

    assert without_personal_data(text) == text


def test_of_other_peoples_messages_the_template_alone_is_written():
    line = write("Bad header for %s", "planted", logger="some.package")

    assert line["message"] == "Bad header for %s"


def test_a_request_that_django_tells_of_is_named_by_its_status():
    line = write("%s: %s", "Error", "/planted/", logger="django.request", status_code=500)

    assert line["message"] == "Internal Server Error"
    assert "planted" not in json.dumps(line)


def test_an_error_is_told_by_kind_and_place_alone():
    try:
        try:
            raise ValueError("planted")
        except ValueError as cause:
            raise IntegrityError(
                'duplicate key "planted"\nDETAIL: Key (email)=(ana@example.org) exists.'
            ) from cause
    except IntegrityError as error:
        described = describe_error(error)

    assert described["kind"] == "django.db.utils.IntegrityError"
    assert described["words"] == "duplicate key …"
    assert described["because"]["kind"] == "builtins.ValueError"
    assert "test_request_log.py" in described["at"][-1]
    assert not [marker for marker in MARKERS if marker in json.dumps(described)]


def test_an_error_of_the_machine_keeps_its_words():
    described = describe_error(OSError(28, "No space left on device", "/planted"))

    assert described["words"] == "No space left on device"
    assert "planted" not in json.dumps(described)


def test_an_event_for_sentry_tells_of_nobody():
    frame = {"filename": "a.py", "lineno": 3, "vars": {"email": "ana@example.org"}}
    event = {
        "event_id": "1",
        "request": {"url": "/planted", "cookies": "planted"},
        "user": {"email": "ana@example.org", "ip_address": "203.0.113.9"},
        "breadcrumbs": ["planted"],
        "logentry": {"message": "planted"},
        "exception": {
            "values": [
                {"type": "ValueError", "value": "planted", "stacktrace": {"frames": [frame]}}
            ]
        },
    }

    kept = without_people(event, {})

    assert kept["exception"]["values"][0]["type"] == "ValueError"
    assert frame == {"filename": "a.py", "lineno": 3}
    assert not [marker for marker in MARKERS if marker in json.dumps(kept)]


def test_gunicorn_writes_in_the_same_form_and_tells_no_address(capfd):
    logger = JsonLogger(Config())
    try:
        raise RuntimeError("planted")
    except RuntimeError:
        logger.exception("Error handling request %s", "/planted/ana@example.org/")
    for handler in logger.error_log.handlers:
        handler.flush()

    line = json.loads(capfd.readouterr().err.splitlines()[-1])
    assert line["message"] == "Error handling request %s"
    assert line["error"]["kind"] == "builtins.RuntimeError"
    assert not [marker for marker in MARKERS if marker in json.dumps(line)]
