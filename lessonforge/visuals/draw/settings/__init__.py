"""Backdrops: where a scene happens. Each module lays some of them; `stage.py` says what they leave for the things."""
