# Everything lives in .venv; stamp files there remember what is installed, so that a second run starts at once.

# The first that is new enough, else the first, for the message
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
  $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && exit; done; echo python3)
ADDR ?= 127.0.0.1:8000

BIN := .venv/bin
RUN := .venv/.installed
TEST := .venv/.installed-test
PEERS_BIN := .venv/parity/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet
# setuptools comes with the lock, so that nothing outside it is fetched to install this project
PROJECT := $(PIP) --no-build-isolation --no-deps --editable .
# Says what is wrong with mkdocs.yml, which MkDocs reads before any hook
READABLE := $(BIN)/python -m dossier.config

# The theme's notice about its successor: the core does not depend on it (see hooks/mkdocs_hooks.py)
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help install serve build check offline register screenshots test parity bench lint format lock clean

help:  ## show this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 13

install: $(RUN)  ## install what the site needs, into .venv

serve: $(RUN)  ## show the site while you write (ADDR=127.0.0.1:8000)
	@$(READABLE)
	$(BIN)/mkdocs serve --dev-addr $(ADDR)

build: $(RUN)  ## build the site into site/, strictly; the one there stays until the new one is whole
	@$(READABLE)
	$(BIN)/python -m dossier.swapping site mkdocs build --strict --site-dir

check: $(RUN)  ## list every problem in the records, sources and prose
	$(BIN)/dossier check

offline: $(RUN)  ## build a copy into offline/ that needs no server, and pack it: offline.zip, .epub, .pdf
	@$(READABLE)
	SITE_URL= $(BIN)/python -m dossier.swapping offline mkdocs build --strict --no-directory-urls --site-dir
	@rm -f offline/404.html offline/sitemap.xml offline/sitemap.xml.gz
	$(BIN)/python -m dossier.packing offline

register: $(RUN)  ## before a release: enter new ids and addresses into docs/register.yml
	$(BIN)/dossier register

screenshots: $(TEST)  ## pictures of the key pages, into screenshots/
	$(BIN)/python tests/screenshots.py

test: $(TEST)  ## run every check: style, types, tests (ARGS="-k name" for some)
	$(BIN)/python tests/find_browser.py --install
	$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist worksteal $(ARGS)

parity: $(PEERS_BIN)/.installed  ## hold the site against ProperDocs and Zensical, installed aside in .venv/parity
	$(BIN)/python tests/find_browser.py --install
	DOSSIER_PARITY=$(CURDIR)/$(PEERS_BIN) $(BIN)/python -m pytest tests/test_parity.py

# What cannot be fetched now is left out of the measurements.
bench: $(TEST)  ## measure reading, builds and search (ARGS="10 100": of so many records; PEERS=1: beside more)
	-@$(MAKE) --no-print-directory $(PEERS_BIN)/.installed
	$(BIN)/python tests/find_browser.py --install
	$(BIN)/python bench/times.py
	$(BIN)/python bench/reading.py
	DOSSIER_PARITY=$(CURDIR)/$(PEERS_BIN) $(BIN)/python bench/builds.py $(ARGS)
	@if [ -n "$(PEERS)" ]; then peers=$$(mktemp -d) && trap 'rm -rf "$$peers"' EXIT && \
	  $(PYTHON) -m venv "$$peers" && "$$peers/bin/python" -m pip install --quiet $(READERS) && \
	  "$$peers/bin/python" bench/times.py; fi

# Peers, put into an environment that is thrown away; recognizers do not start with newer emoji
READERS := dateparser recognizers-text-date-time "emoji<2"

lint: $(TEST)  ## check style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(TEST)  ## format the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: $(TEST)  ## renew the locked versions
	$(PIP) uv
	$(BIN)/uv pip compile $(LOCK) --group build pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile $(LOCK) --group build --group test pyproject.toml -c requirements.txt -o requirements-test.txt
	@rm -f $(RUN) $(TEST)

LOCK := --universal --python-version 3.11 --generate-hashes --upgrade --no-header --no-emit-index-url --no-emit-find-links --quiet

clean:  ## remove everything that make made
	rm -rf .venv site site.new site.old offline offline.new offline.old offline.zip* offline.epub* offline.pdf* screenshots .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache hooks/*.egg-info

.venv/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "This project needs Python 3.11 or newer; '$(PYTHON)' is $$($(PYTHON) --version 2>/dev/null || echo not there)."; \
	  echo "Install one and say where it is: make PYTHON=/path/to/python3.12 …"; exit 1; }
	@$(PYTHON) -m venv --clear .venv || { \
	  echo "Python could not make .venv; on Debian and Ubuntu: apt-get install python3-venv"; exit 1; }
	@touch $@

$(RUN): .venv/.made requirements.txt pyproject.toml
	$(PIP) --require-hashes --requirement requirements.txt
	$(PROJECT)
	@touch $@

$(TEST): $(RUN) requirements-test.txt
	$(PIP) --require-hashes --requirement requirements-test.txt
	@touch $@

# The theme asks for MkDocs; it is taken out again, so that nothing under ProperDocs comes from it.
$(PEERS_BIN)/.installed: $(TEST) bench/peers.txt
	$(BIN)/python -m venv --clear .venv/parity
	$(PEERS_BIN)/python -m pip --disable-pip-version-check install --quiet \
	  --constraint bench/peers.txt mkdocs-material properdocs zensical sphinx myst-parser
	$(PEERS_BIN)/python -m pip --disable-pip-version-check uninstall --quiet --yes mkdocs mkdocs-get-deps
	@touch $@
