# make run starts the dashboard, make test runs every test; both install what they need, as locked, into .venv first.

PORT ?= 8501
ADDRESS ?= 127.0.0.1
PYTHON ?= python3
BIN = .venv/bin
# Compiled once, also where Python is told to keep nothing that it compiled: else every command compiles all of it anew.
COMPILE = $(BIN)/python -m compileall -q dashboard.py loaders metrics pages qa_data
# The tests too are kept compiled, by pytest in its own way: to do it anew takes each of two workers as long as to collect.
PYTEST = PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest
INSTALL = -m pip install --quiet --disable-pip-version-check
UV = .venv/lock/bin/uv

.PHONY: run test test-long test-scale soak quick lint lock sbom bench simulate sample picture screenshots fuzz attack image-test clean

run: .venv/installed
	$(COMPILE)
	$(BIN)/python dashboard.py --server.port $(PORT) --server.address $(ADDRESS)

test: lint browser
	$(COMPILE)
	$(PYTEST) -n 2 --dist worksteal

# The same with all that is drawn by chance, of which `make test` tries a part, and every line of the simulations' tables.
test-long: lint browser
	$(COMPILE)
	LONG=1 $(PYTEST) -n 2 --dist worksteal

# What the store, the loaders and the metrics promise, of stores on a PostgreSQL server: Debian's package, on loopback.
test-scale: .venv/installed-tests
	@ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 \
	|| { as=$$(command -v sudo || true); $$as apt-get update -qq && $$as apt-get install -y -qq --no-install-recommends postgresql >/dev/null; }
	SCALE=1 $(BIN)/python -m pytest -n 2 --dist worksteal tests/qa_data tests/loaders tests/metrics \
		--deselect tests/qa_data/test_in_memory.py

# Ten minutes of many programs at once on a store on a server: four write, one is killed again and again, eight ask, two
# dashboards draw their pages.
soak: .venv/installed-tests
	$(BIN)/python -m tests.soak

# Everything that needs no browser.
quick: lint
	$(COMPILE)
	$(PYTEST) -n 2 --dist worksteal -m "not browser"

lint: .venv/installed-tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: .venv/installed-tests
	$(COMPILE)
	$(BIN)/python -m tests.bench

# How many concerns begin where nothing changes, and how soon a change is found: a few minutes.
simulate: .venv/installed-tests
	$(BIN)/python -m tests.metrics.signals.simulating

sample: .venv/installed
	$(BIN)/python -m sample_data.make

picture: .venv/installed-tests browser
	$(BIN)/python -m tests.picture

# What an assessor would try: names, origins, frames, quotas, other people's files and sessions, ways to start it, kills.
attack: .venv/installed-tests browser
	KILLS=100 $(BIN)/python -m pytest tests/attacks tests/journeys/test_signing_in.py tests/journeys/test_accessible.py

# The image built and run: with buildah, podman and runc (BASE=… another image to build on).
image-test: .venv/installed-tests
	$(BIN)/python -m pytest tests/deploy/building.py

fuzz: .venv/installed-tests
	$(BIN)/python -m tests.fuzz

screenshots: .venv/installed-tests browser
	$(BIN)/python -m tests.screenshots

# The bill of materials and the licences of what is used, from the lock.
sbom: .venv/installed
	$(BIN)/python -m tests.bill

# Pins what the requirements ask for and all that comes with it, for every system; a pin that still fits stays. Newer versions: make lock UPGRADE=--upgrade
lock: $(UV)
	$(LOCK) requirements.txt --output-file requirements.lock
	sed -n 's/^duckdb==/duckdb-extension-postgres-scanner==/p' requirements.txt | $(LOCK) - --output-file requirements-scale.txt
	$(LOCK) requirements-dev.txt --constraint requirements.lock --output-file requirements-dev.lock

LOCK = $(UV) pip compile --quiet --no-config --universal --python-version 3.11 --fork-strategy fewest --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" $(UPGRADE)

$(UV):
	$(PYTHON) -m venv .venv/lock
	.venv/lock/bin/python $(INSTALL) uv==0.13.9

.venv/installed: requirements.lock
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed: make run PYTHON=python3.12")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python $(INSTALL) --require-hashes -r requirements.lock
	$(COMPILE)
	touch $@

# What a store on a PostgreSQL server needs besides.
.PHONY: scale
scale: .venv/installed-scale

.venv/installed-scale: .venv/installed requirements-scale.txt
	$(BIN)/python $(INSTALL) --require-hashes -r requirements-scale.txt
	touch $@

.venv/installed-tests: .venv/installed-scale requirements-dev.lock
	$(BIN)/python $(INSTALL) --require-hashes -r requirements-dev.lock
	touch $@

# The browser tests drive Chromium; on Debian and Ubuntu it comes from the system's own packages.
.PHONY: browser
browser:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null \
	|| { as=$$(command -v sudo || true); $$as apt-get update -qq && $$as apt-get install -y -qq --no-install-recommends chromium >/dev/null; }

clean:
	rm -rf .venv
