# Koe: build, test, demo, install. `make` alone says what there is.
SHELL := /bin/bash
PREFIX ?= /usr/local
BUILD_FLAGS ?=
PACKAGES := curl libarchive-dev libexpat1-dev libmecab-dev mecab-ipadic-utf8 libsqlite3-dev zlib1g-dev
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

.PHONY: help setup build test lint demo sample install deb deb-test soak proofs fuzz bench bench-peers clean

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
	@echo "make bench      measure the stages on a generated night of comments"
	@echo "make bench-peers  measure scoring and importing beside their peers (from PyPI) on the same texts"
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
	install -d "$(DESTDIR)$(PREFIX)/share/koe/Reports/sample"
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

SECONDS ?= 60
fuzz: setup
	@Tests/Fuzzing/fuzz.sh $(SECONDS) $(READER)

bench: build
	@Tests/Benchmarks/bench.sh "$$(swift build -c release --show-bin-path)/koe"

bench-peers: build
	@Tests/Benchmarks/peers.sh "$$(swift build -c release --show-bin-path)/koe"

clean:
	rm -rf .build demo
