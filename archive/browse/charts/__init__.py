"""Charts as values: what stands where, in percent of the width and pixels of the height.

Percent, because then one drawing fits a phone and a desk: bars and lines stretch, letters do not.
The templates in `templates/charts/` write them as SVG, each with its table.
"""
