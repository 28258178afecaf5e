# Sheshi's commands; "make help" lists them. Kept to GNU Make 3.81 and POSIX sh, which macOS has.

PORT ?= 8000
ARGS ?=
# A Python to build the environment with, instead of the first that fits.
PYTHON ?=

VENV := .venv/bin/python
NEXT := .venv-next/bin/python
APPS := articles campaigns community gallery home partners publications search site_config
TEMPLATES := $(wildcard $(addsuffix /templates,$(APPS)))
MIGRATIONS_APART := -not -path "*/migrations/*"

# Extras are named (coverage[toml]), or an older pip looks for the extra's package anew, unpinned.
COMPILE := --quiet --universal --generate-hashes --no-strip-extras --no-header --no-emit-index-url --no-emit-find-links
# make requirements UPGRADE=--upgrade takes the newest versions that pyproject.toml allows.
UPGRADE ?=

.DEFAULT_GOAL := help
.PHONY: help run test lint format e2e bench demo faults rehearse test-next requirements messages clean \
	environment environment-dev environment-next

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "make %-14s%s\n", $$1, $$2 }' Makefile

run: environment ## Set everything up and serve the city at http://127.0.0.1:8000 (PORT=8001, RELOAD=1)
	@exec env BASE_URL="$${BASE_URL:-http://127.0.0.1:$(PORT)}" $(VENV) manage.py serve "$(PORT)" $(if $(RELOAD),--reload)

test: environment-dev ## Run every test on each database and browser found (ARGS="tests/articles -k x")
	@$(VENV) tests/run.py $(ARGS)

e2e: environment-dev ## Run the browser tests alone
	@$(VENV) tests/run.py --browser-only $(ARGS)

faults: environment-dev ## Break a rehearsed production (nginx, PostgreSQL, Redis, mail) and see it stand
	@$(VENV) tests/run.py --faults-only $(ARGS)

rehearse: environment ## Bring up a whole production on loopback (ARGS="--demo"; end it: deploy/rehearse down)
	@$(VENV) deploy/rehearse up $(ARGS)

test-next: environment-next ## Run the tests on the next Wagtail and the newest Django this Python allows
	@$(NEXT) tests/run.py --next $(ARGS)

lint: environment-dev ## Check style, templates, import contracts and common security slips
	$(VENV) -m ruff check .
	$(VENV) -m ruff format --check .
	$(if $(TEMPLATES),$(VENV) -m djlint --lint --quiet $(TEMPLATES))
	$(VENV) .venv/bin/lint-imports
	find $(APPS) bench deploy tests -name "*.py" $(MIGRATIONS_APART) -exec $(VENV) -m django_upgrade --check --target-version 5.2 {} +
	$(VENV) -m bandit -q -r -ll -c pyproject.toml $(APPS) bench deploy

format: environment-dev ## Rewrite the code in the project's style
	$(VENV) -m ruff check --fix .
	$(VENV) -m ruff format .
	find $(APPS) bench deploy tests -name "*.py" $(MIGRATIONS_APART) -exec $(VENV) -m django_upgrade --exit-zero-even-if-changed --target-version 5.2 {} +

bench: environment-dev ## Measure how the portal bears many comments (needs PostgreSQL; ARGS="--help")
	@$(VENV) -m bench $(ARGS)

demo: environment ## Load the demo city again: what exists of it stays, what is missing comes back
	@$(VENV) manage.py prepare --demo-again

messages: environment ## Collect the strings to translate into the catalogues (needs gettext)
	@command -v xgettext >/dev/null 2>&1 || { \
	  echo "Collecting messages needs gettext: \"apt install gettext\" or \"brew install gettext\"." >&2; exit 1; }
	@# In each app's own folder: from the top, strings would land in the words of the packages.
	@for app in $(APPS); do \
	  mkdir -p $$app/locale && echo "$$app:" && \
	  (cd $$app && ../$(VENV) ../manage.py makemessages --locale sq --locale en --no-location --no-wrap) || exit 1; done

requirements: ## Compile the four hashed requirements files (needs uv)
	@command -v uv >/dev/null 2>&1 || { echo "Compiling requirements needs uv: https://docs.astral.sh/uv/" >&2; exit 1; }
	uv pip compile $(UPGRADE) $(COMPILE) pyproject.toml -o requirements.txt
	uv pip compile $(UPGRADE) $(COMPILE) pyproject.toml --all-extras -c requirements.txt -o requirements-extras.txt
	uv pip compile $(UPGRADE) $(COMPILE) pyproject.toml --group dev --override .ci/dev.txt -c requirements.txt -o requirements-dev.txt
	uv pip compile $(UPGRADE) $(COMPILE) pyproject.toml --group dev --override .ci/dev.txt --override .ci/next.txt -o requirements-next.txt

clean: ## Remove the environments and everything tools and tests made; keeps var/ (database, media)
	rm -rf .venv .venv-next .coverage .coverage.* htmlcov test-results \
	  .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

environment:
	@python=$$(sh .ci/find-python $(PYTHON)) && "$$python" .ci/environment.py .venv requirements.txt

environment-dev:
	@python=$$(sh .ci/find-python $(PYTHON)) && "$$python" .ci/environment.py .venv requirements-dev.txt

environment-next:
	@python=$$(sh .ci/find-python $(PYTHON)) && "$$python" .ci/environment.py .venv-next requirements-next.txt
