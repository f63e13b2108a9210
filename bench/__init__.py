"""Measurements: what a build costs, side by side."""
