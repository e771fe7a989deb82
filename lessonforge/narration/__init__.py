"""Comes in: utterances. Goes out: speech with word marks for each; `protocol.py` says how engines do it.

Before that, `voices.py` finds who speaks and `read.py` makes sentences and utterances of an author's text.
"""
