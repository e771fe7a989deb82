"""People, drawn on a skeleton: any role in any pose.

In comes a thing whose file has a `<figure>`, a pose and traits; out goes the thing drawn so. In a role's file,

    <figure body="woman|man" hair="bun|short" top="shirt" bottom="skirt" coat="lab coat" shoes="boot" hat="straw"
            extras="glasses apron" mount="wheelchair" cape="cape" face="calm" pose="carrying"/>

names a body (`bodies`), garments (`garments`), pieces (`pieces/hair`, `hats`, `face`, `worn`, `carried`, `mounts`) and
the pose it rests in (`poses`); of choices parted by `|` chance takes one. What the file leaves out follows from the
body. Groups with `data-joint` in its drawing are its own: on the `head` (radius 27, around its middle), the `chest` and
the `back` (26 is half the width, -86 the neck, 0 the hips), in a free `hand` (around it), or as a `staff` from there to
the ground (x from the hand, y up from the ground).
"""

from lessonforge.visuals.draw.figures.figure import posed
from lessonforge.visuals.draw.figures.pose import Pose
from lessonforge.visuals.draw.figures.poses import POSES
from lessonforge.visuals.draw.figures.traits import TRAITS, Trait

__all__ = ["POSES", "TRAITS", "Pose", "Trait", "posed"]
