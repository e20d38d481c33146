# Koe: build, test, demo, install. `make` alone says what there is.
SHELL := /bin/bash
PREFIX ?= /usr/local
BUILD_FLAGS ?=
PACKAGES := curl libarchive-dev libexpat1-dev libmecab-dev mecab-ipadic-utf8 libsqlite3-dev zlib1g-dev
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

.PHONY: help setup setup-cluster build test lint demo sample install deb deb-test soak proofs fuzz bench bench-peers \
	cluster-test cluster-proof browser-test clean

help:
	@echo "make demo       install what is missing, build, run the sample, say where the report is"
	@echo "make test       the same for the tests, with the format check"
	@echo "make build      build the release"
	@echo "make install    install into PREFIX (now $(PREFIX))"
	@echo "make deb        make a Debian package in .build/deb, which needs no Swift where it is installed"
	@echo "make deb-test   install it in a clean Debian and run it there (as root, with debootstrap)"
	@echo "make soak       play nights with faults beside the same nights without (NIGHTS=60)"
	@echo "make proofs     disturb imports of 100,000 rows and a night with kill -9 and full disks (as root, hours)"
	@echo "make fuzz       feed damaged files to every reader (SECONDS=60 each; READER=csv for one)"
	@echo "make bench      measure first loads and the nights after them (SIZES=\"20000 200000 1000000\" comments)"
	@echo "make bench-peers  measure scoring, importing, nights and linking beside peers from PyPI (SIZES=20000)"
	@echo "make setup-cluster  install Java and PySpark for koe cluster, into .cluster"
	@echo "make cluster-test   break the parts of a job of koe cluster (needs setup-cluster)"
	@echo "make cluster-proof  the same numbers from Spark at 1, 2, 7 and 16 partitions (COPIES=50 for a million)"
	@echo "make browser-test  drive Chromium over the report and the dashboard (PARTS=\"reviewer keyboard audit print\")"
	@echo "make sample     make the committed sample report anew (review its diff)"

# Installs the Debian packages that are missing, and nothing when all are there.
setup:
	@missing=""; for package in $(PACKAGES); do \
		dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'install ok installed' || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
		echo "installing$$missing"; \
		$(SUDO) apt-get update -q && $(SUDO) apt-get install -y -q --no-install-recommends $$missing; \
	fi

# Java, and a virtual environment with pinned versions, which koe cluster finds by itself.
setup-cluster:
	@command -v java >/dev/null || { $(SUDO) apt-get update -q && \
		$(SUDO) apt-get install -y -q --no-install-recommends openjdk-17-jre-headless; }
	@python3 -c 'import ensurepip' 2>/dev/null || { $(SUDO) apt-get update -q && \
		$(SUDO) apt-get install -y -q --no-install-recommends python3-venv; }
	python3 -m venv .cluster
	.cluster/bin/pip install -q -r Reports/cluster/requirements.txt

build: setup
	swift build -c release --product koe $(BUILD_FLAGS)

lint:
	swift format lint -r -p --strict Package.swift Sources Tests

test: setup lint
	swift test --parallel $(BUILD_FLAGS)

demo: build
	@Reports/sample/run.sh "$$(swift build -c release --show-bin-path)/koe" demo
	@echo
	@echo "The report is at $(CURDIR)/demo/reports/latest/index.html (English: demo/reports/en/index.html)"

# The report a test compares byte for byte.
sample: build
	@Reports/sample/run.sh "$$(swift build -c release --show-bin-path)/koe" demo
	rm -rf Reports/sample/report
	mkdir -p Reports/sample/report/ja/brands Reports/sample/report/ja/flags Reports/sample/report/en
	cp demo/reports/latest/*.html demo/reports/latest/summary.* Reports/sample/report/ja
	cp demo/reports/latest/brands/*.html Reports/sample/report/ja/brands
	cp demo/reports/latest/flags/*.html Reports/sample/report/ja/flags
	cp demo/reports/en/index.html demo/reports/en/summary.* Reports/sample/report/en
	@git --no-pager diff --stat -- Reports/sample/report

install: build
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/koe/Reports"
	install -m 755 "$$(swift build -c release --show-bin-path)/koe" "$(DESTDIR)$(PREFIX)/bin/koe"
	cp -r Lexicons "$(DESTDIR)$(PREFIX)/share/koe/"
	cp -r Reports/templates "$(DESTDIR)$(PREFIX)/share/koe/Reports/"
	install -d "$(DESTDIR)$(PREFIX)/share/koe/Reports/sample" "$(DESTDIR)$(PREFIX)/share/koe/Reports/cluster"
	cp Reports/cluster/*.py Reports/cluster/requirements.txt Reports/cluster/README.md \
		"$(DESTDIR)$(PREFIX)/share/koe/Reports/cluster/"
	cp -r Reports/sample/koe.yaml Reports/sample/phrases.tsv Reports/sample/stories "$(DESTDIR)$(PREFIX)/share/koe/Reports/sample/"

STATIC_FLAGS = -c release --static-swift-stdlib $(BUILD_FLAGS)
DEB_FOLDER ?= .build/deb
deb: setup
	swift build --product koe $(STATIC_FLAGS)
	@.debian/build.sh "$$(swift build $(STATIC_FLAGS) --show-bin-path)/koe" $(DEB_FOLDER)

deb-test: deb
	@Tests/Package/deb.sh $(DEB_FOLDER)/koe_*.deb

NIGHTS ?= 60
soak: build
	@Tests/Soak/soak.py "$$(swift build -c release --show-bin-path)/koe" $(NIGHTS)

proofs: build
	@Tests/Soak/intake.py "$$(swift build -c release --show-bin-path)/koe"
	@Tests/Soak/nights.py "$$(swift build -c release --show-bin-path)/koe"

cluster-test: build
	@Tests/Cluster/faults.py "$$(swift build -c release --show-bin-path)/koe"

COPIES ?= 1
cluster-proof: build
	@Tests/Cluster/proof.py "$$(swift build -c release --show-bin-path)/koe" --copies $(COPIES)

# The driver's client and axe-core from PyPI, of pinned versions, in a virtual environment; Chromium comes from Debian.
PARTS ?=
browser-test: build
	@command -v chromium >/dev/null && command -v chromedriver >/dev/null || \
		{ echo "chromium or its driver is missing: apt-get install chromium chromium-driver"; exit 1; }
	@python3 -c 'import ensurepip' 2>/dev/null || { echo "venv is missing: apt-get install python3-venv"; exit 1; }
	@[ -d .browser ] || python3 -m venv .browser
	@.browser/bin/pip install -q --no-deps -r Tests/Browser/requirements.txt
	@.browser/bin/python Tests/Browser/browser.py "$$(swift build -c release --show-bin-path)/koe" $(PARTS)

SECONDS ?= 60
fuzz: setup
	@Tests/Fuzzing/fuzz.sh $(SECONDS) $(READER)

SIZES ?=
bench: build
	@Tests/Benchmarks/bench.py "$$(swift build -c release --show-bin-path)/koe" $(SIZES)

bench-peers: build
	@Tests/Benchmarks/peers.sh "$$(swift build -c release --show-bin-path)/koe" "$(SIZES)"

clean:
	rm -rf .build demo
