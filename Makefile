# make scan: the main job on samples/.  make test: everything that must pass. Both set up all they need.
VENV := .venv
BIN := $(VENV)/bin

$(VENV)/.ready: pyproject.toml
	python3 -m venv $(VENV)
	$(BIN)/pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/pip install --quiet --editable .
	touch $@

$(VENV)/.ready-to-test: $(VENV)/.ready
	$(BIN)/pip install --quiet --group dev
	touch $@

.PHONY: scan test browser audit lock
scan: $(VENV)/.ready
	$(BIN)/ita-checker scan samples --exclude README.md || case $$? in 1|3) ;; *) exit 2 ;; esac  # gaps are what the samples are for

# The HTML report is tested in a real browser. Where it cannot be installed those tests are skipped and say so.
browser:
	@command -v chromedriver >/dev/null || test "$$(id -u)" -ne 0 || ! command -v apt-get >/dev/null \
	|| { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium chromium-driver >/dev/null; } \
	|| echo "no chromium: the tests of the HTML report are skipped"
	@test -d $(VENV)/axe || ! command -v npm >/dev/null \
	|| npm install --silent --no-audit --no-fund --prefix $(VENV)/axe axe-core@4 >/dev/null \
	|| echo "no axe-core: its test of the HTML report is skipped"

test: $(VENV)/.ready-to-test browser
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy --strict ita_checker lab
	$(BIN)/pytest

# Known holes of the tested set. Needs the network, so it is no part of the tests.
audit: $(VENV)/.ready-to-test
	$(BIN)/pip install --quiet pip-audit
	$(BIN)/pip-audit --require-hashes --disable-pip -r requirements.lock

# The tested set anew, with hashes.
lock: $(VENV)/.ready-to-test
	$(BIN)/pip install --quiet pip-tools
	$(BIN)/pip-compile --quiet --generate-hashes --strip-extras --no-header --no-annotate \
		--extra dask --extra remote -o requirements.lock pyproject.toml
