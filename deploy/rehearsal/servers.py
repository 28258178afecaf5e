"""The servers of a rehearsal: how each is configured and started."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from string import Template

from deploy.rehearsal.places import DATABASE, HOST, ROOT, Places, database_owner, find_program
from deploy.rehearsal.processes import Process

DEPLOY = ROOT / "deploy"

NGINX = """daemon off;
${user}
worker_processes 1;
pid ${folder}/run/nginx-master.pid;
error_log ${folder}/log/nginx.error.log warn;
events { worker_connections 2048; }
http {
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    sendfile on;
    keepalive_requests 100000;
    client_body_temp_path ${folder}/nginx/body;
    proxy_temp_path ${folder}/nginx/proxy;
    fastcgi_temp_path ${folder}/nginx/fastcgi;
    uwsgi_temp_path ${folder}/nginx/uwsgi;
    scgi_temp_path ${folder}/nginx/scgi;
    include ${folder}/sheshi.conf;
}
"""
# What dies in a rehearsal are processes, never the machine: what the kernel holds stays.
POSTGRESQL_OPTIONS = (
    "fsync=off",
    "max_connections=60",
    "shared_buffers=64MB",
    "log_min_messages=error",
)


def run_quietly(
    command: list[str], *, log: Path, environment: dict[str, str] | None = None
) -> None:
    """Run a command to its end.

    Raises:
        subprocess.CalledProcessError: it failed; the log says why.
    """
    with log.open("ab") as output:
        subprocess.run(  # noqa: S603  (the rehearsal's own commands)
            command, stdout=output, stderr=output, env=environment, cwd=ROOT, check=True
        )


def make_database(places: Places) -> None:
    """Create a PostgreSQL cluster of the rehearsal's own, empty and trusting loopback."""
    data = places.folder / "postgresql"
    owner = database_owner()
    data.mkdir()
    if owner:
        shutil.chown(data, owner)
    initdb = [
        find_program("initdb"),
        "-D",
        str(data),
        "-U",
        "sheshi",
        "-A",
        "trust",
        "-N",
        "-E",
        "UTF8",
    ]
    run_quietly(
        [*as_user(owner), *initdb, "--locale=C.UTF-8"], log=places.folder / "log" / "initdb.log"
    )


def as_user(owner: str | None) -> list[str]:
    """Return what to begin a command with that another account runs."""
    return (
        [find_program("setpriv"), f"--reuid={owner}", f"--regid={owner}", "--clear-groups"]
        if owner
        else []
    )


def postgresql(places: Places) -> Process:
    """Return the database server; it is ended as by an administrator in a hurry ("fast")."""
    options = [
        *("-D", str(places.folder / "postgresql"), "-p", str(places.database_port), "-k", ""),
        *(part for option in POSTGRESQL_OPTIONS for part in ("-c", option)),
    ]
    return Process(
        "postgresql",
        [*as_user(database_owner()), find_program("postgres"), *options, "-h", "127.0.0.1"],
        places.folder,
        port=places.database_port,
        stop_signal=signal.SIGINT,
    )


def create_database(places: Places) -> None:
    """Create the portal's database in the running server, instead of one that may be there."""
    address = f"postgres://sheshi@127.0.0.1:{places.database_port}/postgres"
    for statement in (f"DROP DATABASE IF EXISTS {DATABASE}", f"CREATE DATABASE {DATABASE}"):
        command = [find_program("psql"), address, "-qc", statement]
        run_quietly(command, log=places.folder / "log" / "initdb.log")


def copy_database(places: Places, source: str) -> bool:
    """Fill the portal's empty database with what another one holds.

    Args:
        places: of the rehearsal.
        source: the address of the other one.

    Returns:
        Whether all of it has come.
    """
    dump = [find_program("pg_dump"), "--no-owner", "--no-privileges", source]
    read = [find_program("psql"), places.database_url, "-q", "-1", "-v", "ON_ERROR_STOP=1"]
    with (places.folder / "log" / "copy.log").open("ab") as log:
        writer = subprocess.Popen(  # noqa: S603  (the rehearsal's own commands)
            dump, stdout=subprocess.PIPE, stderr=log
        )
        with writer.stdout as piped:  # type: ignore[union-attr]
            reader = subprocess.run(read, stdin=piped, stdout=log, stderr=log)  # noqa: S603
        return writer.wait() == 0 and reader.returncode == 0


def redis(places: Places) -> Process:
    """Return the Redis of the rehearsal; it keeps nothing on disk."""
    options = [
        "--port",
        str(places.redis_port),
        "--bind",
        "127.0.0.1",
        "--save",
        "",
        "--daemonize",
        "no",
    ]
    return Process(
        "redis",
        [find_program("redis-server"), *options, "--dir", str(places.folder / "run")],
        places.folder,
        port=places.redis_port,
    )


def smtp_sink(places: Places) -> Process:
    """Return the mail server that keeps what it gets."""
    program = str(DEPLOY / "rehearsal" / "smtp_sink.py")
    return Process(
        "smtp",
        [sys.executable, program, str(places.mails), str(places.smtp_port)],
        places.folder,
        port=places.smtp_port,
    )


def web_node(places: Places, port: int, extra: dict[str, str] | None = None) -> Process:
    """Return one web node: gunicorn as the city runs it."""
    environment = places.environment() | {"WEB_BIND": f"127.0.0.1:{port}"} | (extra or {})
    command = [str(places.python), "-m", "gunicorn", "-c", str(DEPLOY / "gunicorn.conf.py")]
    return Process(
        f"web-{port}",
        [*command, "site_config.wsgi"],
        places.folder,
        environment,
        port,
        work_folder=ROOT,
    )


def command_process(places: Places, name: str, *arguments: str) -> Process:
    """Return a process that runs one of the portal's commands."""
    command = [str(places.python), "manage.py", *arguments]
    return Process(name, command, places.folder, places.environment(), work_folder=ROOT)


def purger(places: Places) -> Process:
    """Return what forgets nginx's copies."""
    command = [sys.executable, str(DEPLOY / "purger"), str(places.folder / "cache")]
    return Process(
        "purger",
        [*command, f"127.0.0.1:{places.purge_port}"],
        places.folder,
        port=places.purge_port,
    )


def make_certificate(places: Places) -> None:
    """Write a certificate that the rehearsal has signed itself."""
    subject = ["-subj", f"/CN={HOST}", "-addext", f"subjectAltName=DNS:{HOST}"]
    files = [
        "-keyout",
        str(places.folder / "key.pem"),
        "-out",
        str(places.folder / "certificate.pem"),
    ]
    command = [find_program("openssl"), "req", "-x509", "-newkey", "ec", "-pkeyopt"]
    run_quietly(
        [*command, "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", *subject, *files],
        log=places.folder / "log" / "openssl.log",
    )


def configure_nginx(
    places: Places, changes: dict[str, str] | None = None, *, behind_varnish: bool = False
) -> None:
    """Write nginx's configuration: the one of production with the rehearsal's places.

    Args:
        places: of the rehearsal.
        changes: texts of the configuration and what takes their place, to break something.
        behind_varnish: nginx keeps no copies and asks Varnish.
    """
    folder = places.folder
    ports = (places.varnish_port,) if behind_varnish else places.web_ports
    nodes = [f"server 127.0.0.1:{port} max_fails=3 fail_timeout=2s;" for port in ports]
    values = {
        "CACHE_FOLDER": str(folder / "cache"),
        "NGINX_CACHE": "off" if behind_varnish else "sheshi",
        "WEB_NODES": "\n    ".join(nodes * 2),
        "PORTAL_HOST": HOST,
        "LISTEN_TLS": f"listen 127.0.0.1:{places.tls_port} ssl http2;",
        "LISTEN_HTTP": f"listen 127.0.0.1:{places.http_port};",
        "TLS_CERTIFICATE": str(folder / "certificate.pem"),
        "TLS_KEY": str(folder / "key.pem"),
        "ACME_FOLDER": str(folder / "acme"),
        "LOG_FOLDER": str(folder / "log"),
        "AWAY_FOLDER": str(DEPLOY / "nginx"),
        "VAR_DIR": str(folder / "var"),
    }
    template = (DEPLOY / "nginx" / "sheshi.conf.template").read_text()
    for name, value in values.items():
        template = template.replace(f"${{{name}}}", value)
    for text, other in (changes or {}).items():
        if text not in template:
            raise ValueError(f"{text!r} is not in the configuration.")
        template = template.replace(text, other)
    (folder / "sheshi.conf").write_text(template)
    user = "user root;" if os.geteuid() == 0 else ""
    main = Template(NGINX).substitute(folder=folder, user=user)
    (folder / "nginx.conf").write_text(main)


def nginx(places: Places) -> Process:
    """Return nginx in front."""
    command = [
        find_program("nginx"),
        "-p",
        str(places.folder),
        "-c",
        str(places.folder / "nginx.conf"),
    ]
    return Process(
        "nginx", command, places.folder, port=places.tls_port, stop_signal=signal.SIGQUIT
    )


def varnish(places: Places) -> Process:
    """Return Varnish behind nginx, configured as in production, on the rehearsal's ports."""
    vcl = (DEPLOY / "varnish" / "sheshi.vcl").read_text()
    for port, own in zip(("8001", "8002"), places.web_ports, strict=True):
        vcl = vcl.replace(f'.port = "{port}"', f'.port = "{own}"')
    configuration = places.folder / "sheshi.vcl"
    configuration.write_text(vcl)
    options = [
        "-j",
        "none",
        "-F",
        "-a",
        f"127.0.0.1:{places.varnish_port}",
        "-f",
        str(configuration),
    ]
    return Process(
        "varnish",
        [
            *(find_program("varnishd"), *options, "-s", "malloc,64M"),
            *("-n", str(places.folder / "varnish"), "-T", "none"),
        ],
        places.folder,
        port=places.varnish_port,
    )
