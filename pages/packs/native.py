"""Charts that PowerPoint can change, with alternative texts."""

from itertools import cycle

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_MARKER_STYLE
from pptx.enum.dml import MSO_LINE
from pptx.util import Inches, Pt

from pages.packs.pack import BESIDE, SINCE, STACKED, Chart, Table
from pages.packs.worded import worded

LEFT, ACROSS, END, HIGHER_END = Inches(0.6), Inches(12.1), Inches(7.1), Inches(6.0)

WHOLE = 100
"""Where a series reaches so much it is one of shares, in per cent, and its axis ends there."""

INK, BLUE, GREY = RGBColor(0x0B, 0x0C, 0x0C), RGBColor(0x12, 0x43, 0x6D), RGBColor(0x6F, 0x77, 0x7B)
RUST = RGBColor(0xA8, 0x48, 0x0F)
LINES_OF = {
    "Value": (BLUE, Pt(2.5), None),
    SINCE: (RUST, Pt(2.5), None),
    "Usual": (GREY, Pt(1), None),
    "Target": (INK, Pt(1.5), MSO_LINE.DASH),
}
"""Colour, width and dash of each line of a chart; the others, the usual range, are thin, grey and dotted."""

MARKERS = {"Value": XL_MARKER_STYLE.CIRCLE, SINCE: XL_MARKER_STYLE.DIAMOND}

BARS = {STACKED: XL_CHART_TYPE.COLUMN_STACKED, BESIDE: XL_CHART_TYPE.COLUMN_CLUSTERED}
RATED = {
    name: RGBColor.from_string(colour)
    for name, colour in (
        ("Red", "E08A80"),
        ("Amber", "F2B95F"),
        ("Green", "8CC3A0"),
        ("No recent evidence", "C9CFD6"),
        ("Too few figures", "E3E6E9"),
    )
}
BLUES = tuple(RGBColor.from_string(colour) for colour in ("5B8FB9", "A9C4DB", "8A9299", "C9CFD6"))
"""Light enough for a black number on each."""


def line_chart(slide, chart: Chart, top, left=LEFT, across=ACROSS) -> None:
    """The series with its usual range and target, with both axes."""
    box = (left, top, across, (END if across == ACROSS else HIGHER_END) - top)
    drawn = _native(slide, XL_CHART_TYPE.LINE_MARKERS, chart.months, chart.series, box, chart.alt)
    for each in drawn.plots[0].series:
        _line(each)
    if max(value or 0 for values in chart.series.values() for value in values) == WHOLE:
        drawn.value_axis.maximum_scale = WHOLE


def bar_chart(slide, table: Table, top) -> None:
    """The counts of a table, each with its number at its bar; none is drawn for 0."""
    series = {head: tuple(row[place] or None for row in table.rows) for place, head in enumerate(table.heads[1:], 1)}
    drawn = _native(
        slide, BARS[table.drawn], [row[0] for row in table.rows], series, (LEFT, top, ACROSS, END - top), table.alt
    )
    drawn.plots[0].has_data_labels, drawn.plots[0].gap_width = True, 60
    drawn.value_axis.visible, drawn.value_axis.has_major_gridlines = False, False
    for each, colour in zip(drawn.plots[0].series, cycle(BLUES), strict=False):
        each.format.fill.solid()
        each.format.fill.fore_color.rgb = RATED.get(each.name, colour)


def _native(slide, kind, categories, series: dict, box: tuple, alt: str):
    """A chart in that box with a legend where it has more than one series."""
    data = CategoryChartData()
    data.categories = categories
    for name, values in series.items():
        data.add_series(name, values)
    shape = slide.shapes.add_chart(kind, *box, data)
    shape.chart.has_title, shape.chart.has_legend, shape.chart.font.size = False, len(series) > 1, Pt(12)
    if shape.chart.has_legend:
        shape.chart.legend.position, shape.chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    described(shape, alt)
    return shape.chart


def _line(series) -> None:
    colour, width, dash = LINES_OF.get(series.name, (GREY, Pt(1), MSO_LINE.ROUND_DOT))
    series.smooth, series.format.line.color.rgb, series.format.line.width, series.format.line.dash_style = (
        False,
        colour,
        width,
        dash,
    )
    series.marker.style = MARKERS.get(series.name, XL_MARKER_STYLE.NONE)
    if series.name in MARKERS:
        series.marker.format.fill.solid()
        series.marker.format.fill.fore_color.rgb = colour


def described(shape, text: str) -> None:
    """Gives the shape its alternative text."""
    shape._element.xpath(".//p:cNvPr")[0].set("descr", worded(text))
