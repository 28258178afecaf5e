"""The commands that a newcomer types first, on machines that lack something."""

import re
import socket
import subprocess
import sys
from importlib.metadata import distributions
from pathlib import Path

import pytest
from django.conf import settings
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests import migrated, run
from tests.faults.conftest import MIGRATED_VARIABLE
from tests.leaving_out import leave_out

ROOT = Path(settings.BASE_DIR)
ENVIRONMENT = ROOT / ".ci" / "environment.py"


def write_program(path: Path, body: str) -> Path:
    """Write an executable shell script."""
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)
    return path


def write_python(path: Path, *, version: str = "3.11", status: int = 0) -> Path:
    """Write a stand-in that answers as a Python does; status 3 is too old, 1 has no venv."""
    return write_program(path, f"echo {version}; exit {status}")


def find_python(folder: Path, *candidates: str) -> subprocess.CompletedProcess:
    """Look for a Python where nothing but the folder is on the path."""
    return subprocess.run(
        ["/bin/sh", ROOT / ".ci" / "find-python", *candidates],
        env={"PATH": str(folder)},
        capture_output=True,
        text=True,
    )


def test_help_lists_every_command():
    phony = re.search(r"^\.PHONY:((?:.*\\\n)*.*)$", (ROOT / "Makefile").read_text(), re.MULTILINE)
    commands = {name for name in phony[1].split() if not name.startswith(("environment", "\\"))}
    output = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True)
    listed = re.findall(r"^make (\S+) +\S", output.stdout, re.MULTILINE)
    assert set(listed) == commands
    assert {"run", "test", "lint", "format", "e2e", "faults", "demo", "test-next"} <= commands


@pytest.mark.parametrize("script", [".ci/find-python", ".ci/run"])
def test_shell_scripts_are_well_formed(script):
    shell = "bash" if "bash" in (ROOT / script).read_text().splitlines()[0] else "sh"
    subprocess.run([shell, "-n", ROOT / script], check=True)


def test_a_fitting_python_is_taken_before_a_newer_launcher_that_fails(tmp_path):
    write_program(tmp_path / "python3.13", "exit 127")
    write_python(tmp_path / "python3", version="3.9", status=3)
    fitting = write_python(tmp_path / "python3.11")
    result = find_python(tmp_path)
    assert (result.returncode, result.stdout.strip()) == (0, str(fitting))


def test_a_python_too_old_is_named_with_what_to_do(tmp_path):
    write_python(tmp_path / "python3", version="3.9", status=3)
    result = find_python(tmp_path)
    assert result.returncode == 1
    assert "Python 3.11 or newer (python3 is 3.9)" in result.stderr
    assert "apt install python3" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_no_python_at_all_is_one_sentence(tmp_path):
    result = find_python(tmp_path)
    assert result.returncode == 1
    assert "Python 3.11 or newer (python3.13 python3.12" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_python_without_its_venv_module_names_the_package(tmp_path):
    write_python(tmp_path / "python3", version="3.12", status=1)
    result = find_python(tmp_path)
    assert result.returncode == 1
    assert "apt install python3.12-venv" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_complete_python_is_preferred_to_one_without_venv(tmp_path):
    write_python(tmp_path / "python3.12", version="3.12", status=1)
    complete = write_python(tmp_path / "python3.11")
    assert find_python(tmp_path).stdout.strip() == str(complete)


def test_a_named_python_is_the_only_one_tried(tmp_path):
    write_python(tmp_path / "python3.11")
    result = find_python(tmp_path, "python3.14")
    assert result.returncode == 1
    assert "python3.14 not found" in result.stderr


def prepare_environment(folder: Path) -> subprocess.CompletedProcess:
    """Install a requirements file without packages into an environment in the folder."""
    return subprocess.run(
        [sys.executable, ENVIRONMENT, folder / "venv", folder / "requirements.txt"],
        capture_output=True,
        text=True,
    )


def test_an_environment_is_built_once_and_again_after_an_interruption(tmp_path):
    (tmp_path / "requirements.txt").write_text("# no package\n")
    assert "Creating" in prepare_environment(tmp_path).stdout
    assert prepare_environment(tmp_path).stdout == ""

    (tmp_path / "requirements.txt").write_text("# still no package\n")
    changed = prepare_environment(tmp_path).stdout
    assert "Installing" in changed
    assert "Creating" not in changed

    (tmp_path / "venv" / ".installation-unfinished").touch()
    repaired = prepare_environment(tmp_path)
    assert "interrupted" in repaired.stdout
    assert "Creating" in repaired.stdout
    assert repaired.returncode == 0
    assert prepare_environment(tmp_path).stdout == ""


def test_an_installation_that_fails_is_tried_again(tmp_path):
    (tmp_path / "requirements.txt").write_text("./absent==1.0\n")
    failed = prepare_environment(tmp_path)
    assert failed.returncode == 1
    assert "pip failed" in failed.stdout
    assert "Traceback" not in failed.stderr
    assert not list((tmp_path / "venv").glob(".installed-*"))


def read_requirements(name: str) -> dict[str, Requirement]:
    """Return what a compiled requirements file pins, by package."""
    lines = (ROOT / name).read_text().splitlines()
    pins = [Requirement(it.removesuffix("\\")) for it in lines if re.match(r"[a-z0-9]", it)]
    return {canonicalize_name(pin.name): pin for pin in pins}


def wishes(pins: dict[str, Requirement]) -> set[tuple[str, str]]:
    """Return the extras, by package, that installed packages ask for of other pinned ones."""
    asking = ((pins.get(canonicalize_name(it.name)), it.requires or []) for it in distributions())
    return {
        (canonicalize_name(wish.name), extra)
        for pin, requires in asking
        if pin is not None
        for wish in map(Requirement, requires)
        if wish.marker is None
        or any(wish.marker.evaluate({"extra": chosen}) for chosen in {"", *pin.extras})
        for extra in wish.extras
    }


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("requirements.txt", ("willow", "heif")),
        ("requirements-dev.txt", ("coverage", "toml")),
        ("requirements-next.txt", ("coverage", "toml")),
    ],
)
def test_the_extras_that_packages_ask_for_of_one_another_are_pinned_too(name, known):
    pins = read_requirements(name)
    asked = wishes(pins)

    # An older pip looks for a package with an extra anew, and refuses it for want of a hash.
    assert {wish for wish in asked if wish[1] not in pins[wish[0]].extras} == set()
    assert known in asked


def finished(place: str, status: int | None) -> run.Run:
    """Return a run of the suite that has ended with pytest's exit status."""
    return run.Run(place, [], status=status, outcome=str(status))


@pytest.mark.parametrize(
    ("statuses", "left_out", "ci", "partial", "expected"),
    [
        ([0, 0], [], "", False, 0),
        ([0, 1], [], "", False, 1),
        ([0], ["Chromium: none"], "", False, 0),
        ([0], ["Chromium: none"], "true", False, 1),
        ([0, 0], [], "true", False, 0),
        ([0, 5], [], "", False, 1),
        ([0, 5], [], "", True, 0),
        ([5, 5], [], "", True, 1),
        ([0, None], [], "", False, 1),
        ([], ["Chromium: none"], "", False, 1),
    ],
)
def test_the_suite_passes_only_when_all_that_counts_has(
    statuses, left_out, ci, partial, expected, monkeypatch, capsys
):
    monkeypatch.setenv("CI", ci)
    runs = [finished(f"Database {number}", status) for number, status in enumerate(statuses)]
    assert run.summarise(runs, left_out, partial) == expected
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] == ("FAILED." if expected else "Passed.")
    assert all(f"{each.place}: {each.outcome}" in lines for each in runs)
    assert all(f"LEFT OUT {sentence}" in lines for sentence in left_out)


def test_a_launcher_without_browser_is_no_chromium(tmp_path, monkeypatch):
    write_program(tmp_path / "chromium", "echo 'install the package'; exit 1")
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(run, "BROWSERS", [str(tmp_path / "chromium")])
    with pytest.raises(run.MissingError, match="apt install chromium"):
        run.find_chromium()


def test_the_chromium_named_is_the_one_used(tmp_path, monkeypatch):
    browser = write_program(tmp_path / "browser", "echo 'Chromium 156.0.1.2 on Debian'")
    monkeypatch.setenv("CHROMIUM", str(browser))
    assert run.find_chromium() == (str(browser), "156.0.1.2")


def test_a_silent_postgresql_is_left_out_without_telling_its_password(monkeypatch):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    monkeypatch.setattr(run, "POSTGRESQL", f"postgres://me:sesame@127.0.0.1:{port}/postgres")
    with pytest.raises(run.MissingError, match=f"127.0.0.1:{port} does not answer") as caught:
        run.find_postgresql()
    assert "sesame" not in str(caught.value)


def test_coverage_is_measured_over_the_whole_suite_alone(monkeypatch):
    def absent():
        raise run.MissingError("not here")

    monkeypatch.setattr(run, "find_postgresql", absent)
    monkeypatch.setattr(run, "find_chromium", absent)
    monkeypatch.setattr(run, "find_servers", absent)
    whole, left_out = run.plan(only="", newest=False, chosen=[])
    part, _ = run.plan(only="", newest=False, chosen=["tests/articles"])
    assert left_out == ["PostgreSQL: not here", "Faults: not here", "Chromium: not here"]
    assert "--cov" in whole[0].arguments
    assert "--cov" not in part[0].arguments
    # Nothing else asks it.
    assert "not survey" not in " ".join(whole[0].arguments)


def test_the_faults_begin_with_what_the_run_on_postgresql_has_migrated(monkeypatch):
    monkeypatch.setattr(run, "POSTGRESQL", "postgres://me@127.0.0.1:5433/postgres")
    monkeypatch.setattr(run, "find_postgresql", lambda: "15.1")
    monkeypatch.setattr(run, "find_chromium", lambda: ("/usr/bin/chromium", "150"))
    monkeypatch.setattr(run, "find_servers", lambda: "nginx")

    runs = run.plan(only="", newest=False, chosen=[])[0]
    (alone,) = run.plan(only="faults", newest=False, chosen=[])[0]

    master = f"test_{run.DATABASE}{migrated.POSTGRESQL_SUFFIX}"
    assert [each.place.split()[0] for each in runs] == [
        "PostgreSQL",
        "Faults",
        "SQLite",
        "Chromium",
    ]
    on_server, faults, on_sqlite, _browser = runs
    assert "not survey" not in " ".join(on_server.arguments)
    assert "not e2e and not faults and not survey" in on_sqlite.arguments
    assert faults.environment == {MIGRATED_VARIABLE: f"postgres://me@127.0.0.1:5433/{master}"}
    assert alone.environment == {}
    assert [each.is_beside for each in (*runs, alone)] == [False, True, False, False, False]


class Written(run.Run):
    """A pass that is a program of Python instead of pytest."""

    @property
    def _command(self):
        return [sys.executable, "-c", *self.arguments]


def test_a_pass_beside_the_others_is_heard_out_and_told_after_them(tmp_path, capfd):
    slow = Written("Faults", ["import time; time.sleep(1); print('All stood.')"])
    quick = Written("SQLite", ["print('All passed.')"])

    with slow.beside(str(tmp_path)):
        quick.start(str(tmp_path))

    assert (quick.status, slow.status) == (0, 0)
    said = capfd.readouterr().out
    assert said.index("All passed.") < said.index("── Faults") < said.index("All stood.")


def test_a_pass_beside_the_others_fails_the_suite_and_ends_with_it(tmp_path):
    failing = Written("Faults", ["raise SystemExit(1)"])
    endless = Written("Faults", ["import time; time.sleep(60)"])

    with failing.beside(str(tmp_path)):
        pass
    with pytest.raises(KeyboardInterrupt), endless.beside(str(tmp_path)):
        raise KeyboardInterrupt

    assert (failing.status, failing.outcome[:6]) == (1, "FAILED")
    assert endless.status not in {None, 0}


@pytest.mark.parametrize(("ci", "outcome"), [("true", pytest.fail), ("", pytest.skip)])
def test_what_a_machine_lacks_is_left_out_but_never_in_ci(monkeypatch, ci, outcome):
    monkeypatch.setenv("CI", ci)

    with pytest.raises(outcome.Exception, match="Varnish"):
        leave_out("Varnish is not installed here")
