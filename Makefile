# Two commands do everything: `make serve` and `make test`. Each sets up what it needs.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PYTHON ?= python3
PORT ?= 8000
GOLD ?= tests/gold/dev
SIZES ?= 1000
ROUNDS ?= 3
SOAK ?= 60
BIN := .venv/bin

.PHONY: help
help: ## Liệt kê các lệnh
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | sort | expand -t 12

.venv/ready: requirements.txt
	$(PYTHON) -m venv .venv || { echo "Cần Python 3.11 trở lên có venv (Debian: apt install python3-venv)." >&2; exit 2; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/ready-dev: .venv/ready requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

tests/node_modules/ready: tests/package-lock.json
	cd tests && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

.PHONY: serve
serve: .venv/ready ## Dựng trang, mở tại http://127.0.0.1:8000 và tự cập nhật khi lưu tệp
	@exec $(BIN)/python -m plugins.desk.serve --port $(PORT)

.PHONY: site
site: .venv/ready ## Dựng trang vào thư mục output/
	@$(BIN)/python -m plugins.desk.build

.PHONY: awards
awards: .venv/ready ## Xem máy đọc được danh sách nào trong một bài: make awards FILE=content/tin/…/bai.md
	@$(BIN)/python -m plugins.awards $(FILE)

.PHONY: heal
heal: .venv/ready ## Hoàn tất một lần xuất bản bị ngắt giữa chừng
	@$(BIN)/python -m plugins.desk.heal

.PHONY: due
due: .venv/ready ## Cho biết bài nào sắp tới giờ đăng hoặc hết hạn
	@$(BIN)/python -m plugins.desk.due

.PHONY: review
review: .venv/ready ## Liệt kê việc nên xem lại: văn bản nêu thiếu, tên đơn vị chưa rõ, yêu cầu gỡ tên
	@$(BIN)/python -m plugins.desk.review

.PHONY: reproduce
reproduce: .venv/ready ## Dựng trang nhiều lần trong môi trường khác nhau, so từng byte
	@$(BIN)/python -m plugins.desk.reproduce

.PHONY: test
test: .venv/ready-dev tools tests/node_modules/ready lint ## Chạy mọi kiểm tra
	$(BIN)/python -m pytest -n 2

.PHONY: soak
soak: .venv/ready-dev ## Sửa ngẫu nhiên, so bản dựng dần với bản dựng sạch: make soak SOAK=phút SEED=số
	$(BIN)/python -m tests.rebuilding --minutes $(SOAK) $(if $(SEED),--seed $(SEED))

.PHONY: lint
lint: .venv/ready-dev ## Kiểm tra mã: ruff, mypy, chiều phụ thuộc
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

.PHONY: format
format: .venv/ready-dev ## Định dạng mã và sửa những lỗi sửa được
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

.PHONY: tools
tools: # chromium, Java, npm, nginx and LibreOffice Calc, which the checks need beside Python
	@.ci/tools

.PHONY: gold
gold: .venv/ready ## Chấm bộ trích danh sách khen thưởng: make gold GOLD=tests/gold/eval
	@$(BIN)/python -m tests.gold $(GOLD)

.build/bench-venv/ready: requirements-bench.txt
	$(PYTHON) -m venv .build/bench-venv
	.build/bench-venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.txt
	@touch $@

.PHONY: bench
bench: .venv/ready .build/bench-venv/ready ## Đo tốc độ, so với Hugo và Pelican: make bench SIZES=1000,10000 INTO=thu-muc
	$(BIN)/python -m bench.peers --sizes $(SIZES) --rounds $(ROUNDS) $(if $(INTO),--into $(INTO))
	$(BIN)/python -m bench.extractor

.PHONY: lock
lock: .venv/ready-dev ## Khóa lại phiên bản thư viện (cần uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url requirements.in -o requirements.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url requirements-dev.in -o requirements-dev.txt
	uv pip compile --quiet --no-deps --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url requirements-gazetteer.in -o requirements-gazetteer.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url requirements-bench.in -o requirements-bench.txt

.PHONY: gazetteer
gazetteer: .venv/ready ## Làm lại danh mục đơn vị hành chính cả nước từ bộ dữ liệu nguồn
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes --upgrade --target .build/gazetteer -r requirements-gazetteer.txt
	$(BIN)/python -m plugins.desk.gazetteer .build/gazetteer/vietnamadminunits/data

.PHONY: docs
docs: .venv/ready ## Viết lại bảng các khóa trong docs/ theo bộ quy tắc
	$(BIN)/python -m plugins.desk.reference > docs/huong-dan/khoa.md
	$(BIN)/python -m tests.gold --page
	$(BIN)/python -m tests.citations --page

.PHONY: clean
clean: ## Xóa trang đã dựng và môi trường
	rm -rf output .output.lock .build .venv tests/node_modules
