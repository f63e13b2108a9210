"""Bảng Vàng: from Markdown news to a portal with structured award lists."""
