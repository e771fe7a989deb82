"""Comes in: a lesson file, a course folder or a project. Goes out: scripts, and all problems of all files at once.

`load.load` reads and checks all that can be known without the rest of the product; `checks.run` checks what depends
on the styles, engines and voices there are.
"""
