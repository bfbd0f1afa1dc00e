"""Digits found in photographs, scans and drawn pictures."""
