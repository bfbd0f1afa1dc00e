# make run: sets up and opens the window. make test: sets up and runs all checks. make bench: measures.
# make translations: takes new sentences into the catalogues, and compiles them.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: run test bench translations clean

run: .venv/installed
	@$(BIN)/python -m mnist_pad.base.display libraries
	@if $(BIN)/python -m mnist_pad.base.display screen; then exec $(BIN)/mnist-pad; \
	else echo "Running 'mnist-pad demo' instead: the real window, off-screen."; \
	exec $(BIN)/mnist-pad demo --out demo; fi

test: .venv/installed-dev
	$(BIN)/python -m mnist_pad.base.display libraries --tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2 --dist loadfile

bench: .venv/installed-dev
	$(BIN)/python -m mnist_pad.base.display libraries --tests
	$(BIN)/python -m tests.benchmarks $(ARGS)

translations: .venv/installed-dev
	$(BIN)/python -m tests.translating

clean:
	rm -rf .venv build dist demo

# Pip sees to it that what is installed satisfies pyproject.toml whenever that file changes.
.venv/installed: pyproject.toml | .venv/created
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/installed-dev: pyproject.toml | .venv/created
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ .venv/installed

.venv/created:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10))' || \
	{ echo "Python 3.10 or newer is needed; name one: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
	if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
	apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv; \
	else echo "Python's venv module is missing; on Debian or Ubuntu: sudo apt-get install -y python3-venv"; exit 1; fi
	$(PYTHON) -m venv .venv
	@touch $@
