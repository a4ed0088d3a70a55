# The front door: .ci/prepare first installs what is missing and chooses the CPython.

# Another CPython than the system's: make test PYTHON=3.12
PYTHON ?=
# Only the tests whose name matches: make test FILTER=FloorTests
FILTER ?=
# What else `swift test` is to be told: make test FLAGS='--sanitize thread'
FLAGS ?=

MAKEFLAGS += --no-print-directory
export PYTHON
prepare := . .ci/prepare
swift_files := Package.swift Sources Tests python
python_files := python/lib python/tests python/tools
scripts := .ci/prepare .ci/run
# A program at a fixed address needs no relocation at its start, which saves a millisecond and more; so
# does one that looks for no library in its own folder and is written anew without debug information.
static := $(if $(filter Linux,$(shell uname -s)),\
    --static-swift-stdlib -Xswiftc -Xclang-linker -Xswiftc -no-pie --disable-local-rpath)
# A copy, written at one go, lies in the page cache in large pieces; what strip or the linker wrote in
# small ones starts by a tenth slower.
finish = $(if $(static),strip --strip-debug -o $(1).new $(1) && cp $(1).new $(1).copy && \
    rm $(1).new && mv $(1).copy $(1),true)

.DEFAULT_GOAL := help
.PHONY: help run test stress fuzz mutants bench release api lint format clean

help: ## Print this list.
	@sed -n 's/^\([a-z]*\):.* ## \(.*\)/  make \1@\2/p' Makefile | \
	    while IFS=@ read -r target does; do printf '%-16s %s\n' "$$target" "$$does"; done
	@echo '  PYTHON=3.12 chooses another CPython (3.11, 3.12 or 3.13) for run, test, bench, release.'

run: ## Build and run the threading document.
	@$(prepare) && swift build --scratch-path $$scratch --product understudy && \
	    $$scratch/debug/understudy run python/document/td-threading.md

test: ## Run every test; FILTER=FloorTests runs only those.
# The whole program's tests come second: their processes disturb tests that need one main thread.
	@needs=test; $(prepare) && swift test $(FLAGS) --scratch-path $$scratch \
	    $(if $(FILTER),--filter '$(FILTER)',--skip CLITests && \
	    swift test $(FLAGS) --scratch-path $$scratch --skip-build --filter CLITests)
	@if [ -z '$(FILTER)' ] && [ -d python/tests ]; then needs=test; $(prepare); \
	    if $$python_program -c 'import pytest' 2>/dev/null; then \
	        PYTHONDONTWRITEBYTECODE=1 $$python_program -m pytest -q -p no:cacheprovider python/tests; \
	    else echo "python/tests did not run: $$python_program has no pytest."; fi; fi

stress: ## 1,000 ends with busy threads (or ENDINGS=200), 1,000 killed saves, 10,000 re-inits.
	@$(prepare) && UNDERSTUDY_ENDINGS=$(or $(ENDINGS),1000) UNDERSTUDY_KILLS=500 \
	    UNDERSTUDY_REINITS=10000 swift test --scratch-path $$scratch \
	    --filter 'CLITests.(EndingTests|ConvertCommandTests|LearnRunCommandTests)|ExtensionHostTests.ReinitTests'

fuzz: ## Give readers of files a million broken ones (or RUNS=10000000), call the API for 60 seconds.
	@$(prepare) && export UNDERSTUDY_FUZZ=$(or $(RUNS),1000000) UNDERSTUDY_FUZZ_SECONDS=60 \
	    UNDERSTUDY_FUZZ_SEED=$${UNDERSTUDY_FUZZ_SEED:-$$(date +%s)} && \
	    UNDERSTUDY_READERS_ONLY=yes swift test --scratch-path $$scratch-fuzz -c release \
	    -Xswiftc -enable-testing --filter ReaderFuzzTests && \
	    swift test --scratch-path $$scratch --filter '(Parameter|API)FuzzTests'

mutants: ## Plant a defect in programs that are right, some 200 times, and tell what finds it.
	@$(prepare) && swift build --scratch-path $$scratch && \
	    $$scratch/debug/understudy python python/tools/mutants.py \
	    --program $$scratch/debug/understudy --share $(or $(SHARE),1) --seeds $(or $(SEEDS),1)

bench: ## Build for speed and run the benchmarks.
	@needs=release; $(prepare) && for product in Benchmarks understudy understudy-explore; do \
	    swift build --scratch-path $$scratch -c release $(static) --product $$product || exit 1; \
	    $(call finish,$$scratch/release/$$product) || exit 1; \
	done && \
	    $$scratch/release/Benchmarks

release: ## Build the program for speed and print where it lies.
	@needs=release; $(prepare) && \
	    for product in understudy understudy-explore; do \
	    swift build --scratch-path $$scratch -c release $(static) --product $$product || exit 1; \
	    $(call finish,$$scratch/release/$$product) || exit 1; \
	    done && echo "$$PWD/$$scratch/release/understudy"

lint: ## Check style: Swift always, Python and shell where their tools are here.
	@needs=swift; $(prepare) && \
	    swift format lint --strict --recursive --configuration .swift-format $(swift_files)
	@for script in $(scripts); do bash -n $$script || exit 1; done
	@if command -v shellcheck >/dev/null; then shellcheck $(scripts); \
	    else echo 'shellcheck is not here: the scripts had only their syntax checked.'; fi
	@if command -v ruff >/dev/null; then cd python && ruff check . && ruff format --check .; \
	    else echo 'ruff is not here: Python style was not checked.'; fi
	@if command -v pyright >/dev/null; then pyright --project python; \
	    else echo 'pyright is not here: Python types were not checked.'; fi

api: ## Write the coverage page and the stubs anew, after a change of what scripts can see.
	@$(prepare) && swift build --scratch-path $$scratch --product understudy && \
	    program=$$scratch/debug/understudy && docs=Sources/ExtensionHost/Documentation.docc && \
	    $$program api --stubs > python/td-stubs/td-stubs/__init__.pyi && \
	    { sed '/^```text$$/q' $$docs/Coverage.md && $$program api && echo '```'; } > Coverage.new && \
	    mv Coverage.new $$docs/Coverage.md

format: ## Bring the files into the house style.
	@needs=swift; $(prepare) && \
	    swift format --in-place --recursive --configuration .swift-format $(swift_files)
	@if command -v ruff >/dev/null; then cd python && ruff format .; fi

clean: ## Remove everything that was built.
	@rm -rf .build .build-*
