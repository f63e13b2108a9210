"""The gold set: texts with the answers of a careful reader, and how the extractor is scored."""
