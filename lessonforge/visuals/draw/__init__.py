"""The default picture engine: reads a prompt, composes a scene and draws it as vectors, with no model.

    grammar   prompt -> Scene (what is named: things, numbers, colours, places, relations, setting, time, weather)
    compose   Scene -> SVG (settings lay the backdrop, things are placed on it and painted in the style's hand)
    texture   pixels -> pixels (paper and wash, or haze and bloom, where the style has them)

To add a thing, drop an SVG file into `things/`; `things.py` says what stands inside it.
"""
