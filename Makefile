# Newsdesk: one word a task. Works with GNU make 3.81 and any POSIX shell.
# PORT, HOST, WORKERS, DATABASE_URL, REDIS_URL and the rest come from the environment: `PORT=8001 make run`.

.PHONY: run stop test lint types lock clean packages test-packages

TESTERS ?= 2

# Set everything up where it is not, and run the desk until Ctrl-C.
run: packages
	@.venv/bin/python -m newsdesk.embedded.desk

# Stop the desk that runs in this folder.
stop:
	@.venv/bin/python -m newsdesk.embedded.desk --stop

# Run every test, the journeys in a real browser included, on servers of their own.
test: test-packages
	@.venv/bin/python -m tests.chromium
	@.venv/bin/python -m pytest -n $(TESTERS) --dist worksteal $(ARGS)

# Look for mistakes and uneven formatting.
lint: test-packages
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .

# Check the types.
types: test-packages
	@.venv/bin/mypy .

# Choose and hash new versions of all packages, within the limits of pyproject.toml.
lock: test-packages
	@.venv/bin/uv pip compile pyproject.toml --quiet --upgrade --universal --python-version 3.12 --generate-hashes --no-header --no-annotate \
		-o requirements.txt
	@.venv/bin/uv pip compile pyproject.toml --quiet --upgrade --universal --python-version 3.12 --generate-hashes --no-header --no-annotate \
		--group dev -c requirements.txt -o requirements-dev.txt

# Remove what can be made again; the desk's data under var/ stay.
clean:
	@rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis staticfiles test-results
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The packages that the desk runs on.
packages:
	@newsdesk/embedded/install.sh requirements.txt

# Those, and what the tests need.
test-packages:
	@newsdesk/embedded/install.sh requirements-dev.txt
