"""Readers of patuh: text in, typed and frozen model out.

`patuh_parser.legal` reads regulations and drafts, `patuh_parser.sotk` reads proposals.
Nothing here knows of clingo, of any check or of any one regulation.
"""
