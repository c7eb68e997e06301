# Every target does its own set-up; a second call finds it done.
PYTHON ?= python3
BIN := .venv/bin
COMPILE := $(BIN)/uv pip compile --quiet --generate-hashes --universal --python-version 3.11 --no-header --no-emit-index-url --no-emit-find-links

.DEFAULT_GOAL := help
.PHONY: help run demo test check format bench lock browser clean

help:  ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 16

run: .venv/ready-to-run  ## serve the site on http://127.0.0.1:8000 with a database in instance/
	@$(BIN)/cx-wheel serve

demo: .venv/ready-to-run  ## fill the database with example assessments and print their links
	@$(BIN)/cx-wheel demo

test: .venv/ready-to-test browser  ## run every test
	@$(BIN)/python -m pytest -n 2 --dist loadgroup $(TESTS)

check: .venv/ready-to-test  ## format, lint, types, import contracts, templates, dead code, the shipped bank
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/djlint templates --lint --quiet
	@$(BIN)/vulture
	@$(BIN)/cx-wheel bank check

format: .venv/ready-to-test  ## put the code into its format
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

bench: .venv/ready-to-test  ## measure speed and memory on this machine
	@$(BIN)/python -m tests.bench

lock: .venv/ready-to-run  ## write the hashed lock files anew from pyproject.toml and requirements/*.in
	$(COMPILE) requirements/setup.in -o requirements/setup.txt
	$(COMPILE) pyproject.toml --extra postgresql -o requirements/run.txt
	$(COMPILE) requirements/test.in -o requirements/test.txt

# The browser journeys need Chromium. As root on Debian it is installed; elsewhere a line says how to get it.
browser:
	@command -v chromium >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then \
	    echo "Installing Chromium for the browser journeys"; \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null; \
	  fi; } || echo "Chromium could not be installed; the browser journeys will be skipped."

clean:  ## remove the environment and everything built; instance/ stays
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache

.venv/bin/uv: requirements/setup.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "CX Wheel needs Python 3.11 or newer; name one with: make PYTHON=python3.12 ..."; exit 1; }
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/setup.txt
	@touch $@

.venv/ready-to-run: .venv/bin/uv requirements/run.txt pyproject.toml
	@echo "Setting up .venv"
	@VIRTUAL_ENV=.venv $(BIN)/uv pip install --quiet --require-hashes -r requirements/run.txt
	@VIRTUAL_ENV=.venv $(BIN)/uv pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

.venv/ready-to-test: .venv/ready-to-run requirements/test.txt
	@VIRTUAL_ENV=.venv $(BIN)/uv pip install --quiet --require-hashes -r requirements/test.txt
	@touch $@
