"""Publications come in from lists and folders: nothing is lost, nothing comes in twice."""

import csv
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from io import StringIO
from pathlib import Path
from threading import Barrier

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection
from wagtail.models import Collection, Locale, Page, Site

from publications.importing.storing import store
from publications.models import BookPage, IssuePage
from site_config.models import SiteDocument
from tests.factories.home import HomePageFactory
from tests.factories.publications import (
    CollectionPageFactory,
    IssuePageFactory,
    PublicationIndexPageFactory,
    SeriesPageFactory,
    pdf,
)

ROW = "Qyteti: Hija,Qyteti,4,2014/1,2014-03-28,Mira Çela; [Dajti Solar],hija.pdf"
HEAD = "title,series,volume,number,date,authors,file"


def make_list(folder: Path, *rows: str, head: str = HEAD, name: str = "list.csv") -> Path:
    """Write a list beside the PDFs that its rows name."""
    path = folder / name
    path.write_text("\n".join([head, *rows]), encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "hija.pdf").write_bytes(pdf(3))
    (tmp_path / "libri.pdf").write_bytes(pdf(2))
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7 and nothing else")
    (tmp_path / "locked.pdf").write_bytes(pdf(1, password="secret"))
    (tmp_path / "page.pdf").write_bytes(b"<html>")
    (tmp_path / "empty.pdf").write_bytes(b"")
    return tmp_path


def run(source: Path, *options: str) -> list[str]:
    """Run the command; return what it told, also where it ends with an error."""
    out = StringIO()
    try:
        call_command("import_publications", str(source), *options, stdout=out, no_color=True)
    except CommandError as error:
        out.write(f"error: {error}")
    return out.getvalue().splitlines()


def stored() -> tuple[int, int, int, set[str]]:
    files = set(default_storage.listdir("documents")[1]) if _has_documents() else set()
    return (
        IssuePage.objects.count(),
        BookPage.objects.count(),
        SiteDocument.objects.count(),
        files,
    )


def _has_documents() -> bool:
    return default_storage.exists("documents")


# What is imported -------------------------------------------------------------------------------


@pytest.mark.django_db
def test_a_dry_run_tells_and_writes_nothing(folder, series):
    before = stored()
    told = run(make_list(folder, ROW))
    assert told == [
        "[1/1] row 2: would be imported: Qyteti: Hija (below “Qyteti”)",
        "1 would be imported.",
        "Nothing was written. Add --commit to import.",
    ]
    assert stored() == before


@pytest.mark.django_db
def test_a_row_becomes_a_draft_with_its_file(folder, series):
    told = run(make_list(folder, ROW), "--commit")
    assert told[0] == "[1/1] row 2: imported: Qyteti: Hija (below “Qyteti”)"
    issue = IssuePage.objects.child_of(series).get()
    assert (issue.number, issue.volume_number, issue.volume_year) == ("2014/1", 4, 2014)
    assert issue.date == date(2014, 3, 28)
    assert issue.author_names == ["Mira Çela", "Dajti Solar"]
    assert issue.authors[1].value["kind"] == "organisation"
    assert (issue.pages, issue.live, issue.languages) == (3, False, "sq")
    assert issue.latest_revision.as_object().title == "Qyteti: Hija"
    with issue.document.file.open() as stream:
        assert stream.read() == (folder / "hija.pdf").read_bytes()
    assert issue.document.file_size == (folder / "hija.pdf").stat().st_size
    assert issue.document.file_hash


@pytest.mark.django_db
def test_rows_are_published_where_it_is_asked_for(client, folder, series):
    run(make_list(folder, ROW), "--commit", "--publish")
    assert client.get("/sq/botime/periodike/qyteti/latest/").status_code == 302


@pytest.mark.django_db
def test_a_row_without_a_series_is_a_book(folder, books):
    head = "title;date;file;isbn;publisher"
    row = "Lana;22.04.2013;libri.pdf;ISBN 978-9928-7999-2-0;Smart City Tirana"
    run(make_list(folder, row, head=head), "--commit")
    book = BookPage.objects.child_of(books).get()
    assert (book.isbn, book.publisher, book.date) == (
        *("9789928799920", "Smart City Tirana", date(2013, 4, 22)),
    )


@pytest.mark.django_db
def test_series_are_known_by_title_address_or_issn(folder, series):
    names = (series.title.upper(), series.slug, series.issn)
    rows = [f"T{n},{name},,{n},2014-01-0{n},,hija.pdf" for n, name in enumerate(names, start=1)]
    run(make_list(folder, *rows), "--commit")
    assert IssuePage.objects.child_of(series).count() == 3


@pytest.mark.django_db
def test_a_folder_of_pdfs_tells_by_its_names(tmp_path, series, books):
    volume = tmp_path / "Qyteti" / "4"
    volume.mkdir(parents=True)
    (volume / "2014-03-28 - 2014-1 - Qyteti: Hija.pdf").write_bytes(pdf())
    (tmp_path / "2013-04-22 - Lana.pdf").write_bytes(pdf())
    (tmp_path / "scan0001.PDF").write_bytes(pdf())
    told = run(tmp_path, "--commit")
    issue, book = IssuePage.objects.get(), BookPage.objects.get()
    assert (issue.title, issue.number, issue.volume_number) == ("Qyteti: Hija", "2014-1", 4)
    assert (book.title, book.date) == ("Lana", date(2013, 4, 22))
    assert any("scan0001.PDF: refused: – (The title is missing.)" in line for line in told)


@pytest.mark.django_db
def test_a_folder_with_a_list_is_read_by_its_list(folder, series):
    make_list(folder, ROW)
    assert "[1/1] row 2" in run(folder)[0]
    make_list(folder, ROW, name="other.csv")
    assert "several lists" in run(folder)[0]


# Rows that are refused --------------------------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("row", "why"),
    [
        (ROW.replace("hija.pdf", "gone.pdf"), "There is no file gone.pdf."),
        (ROW.replace("hija.pdf", "broken.pdf"), "damaged"),
        (ROW.replace("hija.pdf", "locked.pdf"), "password"),
        (ROW.replace("hija.pdf", "page.pdf"), "content is not PDF"),
        (ROW.replace("hija.pdf", "empty.pdf"), "empty"),
        (ROW.replace("hija.pdf", "list.csv"), "no PDF"),
        (ROW.replace("hija.pdf", "../hija.pdf"), "in the folder of the list"),
        (ROW.replace("hija.pdf", "/etc/passwd"), "in the folder of the list"),
        (ROW.replace("2014-03-28", "28 mars"), "no date"),
        (ROW.replace("2014-03-28", "2014-13-99"), "no date"),
        (ROW.replace(",Qyteti,", ",Tjetra,"), "no series called “Tjetra”"),
        (ROW.replace(",2014/1,", ",,"), "needs a number"),
        (ROW.replace(",4,", ",four,"), "volume is a whole number"),
        (ROW.replace(",4,", ",0,"), "volume is a whole number"),
        (ROW.replace(",4,", f",{'9' * 40},"), "volume is a whole number"),
        (ROW.replace("2014/1", "n" * 21), "number:"),
        (ROW.replace("Qyteti: Hija", "t" * 300), "title:"),
        (ROW.replace("Mira Çela", "m" * 200), "no name of an author"),
        (ROW.replace("Qyteti: Hija,", ","), "The title is missing."),
        (f"{ROW},more", "more values than there are columns"),
        ("Lana,,,,2013-04-22,,libri.pdf", "name its collection"),
    ],
)
def test_a_row_that_is_wrong_says_why_and_leaves_nothing(folder, series, row, why):
    before = stored()
    for options in ((), ("--commit",)):
        told = run(make_list(folder, row), *options)
        assert "refused" in told[0]
        assert why in told[0]
        assert told[-1] == "error: 1 of 1 rows were refused."
    assert stored() == before


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("isbn", "why"), [("978-9928-7999-2-1", "slip in this number"), ("12", "13 digits")]
)
def test_a_wrong_isbn_says_what_is_wrong(folder, books, isbn, why):
    row = f"Lana,2013-04-22,libri.pdf,{isbn}"
    assert why in run(make_list(folder, row, head="title,date,file,isbn"), "--commit")[0]
    assert not BookPage.objects.exists()


@pytest.mark.django_db
def test_a_bad_row_stops_no_other(folder, series):
    rows = [ROW.replace("hija.pdf", "gone.pdf"), ROW, ROW.replace("2014/1", "2014/2")]
    told = run(make_list(folder, *rows), "--commit")
    assert told[3] == "1 refused, 2 imported."
    assert set(IssuePage.objects.values_list("number", flat=True)) == {"2014/1", "2014/2"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    "bad", ['"Lana,Qyteti,4,2014/9', 'Lana,"Qy"teti,4,2014/9', '"' + "long " * 40_000]
)
def test_a_stray_quote_stops_no_other_row(folder, series, bad):
    rows = [ROW, bad, ROW.replace("2014/1", "2014/2"), ROW.replace("2014/1", "2014/3")]
    told = run(make_list(folder, *rows), "--commit")
    assert told[1].startswith("[2/4] row 3: refused: ")
    assert "quote" in told[1]
    assert told[4] == "3 imported, 1 refused."
    assert IssuePage.objects.count() == 3


@pytest.mark.django_db
def test_a_value_may_have_lines_and_its_row_is_named_by_the_first(folder, series):
    head = f"{HEAD},summary"
    rows = [f'{ROW},"One line,\nand ""another""."', ROW.replace("hija.pdf", "gone.pdf")]
    told = run(make_list(folder, *rows, head=head), "--commit")
    assert "row 2: imported" in told[0]
    assert "row 4: refused" in told[1]
    assert IssuePage.objects.get().summary == 'One line, and "another".'


@pytest.mark.django_db
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("cut", ["\u2028", "\u2029", "\x85", "\v", "\f", "\x1c"])
def test_only_the_end_of_a_line_ends_a_row(folder, series, cut, end):
    rows = [f"{HEAD},summary", f"{ROW},One two{cut}three", ROW.replace("hija", "gone") + ","]
    (folder / "list.csv").write_bytes(end.join(rows).encode())
    assert run(folder, "--commit")[2] == "1 imported, 1 refused."
    assert IssuePage.objects.get().summary == "One two three"


@pytest.mark.django_db
def test_a_row_that_fails_while_it_is_stored_leaves_no_file(folder, series, monkeypatch):
    before = stored()

    def fail(*args, **kwargs):
        raise DatabaseError

    with monkeypatch.context() as failing:
        failing.setattr(IssuePage, "save_revision", fail)
        told = run(make_list(folder, ROW), "--commit")
    assert "could not be stored" in told[0]
    assert stored() == before
    assert "imported" in run(make_list(folder, ROW), "--commit")[0]


# Twice ------------------------------------------------------------------------------------------


@pytest.mark.django_db
def test_running_twice_imports_once(folder, series, books):
    rows = (ROW, "Lana,,,,2013-04-22,,libri.pdf")
    run(make_list(folder, *rows), "--commit")
    once = stored()
    told = run(make_list(folder, *rows), "--commit")
    assert told[2] == "2 already there."
    assert run(make_list(folder, *rows))[2] == "2 already there."
    assert stored() == once


@pytest.mark.django_db
def test_what_staff_have_made_is_left_as_it_is(folder, series):
    own = IssuePageFactory(parent=series, title="Own", number="2014/1")
    assert run(make_list(folder, ROW), "--commit")[0] == (
        "[1/1] row 2: already there: Qyteti: Hija (as “Own”)"
    )
    assert IssuePage.objects.get() == own


@pytest.mark.django_db
def test_two_volumes_of_a_year_may_use_the_same_number(folder, series):
    rows = (ROW, ROW.replace(",4,", ",5,"))
    told = run(make_list(folder, *rows), "--commit")
    assert told[2] == "2 imported."
    assert set(IssuePage.objects.values_list("volume_number", flat=True)) == {4, 5}
    assert run(make_list(folder, *rows), "--commit")[2] == "2 already there."
    # Whoever leaves the volume out means one that is there.
    assert "already there" in run(make_list(folder, ROW.replace(",4,", ",,")), "--commit")[0]


@pytest.mark.django_db
def test_one_book_is_known_by_either_of_its_isbns(folder, books):
    numbers = ("9928-7999-2-X", "978-9928-7999-2-0")
    rows = [f"Lana {n},2013-04-2{n},libri.pdf,{isbn}" for n, isbn in enumerate(numbers)]
    for one, other in (rows, reversed(rows)):
        run(make_list(folder, one, head="title,date,file,isbn"), "--commit")
        told = run(make_list(folder, other, head="title,date,file,isbn"), "--commit")
        assert "already there" in told[0]
        BookPage.objects.get().delete()


@pytest.mark.django_db
def test_one_publication_twice_in_a_list_is_told(folder, series):
    told = run(make_list(folder, ROW, ROW), "--commit")
    assert "refused: Qyteti: Hija (It is the same publication as row 2.)" in told[1]
    assert IssuePage.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_imports_at_once_import_each_row_once(folder):
    root = Page.objects.filter(depth=1).first() or Page.add_root(
        title="Root", locale=Locale.objects.get_or_create(language_code="sq")[0]
    )
    Collection.objects.filter(depth=1).exists() or Collection.add_root(name="Root")
    home = HomePageFactory(parent=root, locale=Locale.objects.get_or_create(language_code="sq")[0])
    Site.objects.update_or_create(
        is_default_site=True, defaults={"hostname": "testserver", "root_page": home}
    )
    shelf = CollectionPageFactory(parent=PublicationIndexPageFactory(parent=home))
    SeriesPageFactory(parent=shelf)
    rows = [ROW.replace("2014/1", f"2014/{number}") for number in range(1, 5)]
    source = make_list(folder, *rows)
    barrier = Barrier(2)

    def work(_runner: int) -> list[str]:
        try:
            barrier.wait(30)
            return run(source, "--commit")
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        told = [line for lines in pool.map(work, range(2)) for line in lines]

    assert sum(": imported:" in line for line in told) == 4, told
    assert sum(": already there:" in line for line in told) == 4, told
    assert IssuePage.objects.count() == SiteDocument.objects.count() == 4


# Lists that can't be read, and reports ----------------------------------------------------------


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "Missing: title, date, file"),
        (b"name,date\n", "Missing: title, file"),
        (b"title,date,file,colour\n", "no columns called colour"),
        (b"title,title,date,file\n", "named twice"),
        ("title,date,file\nçfarë".encode("latin-1"), "not in UTF-8"),
        (b"title,date,file\n\x00", "no text"),
        (b'"title,date,file\nLana', "can't be read"),
    ],
)
def test_a_list_that_can_not_be_read_says_why(tmp_path, locales, content, why):
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    (line,) = run(path)
    assert why in line


@pytest.mark.django_db
def test_a_source_that_is_not_there_says_so(tmp_path, locales):
    assert "no file or folder" in run(tmp_path / "gone")[0]
    assert "no PDF and no list" in run(tmp_path)[0]
    (tmp_path / "text.txt").write_text("x")
    assert "no CSV file" in run(tmp_path / "text.txt")[0]


@pytest.mark.django_db
def test_the_report_is_a_list_without_formulas(folder, series):
    report = folder / "report.txt"
    rows = ["=1+1,Qyteti,,1,2014-01-01,,hija.pdf", ROW]
    run(make_list(folder, *rows), "--report", str(report))
    with report.open(encoding="utf-8-sig", newline="") as file:
        head, first, second = csv.reader(file)
    assert head == ["place", "outcome", "title", "text"]
    assert first[:3] == ["row 2", "would be imported", "'=1+1"]
    assert second[:3] == ["row 3", "would be imported", "Qyteti: Hija"]


@pytest.mark.django_db
def test_an_interrupted_row_leaves_no_file(folder, series, monkeypatch):
    from publications.importing.checking import Checker
    from publications.importing.sources import read_rows

    (row,) = read_rows(make_list(folder, ROW))
    entry = Checker("sq").check(row)
    before = stored()

    def stop(*args, **kwargs):
        raise KeyboardInterrupt

    monkeypatch.setattr(IssuePage, "save_revision", stop)
    with pytest.raises(KeyboardInterrupt):
        store(entry=entry, collection=Collection.get_first_root_node(), publish=False)
    assert stored() == before
