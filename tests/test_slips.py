"""Slips that a reader overlooks: secrets in files, and calls that each need a reason.

It looks for what semgrep's rules for Django look for; those have to be fetched anew for every run,
and their licence lets nobody pass them on. Bandit and ruff's security rules stand beside it.
"""

import ast
import math
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
APPS = (
    *("articles", "campaigns", "community", "gallery", "home", "partners", "publications"),
    *("search", "site_config"),
)
# What git doesn't keep, or what holds digests, code points and drawings by the thousand.
SKIPPED = {".git", ".venv", ".venv-next", "var", "__pycache__", "node_modules", ".pytest_cache"}
BINARY = {".woff2", ".png", ".jpg", ".ico", ".pdf", ".mp4", ".webm", ".avif", ".webp", ".mo", ".gz"}
WITHOUT_SECRETS = {
    *("requirements.txt", "requirements-dev.txt", "requirements-next.txt"),  # Digests.
    "home/demo/accounts.py",  # The signs that passwords of the demo city are drawn from.
    "site_config/settings/test.py",  # A key that says that it is for tests.
}

# Calls that may only stand where somebody has thought about them.
CALLS = {
    "mark_safe": {
        "home/blocks/section.py",
        "partners/desk/differences.py",
        "partners/templatetags/partners.py",
        "publications/templatetags/publications.py",
        "site_config/foot.py",
        "site_config/handbooks.py",
        "site_config/templatetags/portal.py",
        "site_config/templatetags/visits.py",
    },
    # Each takes the token's place by another proof, or shows an expired form again.
    "csrf_exempt": {
        "campaigns/pledge_views.py",
        "community/views/decisions.py",
        "community/views/profile.py",
        "community/views/reporting.py",
        "community/views/starting.py",
        "community/views/subscriptions.py",
        "community/views/unsubscribing.py",
        "community/views/writing.py",
        "gallery/submissions/views.py",
        "gallery/takedowns/views.py",
        "site_config/mail_events.py",
        "site_config/visits/views.py",
    },
    "cursor": {
        "community/models/conversations.py",
        "search/erasing.py",
        "site_config/backups/postgresql.py",
        "site_config/backups/rows.py",
        "site_config/doctor/stores.py",
        "site_config/kept_answers/changes.py",
        "site_config/locks.py",
        "site_config/management/commands/limit_database_role.py",
        "site_config/operating/readiness.py",
        "site_config/visits/totals.py",
    },
    # Read XML after entities and all that is no drawing have been refused; or without any DTD, in
    # a process of its own.
    "fromstring": {"partners/svg.py", "site_config/pdf/child.py"},
    "iterparse": set(),
    "XMLParser": set(),
}
NOWHERE = {
    *("eval", "exec", "compile", "extra", "raw", "RawSQL", "mktemp", "loads_pickle", "system"),
    *("popen", "getoutput", "full_load", "unsafe_load", "xframe_options_exempt"),
}
# Attributes and functions of these names that are something else.
INNOCENT = {("compile", "re"), ("system", "platform")}
MODULES_NOWHERE = {
    "pickle",
    "marshal",
    "shelve",
    "dill",
    "xml.dom.minidom",
}
WORDS_OF_A_REQUEST = ("GET", "POST", "META", "COOKIES", "headers")

SECRETS = {
    "a private key": re.compile(r"-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----"),
    "a key of AWS": re.compile(r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b"),
    "a token of GitHub": re.compile(r"\bgh[pousr]_[A-Za-z0-9]{36}\b"),
    "a token of Slack": re.compile(r"\bxox[abprs]-[0-9A-Za-z-]{10,}"),
    "a key of Google": re.compile(r"\bAIza[0-9A-Za-z_-]{35}\b"),
    "a key of a mail service": re.compile(r"\b(?:SG\.[\w-]{20,}\.[\w-]{20,}|key-[0-9a-f]{32})\b"),
    "a signed token": re.compile(
        r"\beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}"
    ),
}
NAMED = re.compile(
    r"(?i)\b\w*(?:secret|password|passwd|api_?key|token)\w*\s*[:=]\s*[\"']([^\"'\s]{16,})[\"']"
)
# Bits for each sign above which a text is no word: random base64 has about 5.5.
RANDOM = 4.2


def files(*folders: str) -> Iterator[Path]:
    """Every text file of the project, or of some folders."""
    for path in sorted(ROOT.rglob("*")):
        parts = path.relative_to(ROOT).parts
        wanted = not folders or parts[0] in folders
        if wanted and SKIPPED.isdisjoint(parts) and path.is_file() and path.suffix not in BINARY:
            yield path


def entropy(text: str) -> float:
    """Shannon's, in bits for each sign."""
    counts = Counter(text)
    return -sum(n / len(text) * math.log2(n / len(text)) for n in counts.values())


def secrets_in(text: str) -> list[str]:
    """What looks like a secret that somebody uses."""
    found = [name for name, pattern in SECRETS.items() if pattern.search(text)]
    found += [f"“{value[:6]}…”" for value in NAMED.findall(text) if entropy(value) > RANDOM]
    return found


def test_no_file_holds_a_secret():
    found = {
        str(path.relative_to(ROOT)): secrets
        for path in files()
        if str(path.relative_to(ROOT)) not in WITHOUT_SECRETS
        and (secrets := secrets_in(path.read_text(encoding="utf-8", errors="replace")))
    }

    assert found == {}


@pytest.mark.parametrize(
    "text",
    [
        "-----BEGIN RSA " + "PRIVATE KEY-----",
        "AKIA" + "ABCDEFGHIJKLMNOP",
        "API_KEY = '" + "9fK2mQx7Lp0Zr4Tn8Vw3" + "'",
        'secret_token: "' + "hG7$kL9@pQ2!xZ5^vB8&" + '"',
    ],
)
def test_a_secret_would_be_found(text):
    assert secrets_in(text)


def test_a_sentence_is_no_secret():
    assert secrets_in('PASSWORD = "correct horse battery"; token = "confirm-subscription"') == []


def called(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """Names that a module calls or decorates with, each with what it is taken from."""
    for node in ast.walk(tree):
        target = node.func if isinstance(node, ast.Call) else None
        if isinstance(target, ast.Attribute):
            owner = target.value.id if isinstance(target.value, ast.Name) else ""
            yield target.attr, owner
        elif isinstance(target, ast.Name):
            yield target.id, ""
        for decorator in getattr(node, "decorator_list", ()):
            if isinstance(decorator, ast.Name):
                yield decorator.id, ""


@pytest.fixture(scope="module")
def modules() -> dict[str, ast.AST]:
    """Every module of the portal, but for migrations and the demo city's drawing."""
    return {
        name: ast.parse(path.read_text(encoding="utf-8"))
        for path in files(*APPS)
        if path.suffix == ".py"
        and "/migrations/" not in (name := str(path.relative_to(ROOT)))
        and "/demo/drawing/" not in name
    }


@pytest.mark.parametrize("call", sorted(CALLS))
def test_a_call_that_needs_a_reason_stands_where_it_was_thought_about(modules, call):
    places = {name for name, tree in modules.items() if call in {one for one, _ in called(tree)}}

    assert places == CALLS[call]


def test_calls_that_nobody_needs(modules):
    found = {
        f"{name}: {call}"
        for name, tree in modules.items()
        for call, owner in called(tree)
        if call in NOWHERE and (call, owner) not in INNOCENT
    }

    assert found == set()


def test_modules_that_run_or_fetch_what_they_read(modules):
    found = {
        f"{name}: {imported}"
        for name, tree in modules.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for imported in (
            [one.name for one in node.names] if isinstance(node, ast.Import) else [node.module]
        )
        if imported in MODULES_NOWHERE
    }

    assert found == set()


def test_nobody_is_led_where_their_request_says(modules):
    """An open redirect: the target of one stands in the request (CWE-601)."""
    found = {
        f"{name}:{node.lineno}"
        for name, tree in modules.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", "") in {"redirect", "HttpResponseRedirect"}
        and node.args
        and any(
            isinstance(part, ast.Attribute) and part.attr in WORDS_OF_A_REQUEST
            for part in ast.walk(node.args[0])
        )
    }

    assert found == set()


def test_templates_of_pages_escape_everything():
    found = {
        str(path.relative_to(ROOT))
        for path in files(*APPS)
        if path.suffix == ".html"
        and re.search(r"\|\s*safe\b|autoescape off|\bsafeseq\b", path.read_text(encoding="utf-8"))
    }

    assert found == set()


def test_pages_run_no_inline_script_and_no_inline_handler():
    script = re.compile(
        r"<script(?![^>]*\bsrc=)(?![^>]*type=.application/(?:ld\+)?json)", re.DOTALL
    )
    handler = re.compile(r"\son[a-z]+=[\"']|javascript:", re.IGNORECASE)
    found = {
        str(path.relative_to(ROOT))
        for path in files(*APPS)
        if path.suffix == ".html"
        and (script.search(text := path.read_text(encoding="utf-8")) or handler.search(text))
    }

    assert found == set()
