"""LessonForge turns a written lesson into a narrated, captioned video in every language its pupils speak."""

__version__ = "0.1.0"
