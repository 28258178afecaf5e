"""What a rehearsal has started is ended by it, however it is called."""

import sys
from pathlib import Path

from deploy.rehearsal import Places, Rehearsal
from deploy.rehearsal.processes import Process, is_running


def test_what_was_started_on_other_ports_is_ended_too(tmp_path: Path):
    folder = tmp_path / "city"
    for name in ("log", "run"):
        (folder / name).mkdir(parents=True)
    node = Process("web-19999", ["sleep", "60"], folder)
    node.start()
    number = node.pid

    Rehearsal(Places(folder, 18190, Path(sys.executable))).down()

    assert number is not None
    assert not is_running(number)
    assert not folder.exists()


def test_where_nothing_was_built_there_is_nothing_to_end(tmp_path: Path):
    Rehearsal(Places(tmp_path / "city", 18190, Path(sys.executable))).down()

    assert not (tmp_path / "city").exists()
