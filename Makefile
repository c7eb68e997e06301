# Every target does its own set-up; a second call finds it done. Set-up that was interrupted is done again.
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
INSTALL := @again=$$(test -e .venv/interrupted && echo --reinstall); touch .venv/interrupted; VIRTUAL_ENV=.venv $(BIN)/uv pip install --quiet $$again
DONE := && rm -f .venv/interrupted && touch
COMPILE := $(BIN)/uv pip compile --quiet --generate-hashes --universal --python-version 3.11 --no-header --no-emit-index-url --no-emit-find-links
NO_PACKAGES = { echo "The packages could not be installed: is the package registry within reach? Run the same command again to go on."; exit 1; }

.DEFAULT_GOAL := help
.PHONY: help run demo test check format bench build lock browser clean

help:  ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 16

run: .venv/ready-to-run  ## serve the site on http://127.0.0.1:8000 with a database and mails in instance/
	@CX_WHEEL_ENV=$${CX_WHEEL_ENV:-development} exec $(BIN)/python -m assessment serve --port $(PORT)

demo: .venv/ready-to-run  ## fill the database with example assessments and print their links
	@CX_WHEEL_BASE_URL=$${CX_WHEEL_BASE_URL:-http://127.0.0.1:$(PORT)} $(BIN)/python -m assessment demo

# Tests start many processes, which share what one of them has compiled even where Python is told to leave no such files.
test: .venv/ready-to-test browser  ## run every test
	@PYTHONDONTWRITEBYTECODE= PYTHONPYCACHEPREFIX=$(CURDIR)/.venv/compiled $(BIN)/python -m pytest -n 3 --dist worksteal $(TESTS)

check: .venv/ready-to-test  ## format, lint, types, import contracts, templates, dead code, the shipped bank
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/djlint templates --lint --quiet
	@$(BIN)/python -m tests.guards.dead_code
	@$(BIN)/python -m assessment bank check

format: .venv/ready-to-test  ## put the code into its format
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

bench: .venv/ready-to-test  ## measure speed and memory on this machine
	@$(BIN)/python -m tests.bench

build: .venv/ready-to-run  ## build the distribution into dist/
	@$(BIN)/uv build --quiet --wheel --no-build-isolation --python $(BIN)/python --out-dir dist
	@ls dist/*.whl

lock: .venv/ready-to-run  ## write the hashed lock files anew from pyproject.toml and requirements/*.in
	$(COMPILE) requirements/setup.in -o requirements/setup.txt
	$(COMPILE) pyproject.toml --extra postgresql --extra redis -o requirements/run.txt
	$(COMPILE) requirements/test.in -o requirements/test.txt

# The browser journeys need Chromium. As root on Debian it is installed; elsewhere a line says how to get it.
browser:
	@for name in chromium chromium-browser google-chrome; do command -v $$name >/dev/null 2>&1 && exit 0; done; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then \
	  echo "Installing Chromium for the browser journeys"; \
	  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium; } >/dev/null 2>&1 && exit 0; \
	fi; \
	echo "No Chromium here, so the browser journeys are skipped; get it with: sudo apt-get install chromium"

clean:  ## remove the environment and everything built; instance/ stays
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

# Each step leaves its mark when it is through; what was interrupted is done again from its beginning.
.venv/ready-to-install: requirements/setup.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "CX Wheel needs Python 3.11 or newer, and $(PYTHON) is not. Name another one, such as: make $(or $(MAKECMDGOALS),run) PYTHON=python3.12"; exit 1; }
	@echo "Setting up .venv (once; about half a minute)"
	@$(PYTHON) -m venv $$(test -e $@ || echo --clear) .venv || { echo "Python could not make a virtual environment. On Debian and Ubuntu: sudo apt-get install python3-venv"; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/setup.txt || $(NO_PACKAGES)
	@touch $@

.venv/ready-to-run: .venv/ready-to-install requirements/run.txt pyproject.toml
	$(INSTALL) --require-hashes -r requirements/run.txt $(DONE) .venv || $(NO_PACKAGES)
	$(INSTALL) --no-deps --no-build-isolation -e . $(DONE) $@ || $(NO_PACKAGES)

.venv/ready-to-test: .venv/ready-to-run requirements/test.txt
	$(INSTALL) --require-hashes -r requirements/test.txt $(DONE) $@ || $(NO_PACKAGES)
