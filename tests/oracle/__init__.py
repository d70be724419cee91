"""A second reading of the checks: plain Python, written from the law and not from `kb/`.

One module a family, one function a check. `reading.findings` gives what a proposal must be told;
`test_differential.py` holds the product against it.
"""
