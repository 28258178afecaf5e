"""The files of an installation fit together: units, image, containers, nginx, Varnish."""

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.conf import settings

from deploy.rehearsal.places import MissingProgramError, Places, find_program
from deploy.rehearsal.servers import configure_nginx
from tests.leaving_out import leave_out

ROOT = Path(settings.BASE_DIR)
DEPLOY = ROOT / "deploy"
TEMPLATE = (DEPLOY / "nginx" / "sheshi.conf.template").read_text()
PLACEHOLDERS = set(re.findall(r"\$\{([A-Z_]+)\}", TEMPLATE))
UNITS = sorted(path.name for path in (DEPLOY / "systemd").iterdir())


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    """The containers, with what they share written out."""
    text = (DEPLOY / "compose.yaml").read_text()
    # PyYAML joins "<<" as YAML 1.1 and Compose do.
    return yaml.safe_load(text)


def test_the_containers_are_those_of_a_city(compose):
    wanted = {"web", "worker", "timer", "database", "redis", "cache", "purger"}

    assert wanted <= set(compose["services"])


def test_containers_wait_for_containers_that_exist(compose):
    services = compose["services"]
    awaited = {name for service in services.values() for name in service.get("depends_on", {})}

    assert awaited <= set(services)


def test_volumes_of_containers_are_declared(compose):
    used = {
        volume.split(":")[0]
        for service in compose["services"].values()
        for volume in service.get("volumes", [])
        if re.match(r"[a-z]", volume)
    }

    assert used == set(compose["volumes"])


def test_containers_find_their_files(compose):
    for service in compose["services"].values():
        for volume in service.get("volumes", []):
            source = volume.split(":")[0]
            if source.startswith("."):
                assert (DEPLOY / source).exists(), source


def test_the_containers_name_settings_that_there_are(compose):
    example = (ROOT / ".env.example").read_text()
    named = set(compose["services"]["web"]["environment"])

    assert all(re.search(rf"^{name}=", example, re.MULTILINE) for name in named)


def test_nginx_in_a_container_gets_every_value_and_no_other_is_filled_in(compose):
    environment = compose["services"]["cache"]["environment"]
    pattern = re.compile(environment.pop("NGINX_ENVSUBST_FILTER").replace("$$", "$"))

    assert set(environment) == PLACEHOLDERS
    assert {name for name in environment if pattern.search(name)} == PLACEHOLDERS


def test_nginx_on_a_host_gets_every_value():
    script = (DEPLOY / "release").read_text()
    listed = re.search(r"envsubst '([^']+)'", script)[1].replace("$", "").split()

    assert set(listed) == PLACEHOLDERS
    assert all(re.search(rf"\b{name}=", script) for name in PLACEHOLDERS)


def test_nginx_in_a_rehearsal_gets_every_value(tmp_path):
    configure_nginx(Places(tmp_path, 18190))

    assert "${" not in (tmp_path / "sheshi.conf").read_text()


def test_the_image_is_built_in_stages_and_runs_without_rights():
    lines = (DEPLOY / "Dockerfile").read_text().splitlines()
    stages = [line for line in lines if line.startswith("FROM ")]
    users = [line.split()[1] for line in lines if line.startswith("USER ")]

    assert len(stages) == 2
    assert len({line.split()[1] for line in stages}) == 1
    assert users == ["sheshi"]
    assert "--require-hashes" in "\n".join(lines)


def test_everything_that_the_image_copies_is_there():
    lines = (DEPLOY / "Dockerfile").read_text().splitlines()
    copied = [
        line.split()[1]
        for line in lines
        if line.startswith("COPY ") and not line.startswith("COPY --from")
    ]

    assert copied
    assert all((ROOT / source).exists() for source in copied)


def test_systemd_takes_the_units(tmp_path):
    if not shutil.which("systemd-analyze"):
        leave_out("systemd is not installed here")
    for name in UNITS:
        text = (DEPLOY / "systemd" / name).read_text()
        # The programs of an installation, which this machine has not.
        text = re.sub(r"ExecStart=\S+", "ExecStart=/bin/true", text)
        (tmp_path / name).write_text(text)
    units = [str(tmp_path / name.replace("@", "@8001")) for name in UNITS]

    result = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", "--recursive-errors=no", *units],
        capture_output=True,
        text=True,
        env={"SYSTEMD_UNIT_PATH": f"{tmp_path}:", "PATH": "/usr/bin:/bin"},
    )

    ours = [line for line in result.stderr.splitlines() if "sheshi" in line]
    assert ours == []


@pytest.mark.parametrize("name", [name for name in UNITS if name.endswith(".service")])
def test_services_give_up_what_they_do_not_need(name):
    text = (DEPLOY / "systemd" / name).read_text()

    assert "User=root" not in text
    assert re.search(r"^User=\w+", text, re.MULTILINE)
    for line in ("NoNewPrivileges=yes", "ProtectSystem=strict", "PrivateTmp=yes", "Restart=always"):
        assert line in text


def test_units_start_commands_that_there_are():
    known = {path.stem for path in ROOT.glob("*/management/commands/*.py")} | {"db_worker"}
    started = set()
    for name in UNITS:
        started |= set(re.findall(r"manage\.py (\w+)", (DEPLOY / "systemd" / name).read_text()))

    assert started == {"db_worker", "run_timers"}
    assert started <= known


def test_varnish_compiles_its_configuration(tmp_path):
    try:
        varnishd = find_program("varnishd")
    except MissingProgramError:
        leave_out("Varnish is not installed here")
    configuration = str(DEPLOY / "varnish" / "sheshi.vcl")

    result = subprocess.run(
        [varnishd, "-j", "none", "-C", "-f", configuration, "-n", str(tmp_path)],
        capture_output=True,
        text=True,
    )

    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("name", ["release", "rehearse", "purger"])
def test_programs_can_be_started(name):
    path = DEPLOY / name
    is_shell = path.read_text().startswith("#!/usr/bin/env bash")

    assert path.stat().st_mode & 0o111
    if is_shell:
        subprocess.run(["bash", "-n", str(path)], check=True)


def test_the_page_names_commands_that_the_script_knows():
    page = (ROOT / "docs" / "operations.md").read_text()
    script = (DEPLOY / "release").read_text()
    named = set(re.findall(r"^deploy/release (\w+)", page, re.MULTILINE))

    assert named == set(re.findall(r"^  (\w+)\)", script, re.MULTILINE))
