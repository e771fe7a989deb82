"""`python -m lessonforge`."""

from __future__ import annotations

import sys

from lessonforge.cli import main

sys.exit(main())
