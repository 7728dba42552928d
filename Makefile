# `make demo` grades the sample class, `make test` passes the tests; both set up what they need.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
GRADER := $(VENV)/.grader
READY := $(VENV)/.ready

# A file's tests share what they set up; files in order, so that the longest is not the last. Some tests wait for
# processes that they have started, so three run beside each other on two cores.
BY_FILE := -n 3 --dist loadfile --no-loadscope-reorder

# nbgrader leaves connections open to a database that it refuses; Python 3.13 is the first to say so.
STRICT := -W error -W "ignore:unclosed database:ResourceWarning"

# Kept also where a system's settings say otherwise: hundreds of processes load the same modules.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: demo test lint fuzz container bench coverage clean

demo: $(GRADER)
	$(BIN)/grader grade tests/sample_class --out demo-reports
	@echo
	@echo "Open demo-reports/index.html in a browser."

test: $(READY) lint
	$(BIN)/pytest -q --submission solutions
	$(BIN)/pytest -q $(STRICT) --timeout=300 $(BY_FILE) tests/grader
	$(BIN)/pytest -q $(STRICT) --timeout=300 -n 2 tests/hostile tests/corpus

# Types and lessons side by side: each of them keeps one core busy.
lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy & types=$$!; $(BIN)/grader lint; lint=$$?; wait $$types && exit $$lint

# What it finds is kept in tests/found, and tried again by every ordinary run.
fuzz: $(READY)
	LEARNING_LOOP_FUZZ=500 $(BIN)/pytest -q -n 2 -m fuzz tests/grader

# As instructors run it: the engine's own profile of system calls, no privileges added.
IMAGE ?= python:3.11-slim
container:
	docker run --rm --volume "$(CURDIR)":/kit:ro $(IMAGE) sh /kit/tests/in_container.sh /kit

bench: $(READY)
	$(BIN)/python -m tests.benchmarks

coverage: $(READY)
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest -q --timeout=300 $(BY_FILE) tests/grader
	$(BIN)/coverage combine -q
	$(BIN)/coverage report --skip-covered --sort=cover

clean:
	rm -rf $(VENV) demo-reports reports build *.egg-info .coverage* .pytest_cache .mypy_cache .ruff_cache

# Grading needs little; the tests need nbgrader and the tools too.
$(GRADER): EXTRAS := grader
$(READY): EXTRAS := dev
$(GRADER) $(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "The kit needs Python 3.11 or newer; name one with: make PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[$(EXTRAS)]'
	@touch $@
