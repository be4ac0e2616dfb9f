# The two commands of the README are `make run` and `make test`. `make help` lists the rest.
.DEFAULT_GOAL := help
.PHONY: help setup run editor test test-postgres soak test-kill bench-search bench-pauses bench-index opensearch test-opensearch check score format messages lock search-quality

PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
MANAGE := $(BIN)/python manage.py

help:  ## what there is to make
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

.venv/bin/python:
	@scripts/check-python.sh $(PYTHON)
	$(PYTHON) -m venv .venv

.venv/.run: .venv/bin/python requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	@touch $@

.venv/.dev: .venv/.run requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

setup: .venv/.run  ## the virtual environment with the locked dependencies

run: setup  ## migrate, import the sample pages, serve (PORT=8000)
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) collectstatic --no-input --verbosity 0
	@$(MANAGE) index update --if-outdated
	@$(MANAGE) import_pages fixtures/pages --source bai-mau
	@$(MANAGE) welcome --port $(PORT)
	@$(BIN)/gunicorn archive.wsgi --bind 127.0.0.1:$(PORT) --workers 2 --threads 4 --log-level warning

editor: setup  ## make an account that may edit: asks for a name and a password
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) createsuperuser --email=

test: .venv/.dev  ## every test, the browser's too
	@scripts/install-browser.sh $(BIN)
	$(BIN)/python -m pytest -q -n auto --dist worksteal $(ARGS)

test-postgres: .venv/.dev  ## every test on PostgreSQL: installs and starts one of its own, stops it (ARGS=tests/browse)
	@scripts/install-postgres.sh
	@scripts/install-browser.sh $(BIN)
	$(BIN)/python -m tests.postgres.server $(BIN)/python -m pytest -q -n auto --dist worksteal $(ARGS)

soak: .venv/.dev  ## long random sequences of edits, re-extractions and imports
	SOAK_EXAMPLES=300 $(BIN)/python -m pytest -q tests/editing/test_people_win_always.py

test-kill: .venv/.dev  ## kill index writers and imports at 200 random moments each (hours; KILLS=20 PAGES=200 for less)
	KILL_ROUNDS=$(or $(KILLS),200) KILLS=$(or $(KILLS),200) PAGES=$(or $(PAGES),2000) \
		$(BIN)/python -m pytest -q tests/search/test_kill.py tests/kill $(ARGS)

DOCUMENTS ?= 10000
ENGINES ?= ours,stock,fts5,tantivy,xapian
bench-search: .venv/.dev  ## search beside other engines (DOCUMENTS=10000 ENGINES=ours,stock,fts5,tantivy,xapian ARGS=--keep)
	$(BIN)/python -m tests.bench --documents $(DOCUMENTS) --engines $(ENGINES) $(ARGS) --json var/bench/search-$(DOCUMENTS).json

bench-pauses: .venv/.dev  ## how long a search and a commit wait beside a merge (DOCUMENTS=10000, after bench-search ARGS=--keep)
	@$(BIN)/python -m tests.bench.pauses --documents $(DOCUMENTS)

bench-index: .venv/.dev  ## where the time of indexing and the room of an index go (DOCUMENTS=10000)
	@$(BIN)/python -m tests.bench.indexing --documents $(DOCUMENTS)

opensearch: .venv/.dev  ## a cluster of three real OpenSearch nodes until Ctrl-C; prints SEARCH_URL
	@$(BIN)/python -m tests.opensearch

test-opensearch: .venv/.dev  ## the engine's tests on three real nodes, killing some of them (Java 17, Maven)
	OPENSEARCH=1 $(BIN)/python -m pytest -q -rs tests/opensearch $(ARGS)

.PHONY: bench-import
bench-import: .venv/.dev  ## from a web archive of generated pages to indexed articles (PAGES=1000 ARGS=--verify)
	$(BIN)/python -m tests.bench.importing --pages $(or $(PAGES),1000) $(ARGS)

check: .venv/.dev  ## format, lint, types, import rules, templates, migrations, deployment
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djade --check $$(git ls-files 'templates/*.html')
	$(MANAGE) makemigrations --check --dry-run
	SITE_URL=https://kho.example $(MANAGE) check --deploy --fail-level WARNING

score: .venv/.dev  ## extraction quality over the annotated pages
	@$(MANAGE) evaluate tests/pages/sample --pages fixtures/pages
	@$(MANAGE) evaluate tests/pages/dev
	@for set in check check2 check3 check4; do if [ -d tests/pages/$$set ]; then $(MANAGE) evaluate tests/pages/$$set || exit 1; fi; done

bench-extract: .venv/.dev  ## how fast pages are read: pages a second, seconds by length
	@$(BIN)/python -m tests.bench.extract

search-quality: .venv/.dev  ## search beside other engines on the relevance set; writes docs/search-quality.md
	$(BIN)/python -m tests.bench.search_quality -o docs/search-quality.md

format: .venv/.dev  ## format code and templates
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/djade $$(git ls-files 'templates/*.html')

messages: .venv/.dev  ## collect what the site says, compile the English of it
	@$(BIN)/python scripts/messages.py en

lock: .venv/.dev  ## pin all dependencies again, with hashes
	$(BIN)/pip-compile -q --strip-extras --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --allow-unsafe -o requirements/run.txt pyproject.toml
	$(BIN)/pip-compile -q --strip-extras --generate-hashes --no-emit-index-url --no-emit-trusted-host --no-emit-find-links --allow-unsafe --extra dev --extra gazetteer --extra bench --extra opensearch --extra postgres -c requirements/run.txt -o requirements/dev.txt pyproject.toml
