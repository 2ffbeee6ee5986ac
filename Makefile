# Two commands set everything up:  make verify  (the main job)   make test  (the gates and the everyday suite)
# Both create .venv on first use and reuse it until pyproject.toml changes.

SHELL := /bin/bash
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3.14 python3; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
USABLE := .venv/usable
STAMP := .venv/installed
export COVERAGE_FILE := .coverage
# Hundreds of tests start a process; without bytecode each would compile the package anew, two seconds of its three.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help verify test gates everyday coverage slow nightly bench documentation notebooks clean

help:
	@echo "make verify   run the theorem library, one line per proof"
	@echo "make test     gates (format, lint, types, layers) and the everyday suite"
	@echo "make coverage the everyday suite with what it does not reach"
	@echo "make slow     guard deletion, mutants, wide runs, notebooks, the wheel: under twenty minutes"
	@echo "make nightly  what exceeds that; writes NIGHTLY.md"
	@echo "make documentation  the site, into build/documentation; warnings are errors"
	@echo "make notebooks  executed notebooks and their pages, into build/notebooks"
	@echo "make bench    every benchmark beside its rivals; writes benchmarks/RESULTS.md"

# What the program needs is installed first, and in half a minute; what its developers need takes longer.
define installed
	@test -n "$(PYTHON)" || { echo "make: Python 3.11 or newer is needed; say which with PYTHON=..."; exit 2; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "make: $(PYTHON) is older than Python 3.11"; exit 2; }
	@echo "setting up .venv (once)" >&2
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.$(1)' || { rm -f $@; exit 1; }
	@touch $@
endef

$(USABLE): pyproject.toml
	$(call installed,)

$(STAMP): pyproject.toml
	$(call installed,[dev])
	@touch $(USABLE)

verify: $(USABLE)
	@$(BIN)/algebra-tnn verify --all

test: gates everyday

gates: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

everyday: $(STAMP)
	$(BIN)/pytest -q -n 2 -m "not slow"

# The everyday suite again, half as fast, with what it does not reach.
coverage: $(STAMP)
	$(BIN)/pytest -q -n 2 -m "not slow" --cov --cov-report=term:skip-covered

# Each part has a budget in seconds; together they stay under twenty minutes.
slow: $(STAMP)
	timeout 325 $(BIN)/pytest -q -n 2 -m slow tests/checker
	timeout 345 $(BIN)/pytest -q -n 2 -m slow tests/proofs tests/notebooks tests/repository tests/cli
	timeout 400 $(BIN)/pytest -q -n 2 -m slow tests/laws tests/oracles tests/unit tests/conformance tests/quality --deselect tests/unit/atlas
	timeout 125 $(BIN)/pytest -q -n 2 -m slow tests/unit/atlas

nightly: $(STAMP)
	$(BIN)/python -m tests.nightly

documentation: $(STAMP)
	$(BIN)/sphinx-build --quiet --fail-on-warning --keep-going --jobs auto -d build/doctrees docs build/documentation
	@echo "build/documentation/index.html"

notebooks: $(STAMP)
	@$(BIN)/python -m notebooks.render

bench: $(STAMP)
	$(BIN)/python -m benchmarks all

clean:
	rm -rf .venv .coverage .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist *.egg-info docs/generated
