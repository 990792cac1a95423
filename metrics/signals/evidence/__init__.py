"""How a concern is raised, and when it clears: pure functions of arrays, series × months.

Sources: Moustakides 1986 and Pollak 1985 (what is optimal); Grigg, Spiegelhalter and Jones 2009 and Spiegelhalter and
others 2012 (surveillance of health care); Neuburger and others 2017 (control charts at equal false alarms); Mei 2010
(many streams).
"""
