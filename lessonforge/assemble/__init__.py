"""Assembling: a timeline becomes clips, sound and a rendition."""
