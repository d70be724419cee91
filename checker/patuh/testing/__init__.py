"""For those who test proposals: expectations and a pytest plugin (docs/testing.md).

Import from the modules: this one stays empty, for pytest loads it at every start.
"""
