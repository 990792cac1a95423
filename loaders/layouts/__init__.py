"""How a sheet is laid out: what it holds, whatever its layout, becomes upright tables of one dataset each, whose cells
keep their own places. Everything after it knows nothing else.
"""
