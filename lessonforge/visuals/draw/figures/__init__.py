"""People, drawn on a skeleton: any role in any pose.

In comes a thing whose file has a `<figure>`, a pose and traits; out goes the thing drawn so.
"""

from lessonforge.visuals.draw.figures.figure import posed
from lessonforge.visuals.draw.figures.pose import Pose
from lessonforge.visuals.draw.figures.poses import POSES
from lessonforge.visuals.draw.figures.traits import TRAITS, Trait

__all__ = ["POSES", "TRAITS", "Pose", "Trait", "posed"]
