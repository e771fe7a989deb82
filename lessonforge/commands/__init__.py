"""The verbs of the command line, one file each: arguments and what is printed."""
