# Every target works on a fresh clone: the first one that needs it sets up .venv.
.DEFAULT_GOAL := help
SHELL := /bin/sh

PORT ?= 4566
# native or docker; when empty, the one that runs, else Docker where an engine answers.
ENGINE ?=
# A sandbox is a port and a folder, and in Docker a project of Compose; others of them are another sandbox.
FOLDER ?= .offline-aws
N ?= 100
RATE ?= 20
FORMAT ?= table

# How commands that are to reach the same sandbox begin.
SAME_SANDBOX := $(strip make $(foreach name,PORT FOLDER,$(if $(findstring command line,$(origin $(name))),$(name)=$$$(name))))

# Values reach the programs by the environment and are quoted there, never spliced into a command line. $(value) keeps
# a $ in them, as in "$path".
VALUES := PORT FOLDER ENGINE NAME SQL FILE PNG N RATE SEED FORMAT PYTHON SUBJECT JSON ROUNDS
$(foreach name,$(VALUES),$(if $(value $(name)),$(eval override $(name) := $$(value $(name)))))
export $(VALUES) EPHEMERAL WAIT QUICK

# The clients of the sandbox, and never a real account.
export AWS_ENDPOINT_URL := http://localhost:$(PORT)
export AWS_ACCESS_KEY_ID := test
export AWS_SECRET_ACCESS_KEY := test
export AWS_DEFAULT_REGION := us-east-1
export AWS_CONFIG_FILE := /dev/null
export AWS_SHARED_CREDENTIALS_FILE := /dev/null
unexport AWS_PROFILE AWS_SESSION_TOKEN
# A proxy is for the network beyond this machine.
export NO_PROXY := localhost,127.0.0.1,$(or $(NO_PROXY),$(no_proxy))
export no_proxy := $(NO_PROXY)
export CLICKSTREAM_INVOKE_URL := $(AWS_ENDPOINT_URL)/_aws/execute-api/{api_id}/{stage}

RUN := .venv/bin/python
SANDBOX := $(RUN) -m offline_aws
SNAPSHOTS := $(RUN) -m offline_aws.snapshots
# The sandbox is there or not: no need to ask for ten seconds, as of AWS.
CLICKSTREAM := AWS_MAX_ATTEMPTS=2 $(RUN) -m pipeline.cli

# ---- the sandbox ----

.PHONY: demo
demo: up  ## start, send five clicks, query the five rows: the whole pipeline at once
	@$(CLICKSTREAM) demo
	@printf '%s\n' "" \
	  "$(SAME_SANDBOX) send-clicks N=1000 RATE=100          guests of six restaurants" \
	  "$(SAME_SANDBOX) query                                what came in last" \
	  "$(SAME_SANDBOX) query FILE=queries/03_most_viewed.sql" \
	  "$(SAME_SANDBOX) status                               what is deployed" \
	  "$(SAME_SANDBOX) down                                 stop"

.PHONY: up
up: .venv/.synced  ## start the sandbox with the pipeline deployed; again: apply what was edited  [PORT=4566 ENGINE=native|docker EPHEMERAL=1 ENFORCE_IAM=1]
	@$(SANDBOX) start --port "$$PORT" --folder "$$FOLDER" --engine "$$ENGINE" $${EPHEMERAL:+--ephemeral}
	@$(CLICKSTREAM) urls

.PHONY: down
down: .venv/.synced  ## stop it: what is buffered is delivered first, what landed stays for the next start
	@$(SANDBOX) stop --folder "$$FOLDER"

.PHONY: status
status: .venv/.synced  ## show services, resources, objects and URLs
	@$(SANDBOX) status --folder "$$FOLDER"
	@$(CLICKSTREAM) status

.PHONY: logs
logs: .venv/.synced  ## follow LocalStack's log
	@$(SANDBOX) logs --follow --folder "$$FOLDER"

.PHONY: snapshot
snapshot: .venv/.synced  ## save what the stopped sandbox keeps as one archive  [NAME=x]
	@$(SNAPSHOTS) save --folder "$$FOLDER" --name "$$NAME"

.PHONY: restore
restore: .venv/.synced  ## bring back what was saved, in place of what is kept now  [NAME=x]
	@$(SNAPSHOTS) restore --folder "$$FOLDER" --name "$$NAME"

.PHONY: reset
reset: down  ## stop it and wipe all that it keeps, but not the snapshots
	@$(SNAPSHOTS) wipe --folder "$$FOLDER"

# ---- the pipeline ----

.PHONY: send-clicks
send-clicks: .venv/.synced  ## send guests' clicks through the API  [N=100 RATE=20 SEED=1 WAIT=1 | FILE=clicks.jsonl | FILE=-]
	@$(CLICKSTREAM) send-clicks $${WAIT:+--wait} $${SEED:+--seed "$$SEED"} $(if $(FILE),--file "$$FILE",--number "$$N") --rate "$$RATE"

.PHONY: query
query: .venv/.synced  ## run Athena SQL  [FILE=queries/x.sql | SQL="select ..."] [FORMAT=table|csv|json]
	@$(CLICKSTREAM) query $${SQL:+--sql "$$SQL"} $${FILE:+--file "$$FILE"} --format "$$FORMAT"

.PHONY: dashboard
dashboard: .venv/.synced  ## print the URL of the dashboard, or draw it into a file with an installed Chromium  [PNG=out.png]
	@url=$$($(CLICKSTREAM) dashboard) && if [ -n "$$PNG" ]; then $(RUN) scripts/picture.py "$$url" "$$PNG"; else echo "$$url"; fi

.PHONY: destroy
destroy: .venv/.synced  ## delete every resource of the pipeline and count them
	@$(CLICKSTREAM) destroy

# ---- development ----

.PHONY: test
test: .venv/.synced  ## run all tests against a LocalStack of their own
	@$(RUN) -m pytest --numprocesses 2 --no-loadscope-reorder

.PHONY: crash-test
crash-test: .venv/.synced  ## kill the sandbox at random moments while clicks and objects come in  [ROUNDS=200]
	@CRASH_ROUNDS="$${ROUNDS:-200}" $(RUN) -m pytest -s tests/own_sandbox/test_crash.py tests/own_sandbox/test_s3_crash.py

.PHONY: test-docker
test-docker: .venv/.synced  ## run the end-to-end tests, and those of the image, against Docker Compose
	@$(RUN) -m pytest --numprocesses 2 --no-loadscope-reorder --engine docker tests/e2e tests/docker

.PHONY: test-dbt
test-dbt: .venv/.synced  ## run dbt-athena against a LocalStack of its own, from an environment of its own
	@scripts/bootstrap dbt
	@$(RUN) -m pytest tests/clients/test_dbt.py

.PHONY: test-unit
test-unit: .venv/.synced  ## run the tests that need no LocalStack
	@$(RUN) -m pytest tests/unit

.PHONY: bench
bench: .venv/.synced  ## measure how fast it is, as ratios within one run  [SUBJECT="s3 api" JSON=figures.json QUICK=1]
	@$(RUN) -m bench $$SUBJECT $${JSON:+--json "$$JSON"} $${QUICK:+--quick}

.PHONY: lint
lint: .venv/.synced  ## check style, types, and YAML by its schemas
	@$(RUN) -m ruff check .
	@$(RUN) -m ruff format --check .
	@$(RUN) -m mypy
	@$(RUN) -m check_jsonschema --quiet --builtin-schema vendor.github-workflows .github/workflows/*.yml
	@$(RUN) -m check_jsonschema --quiet --builtin-schema vendor.github-actions .github/actions/*/action.yml
	@$(RUN) -m check_jsonschema --quiet --builtin-schema vendor.compose-spec docker-compose.yml

.PHONY: oracle
oracle: .venv/.synced  ## ask a real Trino for the answers to tests/sql/cases and write docs/sql.md (JDK 17, Maven)
	@$(RUN) -m tests.sql.record
	@$(RUN) -m tests.sql.document

.PHONY: clean
clean:  ## stop the sandbox and remove all that was made here, .venv too
	@if [ -x $(RUN) ]; then $(SANDBOX) stop --folder "$$FOLDER"; fi
	@rm -rf .venv .uv "$$FOLDER"

.PHONY: help
help:  ## show this
	@echo "make demo    the whole pipeline at once; or step by step:"; echo
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# ---- set-up ----

# An interpreter that is gone or of another version makes the environment anew.
ifneq ($(shell .venv/bin/python -c 'import sys; print(sys.version_info[:2] == (3, 13))' 2>/dev/null),True)
.PHONY: .venv/.synced
endif
.venv/.synced: uv.lock pyproject.toml offline_aws/pyproject.toml scripts/bootstrap
	@scripts/bootstrap
