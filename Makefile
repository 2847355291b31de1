# make run    a helper that answers (needs Python 3.11 or later)
# make test   everything, installing what it needs; as root also the browsers
# make lint   types, style, the manifest
# make fuzz   the property tests, at length
# make bench  speed and memory
# make weights  what words weigh, learnt anew from tests/posts

PYTHON ?= python3
BIN := .venv/bin
RUN_READY := .venv/run-ready
TEST_READY := .venv/test-ready
EXTENSION_LEFT_OUT := "**/*.d.ts" icons/icon.svg

.PHONY: run test lint fuzz bench weights tools

run: $(RUN_READY)
	$(BIN)/bedenktijd start

test: lint
	node --test --test-reporter=dot tests/extension/*.test.mjs
	$(BIN)/python -m pytest -q

lint: tools
	$(BIN)/ruff check .
	$(BIN)/mypy
	tests/lint/node_modules/.bin/tsc --project tests/lint
	tests/lint/node_modules/.bin/eslint --config tests/lint/eslint.config.js extension tests/e2e/fixtures
	tests/lint/node_modules/.bin/web-ext lint --source-dir extension --ignore-files $(EXTENSION_LEFT_OUT) --no-config-discovery

# For any text: the properties with many examples, then, where atheris can be had (Linux, macOS), what coverage leads to.
FUZZ_SECONDS ?= 120
fuzz: $(TEST_READY)
	HYPOTHESIS_PROFILE=fuzz $(BIN)/python -m pytest -q -m fuzz
	$(BIN)/pip install --quiet --disable-pip-version-check "atheris>=2.3"
	mkdir -p .cache/fuzz
	$(BIN)/python tests/fuzz/fuzz_helper.py -max_total_time=$(FUZZ_SECONDS) -artifact_prefix=.cache/fuzz/ .cache/fuzz

bench: $(TEST_READY)
	$(BIN)/python tests/bench/run.py
	$(BIN)/python tests/bench/visible.py

weights: $(TEST_READY)
	$(BIN)/bedenktijd rules weigh --profile tests/posts/profile.toml tests/posts/*.jsonl

tools: $(TEST_READY) tests/lint/node_modules/.package-lock.json tests/e2e/node_modules/.package-lock.json

$(RUN_READY): setup.cfg pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(TEST_READY): setup.cfg pyproject.toml tests/system-packages
	tests/system-packages
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --editable ".[test]"
	touch $@

%/node_modules/.package-lock.json: %/package-lock.json
	cd $* && npm ci --no-audit --no-fund --loglevel=error
	touch $@
