# make run starts the dashboard, make test runs every test; both install what they need into .venv first.

PORT ?= 8501
PYTHON ?= python3
BIN = .venv/bin

.PHONY: run test bench sample picture screenshots fuzz clean

run: .venv/installed
	$(BIN)/streamlit run dashboard.py --server.port $(PORT)

test: .venv/installed-tests browser
	$(BIN)/python -m pytest -n 2 --dist worksteal

bench: .venv/installed-tests
	$(BIN)/python -m tests.bench

sample: .venv/installed
	$(BIN)/python -m sample_data.make

picture: .venv/installed-tests browser
	$(BIN)/python -m tests.picture

fuzz: .venv/installed-tests
	$(BIN)/python -m tests.fuzz

screenshots: .venv/installed-tests browser
	$(BIN)/python -m tests.screenshots

.venv/installed: requirements.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed: make run PYTHON=python3.12")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

.venv/installed-tests: .venv/installed requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@

# The browser tests drive Chromium; on Debian and Ubuntu it comes from the system's own packages.
.PHONY: browser
browser:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null \
	|| { as=$$(command -v sudo || true); $$as apt-get update -qq && $$as apt-get install -y -qq --no-install-recommends chromium >/dev/null; }

clean:
	rm -rf .venv
