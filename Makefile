# Two commands matter: `make preview` and `make test`. Both set up what they need, and say so.

PORT ?= 8000
JOBS ?= 2
python := .venv/bin/python

# Material and ProperDocs print a notice about MkDocs 2 at every start.
export DISABLE_MKDOCS_2_WARNING := true
export NO_MKDOCS_2_WARNING := true

.PHONY: help preview test lint format types unit docs wheel screenshots environment environments tools clean

help:  ## What there is to make
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

preview: environment  ## Serve example_site on http://127.0.0.1:8000 (PORT=…)
	@echo "--> http://127.0.0.1:$(PORT)/ (Ctrl-C ends it)"
	@$(python) -m mkdocs serve --dev-addr 127.0.0.1:$(PORT)

test: lint docs unit  ## Everything: style, types, docs, tests, browser, validity
	@echo "--> all checks passed"

lint: environment  ## Ruff and mypy
	@echo "--> ruff"
	@$(python) -m ruff check
	@$(python) -m ruff format --check
	@echo "--> mypy"
	@$(python) -m mypy

format: environment  ## Let Ruff write it
	@$(python) -m ruff check --fix
	@$(python) -m ruff format

unit: environment environments tools  ## The tests, on $(JOBS) cores
	@echo "--> pytest on $(JOBS) cores"
	@$(python) -m pytest -q -n $(JOBS) --dist worksteal

docs: environment  ## Build the documentation with the plugin itself
	@if [ -f docs/mkdocs.yml ]; then \
		echo "--> documentation"; \
		$(python) -m mkdocs build --quiet --strict -f docs/mkdocs.yml -d "$(CURDIR)/build/docs"; \
	fi

wheel: environment  ## Wheel and source archive in build/dist
	@echo "--> build/dist"
	@$(python) -m build --outdir build/dist . >/dev/null
	@ls build/dist

screenshots: environment tools  ## Pictures of example_site in build/screenshots
	@echo "--> build/screenshots"
	@$(python) -m pytest -q tests/browser

environment:
	@bash scripts/environment.sh .venv -e '.[dev]'

# Two things cannot share an environment with Material for MkDocs and MkDocs; the plugins one meets
# most have one of their own, since some of them bring ProperDocs along.
company := mkdocs-autorefs mkdocs-awesome-nav mkdocs-exclude mkdocs-gen-files \
	mkdocs-git-revision-date-localized-plugin mkdocs-glightbox mkdocs-include-markdown-plugin \
	mkdocs-literate-nav mkdocs-macros-plugin mkdocs-minify-plugin mkdocs-redirects \
	mkdocs-rss-plugin mkdocs-section-index mkdocs-static-i18n
environments:
	@bash scripts/environment.sh .venvs/materialx -e . mkdocs-materialx
	@bash scripts/environment.sh .venvs/properdocs -e . properdocs properdocs-theme-mkdocs properdocs-theme-readthedocs
	@bash scripts/environment.sh .venvs/company -e . mkdocs-material $(company)

tools: environment
	@bash scripts/system.sh browser driver java
	@bash scripts/node.sh

clean:  ## Remove everything made here
	rm -rf .venv .venvs node_modules build site
