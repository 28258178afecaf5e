"""How much memory a process takes for an upload at each door, bad ones and the largest good ones.

    python -m bench.uploads

Each file meets each door in a process of its own, in which the whole portal is loaded; what is
told is the most memory that the process had at once. No database is asked.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

SETTINGS = "site_config.settings.test"
# MiB; more than this no upload may take.
LIMIT = 400


def _doors() -> dict[str, Callable[[Path], None]]:
    """Return what looks at a file, by door; each raises where the file is refused."""
    from django.core.files.uploadedfile import TemporaryUploadedFile
    from wagtail.images import get_image_model
    from wagtail.images.forms import get_image_form

    from gallery.models import GalleryMedia
    from gallery.submissions.reading import read_media
    from site_config.models import SiteDocument
    from site_config.pictures import camera_date

    def upload(path: Path) -> TemporaryUploadedFile:
        file = TemporaryUploadedFile(path.name, None, path.stat().st_size, None)
        with path.open("rb") as source:
            while chunk := source.read(1024 * 1024):
                file.write(chunk)
        file.seek(0)
        return file

    def picture(path: Path) -> None:
        field = get_image_form(get_image_model()).base_fields["file"]
        field.__class__ = _picture_field()
        image = get_image_model()(title="A", collection_id=1, file=field.clean(upload(path)))
        image.clean()

    def album(path: Path) -> None:
        # As `gallery.photo_uploads` does, which asks the database for the collection as well.
        field = get_image_form(get_image_model()).base_fields["file"]
        field.__class__ = _picture_field()
        file = upload(path)
        image = get_image_model()(title="A", collection_id=1, file=field.clean(file))
        image.clean()
        camera_date(file)

    def document(path: Path) -> None:
        SiteDocument(title="A", collection_id=1, file=upload(path)).clean()

    def film(path: Path) -> None:
        GalleryMedia(title="A", collection_id=1, type="video", file=upload(path)).clean()

    def member(path: Path) -> None:
        read_media(upload(path)).file.close()

    return {
        "pictures": picture,
        "albums": album,
        "documents": document,
        "films": film,
        "members": member,
    }


def _picture_field() -> type:
    from site_config.picture_form import PictureField

    return PictureField


def _files(folder: Path) -> dict[str, tuple[Path, tuple[str, ...]]]:
    """Write the files, and return them with the doors at which each is tried."""
    from PIL import Image

    from tests.gallery.media_files import box, element, film_of_tables, film_with_place, webm
    from tests.upload_files import ARCHIVE, BOMB, FRAMES, PAGE, PDF, SCRIPT, large_png

    everywhere = ("pictures", "albums", "documents", "films", "members")
    large = folder / "largest.jpg"
    exif = Image.Exif()
    exif[0x0112] = 6
    noise = Image.effect_noise((625, 400), 60).resize((6250, 4000)).convert("RGB")
    noise.save(large, quality=80, exif=exif)
    noise.resize((4240, 2826)).convert("RGBA").save(folder / "largest.webp", quality=60)
    noise.quantize(16).convert("RGB").save(folder / "largest.png")
    written = {
        "30000x30000.png": BOMB,
        "13000x13000.png": large_png(13_000, 13_000),
        "10000-frames.gif": FRAMES,
        "10000-frames.png": FRAMES,
        "script.svg": SCRIPT,
        "page.pdf.html": PAGE,
        "archive-behind.pdf": PDF + ARCHIVE,
        "wrong-magic.jpg": PAGE,
        "empty.jpg": b"",
        "ë" * 296 + ".jpg": b"x",
        "largest.pdf": PDF + bytes(39 * 1024 * 1024),
        "largest.webm": webm(element("ec", bytes(99 * 1024 * 1024))),
        "largest.mp4": film_with_place() + box(b"free", bytes(99 * 1024 * 1024)),
        "many-elements.webm": webm(b"\xec\x80" * (49 * 1024 * 1024)),
        "as-many-as-allowed.webm": webm(b"\xec\x80" * 700_000),
        "many-boxes.mp4": film_with_place() + box(b"free") * (12 * 1024 * 1024),
        "many-runs.mp4": film_of_tables((1, 2_000_000)),
        "many-chunks.mp4": film_of_tables((375_000, 1), (375_000, 1)),
    }
    found = {
        name: (folder / f"{name[:80]}{Path(name).suffix * (len(name) > 80)}", everywhere)
        for name in written
    }
    for name, content in written.items():
        found[name][0].write_bytes(content)
    for name in ("largest.jpg", "largest.webp", "largest.png"):
        found[name] = (folder / name, ("pictures", "albums", "members"))
    return found


def _measure(door: str, path: Path) -> dict[str, object]:
    """Let one door look at one file, in this process."""
    import django

    django.setup()
    from django.core.exceptions import ValidationError

    from gallery.submissions.errors import SubmissionError

    look = _doors()[door]
    start = time.perf_counter()
    try:
        look(path)
        outcome = "taken"
    except (ValidationError, SubmissionError):
        outcome = "refused"
    seconds = time.perf_counter() - start
    return {"outcome": outcome, "mib": round(_peak()), "seconds": round(seconds, 2)}


def _peak() -> float:
    """Return the most memory that this process had at once, in MiB.

    On Linux the usual figure (``ru_maxrss``) may be that of the process which started this one.
    """
    status = Path("/proc/self/status")
    if status.exists():
        lines = status.read_text().splitlines()
        [line] = [line for line in lines if line.startswith("VmHWM:")]
        return int(line.split()[1]) / 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1024 / (1024 if sys.platform == "darwin" else 1)


def main() -> int:
    """Measure each file at each of its doors; fail where one takes too much."""
    parser = argparse.ArgumentParser(prog="bench.uploads", description=__doc__)
    parser.add_argument("--door", help=argparse.SUPPRESS)
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    if options.door:
        sys.stdout.write(json.dumps(_measure(options.door, options.file)))
        return 0
    sys.stdout.write("| file | door | | MiB | s |\n|---|---|---|--:|--:|\n")
    most = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, (path, doors) in _files(Path(folder)).items():
            for door in doors:
                command = [sys.executable, "-m", "bench.uploads", "--door", door, "--file", path]
                told = subprocess.run(command, check=True, capture_output=True)  # noqa: S603
                found = json.loads(told.stdout)
                most = max(most, found["mib"])
                short = name if len(name) < 40 else "a name of 300 characters"
                sys.stdout.write(
                    f"| {short} | {door} | {found['outcome']} | {found['mib']} "
                    f"| {found['seconds']} |\n"
                )
                sys.stdout.flush()
    sys.stdout.write(f"\nThe most was {most} MiB; {LIMIT} are allowed.\n")
    return 0 if most <= LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
