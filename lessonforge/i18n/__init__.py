"""Lessons in other languages: catalogues of their texts, and lessons put into a locale by them."""
