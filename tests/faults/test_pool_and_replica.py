"""A pool of connections before the database, and a replica beside it: PgBouncer and PostgreSQL."""

import shutil
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager

import psycopg2
import pytest

from deploy.rehearsal import MissingProgramError
from deploy.rehearsal.places import DATABASE, database_owner, find_program
from deploy.rehearsal.processes import Process, await_that
from deploy.rehearsal.servers import POSTGRESQL_OPTIONS, as_user, run_quietly, web_node
from site_config.replica import SETTLES
from tests.faults.conftest import City
from tests.faults.readers import Crowd, Reader
from tests.faults.test_two_editors import open_page, publish
from tests.leaving_out import leave_out

# Connections to the server, for all threads of a node.
POOL = 3
POOLED = """[databases]
* = host=127.0.0.1 port={database_port} user=pooled pool_size={size}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
query_wait_timeout = 3
admin_users = pooled
"""


@contextmanager
def node(city: City, **environment: str) -> Iterator[Reader]:
    """Run one more web node, of eight threads; yield who asks it."""
    places = city.rehearsal.places
    one = {"WEB_CONCURRENCY": "1", "WEB_THREADS": "8"}
    process = web_node(places, places.port + 9, one | environment)
    try:
        process.start()
        yield Reader(places.port + 9, is_proxy=True)
    finally:
        process.kill()


def ask(address: str, statement: str) -> list[tuple]:
    """Ask a database; return the rows."""
    with closing(psycopg2.connect(address)) as connection:
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute(statement)
            return cursor.fetchall() if cursor.description else []


def write_comment(city: City, reader: Reader, words: str) -> int:
    """Write a comment as a new member; return the status of the answer."""
    (reader.cookies["__Host-sid"],) = city.desk("make_members", count=1)
    form = reader.open_form(city.write_path)
    return reader.post(city.write_path, form | {"text": words, "submission": words}).status


# A pool ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def pool(city: City) -> Iterator[str]:
    """The address of the city's database behind a PgBouncer that pools transactions."""
    try:
        program = find_program("pgbouncer")
    except MissingProgramError:
        leave_out("not installed here: pgbouncer")
    places = city.rehearsal.places
    ask(places.database_url, "CREATE ROLE pooled LOGIN SUPERUSER")
    port = places.port + 10
    settings = places.folder / "pgbouncer.ini"
    settings.write_text(POOLED.format(database_port=places.database_port, port=port, size=POOL))
    process = Process(
        "pgbouncer", [*as_user(database_owner()), program, str(settings)], places.folder, port=port
    )
    process.start()
    own = f"postgres://pooled@127.0.0.1:{places.database_port}/{DATABASE}"
    run_quietly(
        [str(places.python), "manage.py", "limit_database_role"],
        log=places.folder / "log" / "manage.log",
        environment=places.environment() | {"DATABASE_URL": own},
    )
    yield f"postgres://pooled@127.0.0.1:{port}/{DATABASE}"
    process.kill()
    ask(places.database_url, "REASSIGN OWNED BY pooled TO sheshi")
    ask(places.database_url, "DROP OWNED BY pooled")
    ask(places.database_url, "DROP ROLE pooled")


def test_a_city_works_through_a_few_pooled_connections(city, pool):
    page = city.desk("publish_article", title="Me pishinë")["id"]
    topic = city.desk("make_topic", name="Pishina")
    words = "Through the pool."
    paths = [*city.public_paths, "/en/account/login/"]
    with (
        node(city, DATABASE_URL=pool, DATABASE_POOLED="1") as reader,
        Crowd(reader, paths, per_second=30) as crowd,
    ):
        written = write_comment(city, Reader(reader.port, is_proxy=True), words)
        editor = Reader(reader.port, is_proxy=True)
        editor.cookies["__Host-sid"] = city.desk("make_editor", name="Pishinare")
        publish(editor, page, open_page(editor, page)[1], "Nëpër pishinë", topic)
        crowd.await_answers(60)
        used = ask(
            city.rehearsal.places.database_url,
            "SELECT count(*) FROM pg_stat_activity WHERE usename = 'pooled'",
        )

    assert [status for status in crowd.refused if status != 429] == []
    assert written == 302
    assert city.desk("comments_with", words=words) == [words]
    assert city.desk("live_title", number=page) == "Nëpër pishinë"
    assert 1 <= used[0][0] <= POOL


def test_limits_hold_behind_the_pool(pool):
    for name, limit in {"statement_timeout": "8s", "lock_timeout": "3s"}.items():
        assert ask(pool, f"SHOW {name}") == [(limit,)]


def test_twin_that_takes_the_pool_for_a_server_is_refused(city, pool):
    with node(city, DATABASE_URL=pool, DATABASE_POOLED="0") as reader:
        assert reader.get("/en/account/login/").status == 503


# A replica ---------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def standby(city: City) -> Iterator[Process]:
    """A PostgreSQL that follows the city's database, stream by stream."""
    places = city.rehearsal.places
    port, folder = places.port + 11, places.folder / "standby"
    owner = as_user(database_owner())
    copy = [find_program("pg_basebackup"), "-D", str(folder), "-h", "127.0.0.1", "-U", "sheshi"]
    folder.mkdir(mode=0o700)
    if account := database_owner():
        shutil.chown(folder, account)
    run_quietly(
        [*owner, *copy, "-p", str(places.database_port), "-R", "-X", "stream", "-c", "fast"],
        log=places.folder / "log" / "standby-copy.log",
    )
    options = [part for option in POSTGRESQL_OPTIONS for part in ("-c", option)]
    command = [find_program("postgres"), "-D", str(folder), "-p", str(port), "-k", "", *options]
    process = Process("standby", [*owner, *command, "-h", "127.0.0.1"], places.folder, port=port)
    process.start()
    yield process
    process.kill()


def address_of(standby: Process) -> str:
    """Return the address of the database on the standby."""
    return f"postgres://sheshi@127.0.0.1:{standby.port}/{DATABASE}"


@pytest.fixture
def lagging(standby: Process) -> Iterator[str]:
    """The address of the standby, which hears of nothing more for a while."""
    ask(address_of(standby), "SELECT pg_wal_replay_pause()")
    yield address_of(standby)
    ask(address_of(standby), "SELECT pg_wal_replay_resume()")


def await_standby(city: City, standby: Process) -> None:
    """Wait until the standby has heard of all that was written, and readers are let to it."""
    ((written,),) = ask(city.rehearsal.places.database_url, "SELECT pg_current_wal_lsn()::text")
    question = f"SELECT pg_last_wal_replay_lsn() >= '{written}'::pg_lsn"
    assert await_that(lambda: ask(address_of(standby), question) == [(True,)], 30)
    time.sleep(SETTLES + 0.5)


def readings(standby: Process) -> list[str]:
    """Return what the portal's connections have asked the standby last."""
    question = (
        "SELECT query FROM pg_stat_activity "
        "WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
    )
    return [query for (query,) in ask(address_of(standby), question)]


def test_visitors_read_from_the_replica_and_go_on_without_it(city, standby):
    article = city.desk("publish_article", title="Nga kopja")
    await_standby(city, standby)
    with node(city, DATABASE_REPLICA_URL=address_of(standby)) as reader:
        assert readings(standby) == []
        assert reader.get(article["url"]).status == 200
        # Its last question is told, and looking whether a server is there asks for no table.
        assert any(" FROM " in query for query in readings(standby))

        standby.kill()
        answers = [reader.get(path) for path in city.public_paths]
        standby.start()

    assert [answer.status for answer in answers] == [200] * len(answers)
    assert max(answer.seconds for answer in answers) < 3


@pytest.mark.parametrize("settings", ["", "replica_first"], ids=["settled", "twin: replica first"])
def test_what_was_just_written_is_read_also_while_the_replica_lags(
    city, standby, lagging, settings
):
    words = f"Before the replica heard of it {settings}."
    environment = {"DATABASE_REPLICA_URL": lagging}
    if settings:
        environment["DJANGO_SETTINGS_MODULE"] = f"tests.faults.broken.{settings}"
    with node(city, **environment) as reader:
        assert write_comment(city, city.reader(), words) == 302
        page = reader.get(city.desk("discussion_url", number=city.discussion))

    assert page.status == 200
    assert (words in page.text) is not bool(settings)
