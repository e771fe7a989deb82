"""Draws words: fonts and their coverage, line breaking, direction, and setting type into pictures.

Comes in: text in any script, and a locale. Goes out: spans of lines, PNG pages, strips of pixels. No other part of
LessonForge measures or draws text.
"""
