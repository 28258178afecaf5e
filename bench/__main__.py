"""``python -m bench``: fill a database of its own, measure, print the figures, drop it again."""

import argparse
import json
import os
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit, urlunsplit

import psycopg2
from psycopg2 import sql

from bench.bad_input import main as bad_input
from bench.front import main as front

SETTINGS = "site_config.settings.test"
SERVER = "postgres://postgres@127.0.0.1:5432/postgres"
LONGEST_THREAD = 10_000


def main() -> int:
    """Run the benchmark as the command line says."""
    if sys.argv[1:2] == ["bad-input"]:
        return bad_input(sys.argv[2:])
    if sys.argv[1:2] == ["front"]:
        return front(sys.argv[2:])
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument(
        "part",
        nargs="?",
        choices=["community", "library", "pages"],
        default="community",
        help="what grows",
    )
    parser.add_argument(
        "--sizes",
        type=lambda text: [int(part) for part in text.split(",")],
        default=[100, 10_000, 100_000],
        help="pages of the city, by commas",
    )
    parser.add_argument("--publications", type=int, default=10_000, help="issues of the library")
    parser.add_argument("--pages", type=int, default=200_000, help="pages of all their PDFs")
    parser.add_argument("--server", default=SERVER, help="address of a PostgreSQL server")
    parser.add_argument("--replies", type=int, default=LONGEST_THREAD, help="the longest thread")
    parser.add_argument("--comments", type=int, default=1_000_000, help="comments of the city")
    parser.add_argument("--out", type=Path, help="a folder for figures.json")
    parser.add_argument("--keep", action="store_true", help="leave the database for a look at it")
    options = parser.parse_args()
    name = f"bench_{os.getpid()}"
    with _on_server(options.server) as server:
        server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    address = urlunsplit(urlsplit(options.server)._replace(path=f"/{name}"))
    os.environ |= {"DATABASE_URL": address, "DJANGO_SETTINGS_MODULE": SETTINGS}
    try:
        report = _run(options)
    finally:
        if options.keep:
            sys.stderr.write(f"The database is kept: {address}\n")
        else:
            with _on_server(options.server) as server:
                statement = "DROP DATABASE {} WITH (FORCE)"
                server.execute(sql.SQL(statement).format(sql.Identifier(name)))
    from bench.telling import tables

    sys.stdout.write(tables(report) if options.part == "pages" else _table(report))
    if options.out:
        options.out.mkdir(parents=True, exist_ok=True)
        text = json.dumps(report, indent=2, ensure_ascii=False) + "\n"
        (options.out / "figures.json").write_text(text, encoding="utf-8")
    return 0


def _run(options: argparse.Namespace) -> dict[str, object]:
    import django

    django.setup()
    # Models can't be imported before Django knows its settings.
    from bench.library import run_library
    from bench.pages import run_pages
    from bench.run import run

    started = time.perf_counter()
    tell = sys.stderr.write
    if options.part == "pages":
        with TemporaryDirectory(prefix="sheshi-bench-") as folder:
            report = run_pages(
                folder=Path(folder), sizes=options.sizes, comments=options.comments, tell=tell
            )
    elif options.part == "library":
        report = run_library(publications=options.publications, pages=options.pages, tell=tell)
    else:
        report = run(replies=options.replies, comments=options.comments, tell=tell)
    return report | {"seconds": round(time.perf_counter() - started)}


def _table(report: dict) -> str:
    """Return the figures of both sizes side by side, as a table in Markdown."""
    small, large = report["small"], report["large"]
    grown = "comments" if "comments" in small else "pages"
    lines = [
        f"| | queries | ms, {small[grown]:,} {grown} | queries | ms, {large[grown]:,} {grown} |",
        "|---|--:|--:|--:|--:|",
    ]
    lines += [
        f"| {one['name']} | {one['queries']} | {one['milliseconds']:.1f} "
        f"| {other['queries']} | {other['milliseconds']:.1f} |"
        for one, other in zip(small["figures"], large["figures"], strict=True)
    ]
    return "\n".join(lines) + "\n"


class _on_server:  # noqa: N801 - it reads like a function.
    """Statements outside every transaction, as making a database needs them."""

    def __init__(self, address: str) -> None:
        self.connection = psycopg2.connect(address)
        self.connection.autocommit = True

    def __enter__(self) -> "psycopg2.extensions.cursor":
        return self.connection.cursor()

    def __exit__(self, *error: object) -> None:
        self.connection.close()


if __name__ == "__main__":
    sys.exit(main())
