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

.PHONY: scan test
scan: $(VENV)/.ready
	$(BIN)/ita-checker scan samples || case $$? in 1|3) ;; *) exit 2 ;; esac  # gaps are what the samples are for

test: $(VENV)/.ready-to-test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy --strict ita_checker
	$(BIN)/pytest
