# setup: a virtual environment with cineledger in it. demo: the main job. test: everything CI checks.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(shell command -v uv 2>/dev/null)
READY := $(VENV)/.ready
TOP := domain projections agents cli

.PHONY: setup demo test check format types layers unit bench docs clean

setup: $(READY)

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("cineledger needs Python 3.11 or newer: make setup PYTHON=python3.11") if sys.version_info < (3, 11) else None'
ifneq ($(UV),)
	uv venv --quiet --allow-existing --python $(PYTHON) $(VENV)
	uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock
	uv pip install --quiet --python $(BIN)/python --no-deps -e .
else
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
endif
	@mkdir -p build/typing/cineledger
	@for top in $(TOP); do ln -sfn ../../../$$top build/typing/cineledger/$$top; done
	@touch $@

demo: setup
	@$(BIN)/python docs/demo/demo.py

test: setup check unit

check: format types layers docs

format: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: setup
	$(BIN)/mypy

layers: setup
	$(BIN)/lint-imports

docs: setup
	$(BIN)/python docs/build_reference.py --check

unit: setup
	$(BIN)/pytest -q -n auto

bench: setup
	$(BIN)/python -m tests.benchmarks

clean:
	rm -rf $(VENV) build demo
