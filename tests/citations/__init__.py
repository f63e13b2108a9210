"""Texts with the documents that a careful reader finds in them, and how the finder is scored."""
