"""Readers of patuh: text in, typed and frozen model out.

`patuh_parser.regulation` reads regulations, `patuh_parser.sotk` reads proposals.
Nothing here knows of clingo, of any check or of any one regulation.
"""
