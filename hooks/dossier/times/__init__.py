"""Finds the time expressions of a text and says which days they mean, and why."""

from .tag import find_times

__all__ = ["find_times"]
