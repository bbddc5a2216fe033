# Two commands on a bare machine with Python 3.11+, make and git:
#   make demo   runs the main job on the example round and names what it wrote
#   make test   lints, type checks and tests
# Each installs what it needs: system packages through apt-get, Python packages into .venv.

PYTHON ?= python3
ENV := .venv
BIN := $(ENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
INSTALL := $(PIP) install --only-binary :all: --require-hashes --requirement
COMPILE := uv pip compile pyproject.toml --python-version 3.11 --universal --generate-hashes \
	--no-emit-index-url --no-annotate --no-header --quiet
CORE := domain forms reading analysis synthesis store services

.DEFAULT_GOAL := help
.PHONY: help demo app test coverage endurance bench build shots example lock clean

help:
	@echo "make demo      run the main job on the example round, result in demo/"
	@echo "make app       open the window"
	@echo "make test      lint, type check and test"
	@echo "make coverage  how much of the core, line by line and branch by branch, its own tests run"
	@echo "make endurance kill the program a thousand times at work; nothing may be lost (minutes)"
	@echo "make bench     measure what things cost against peers, into docs/prestanda.md (ONLY=search for one)"
	@echo "make build     make the program to hand out, in dist/inspel, and try it"
	@echo "make shots     pictures of every page of the window, in build/bilder (needs Xvfb)"
	@echo "make example   make the files of the example round anew (needs LibreOffice)"
	@echo "make lock      bring the lock files in line with pyproject.toml (needs uv)"
	@echo "make clean     remove the environment and all that was built"

demo: $(ENV)/.runtime
	rm -rf demo
	$(BIN)/inspel run resources/exempel/inspel -o demo

app: $(ENV)/.runtime
	$(BIN)/inspel

test: export QT_QPA_PLATFORM := offscreen
test: $(ENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -n 2 --dist loadfile --no-loadscope-reorder

coverage: $(ENV)/.dev
	rm -rf build/tackning && mkdir -p build/tackning
	QT_QPA_PLATFORM=offscreen $(BIN)/coverage run -m pytest -n 2 $(addprefix tests/,$(CORE))
	$(BIN)/coverage combine --quiet
	for name in $(CORE); do $(BIN)/coverage report --include "inspel_app/$$name/*"; done

endurance: $(ENV)/.dev
	INSPEL_KILLS=1000 $(BIN)/pytest -n 2 tests/hallbarhet

bench: $(ENV)/.dev
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.benchmarks.bench $(if $(ONLY),--only $(ONLY),--write)

build: $(ENV)/.ship
	$(BIN)/pyinstaller --noconfirm --log-level WARN build.spec
	rm -rf $(TRIED) && mkdir -p build && cp -a dist/inspel $(TRIED)
	$(OFFLINE) $(TRIED)/inspel self-test

shots: $(ENV)/.dev
	xvfb-run --auto-servernum --server-args="-screen 0 2400x1500x24" $(BIN)/python -m tests.gui.shots

example: $(ENV)/.dev
	$(BIN)/python -m tests.formular

# A path as users have them, and no network at all where the system can take it away.
TRIED := "build/prov på åäö"
OFFLINE = $(shell unshare --map-root-user --net true 2>/dev/null && echo unshare --map-root-user --net)

lock:
	$(COMPILE) --extra build --output-file requirements.lock
	$(COMPILE) --extra build --extra ship --constraint requirements.lock \
		--output-file requirements-build.lock
	$(COMPILE) --extra build --extra cluster --constraint requirements.lock \
		--output-file requirements-cluster.lock
	$(COMPILE) --extra build --extra dev --extra cluster --constraint requirements.lock \
		--output-file requirements-dev.lock

clean:
	rm -rf $(ENV) demo build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

# Stamps: each step is done again only when what it was made from has changed.

$(ENV)/.system: .ci/system-packages
	.ci/system-packages
	@mkdir -p $(ENV) && touch $@

$(BIN)/python: | $(ENV)/.system
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 eller senare behövs / is needed (make PYTHON=python3.12 ...)" >&2; exit 1; }
	$(PYTHON) -m venv $(ENV)

$(ENV)/.runtime: requirements.lock pyproject.toml $(BIN)/python
	$(INSTALL) requirements.lock
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(ENV)/.dev: requirements-dev.lock $(ENV)/.runtime
	$(INSTALL) requirements-dev.lock
	@touch $@

$(ENV)/.ship: requirements-build.lock $(ENV)/.runtime
	.ci/system-packages binutils gcc tesseract-ocr-eng tesseract-ocr-fin tesseract-ocr-osd
	$(INSTALL) requirements-build.lock
	@touch $@
