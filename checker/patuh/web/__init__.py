"""`patuh serve`: the page for those who do not use a terminal.

It adds no second way of doing anything: the page asks, a process of its own (`lanes`, `worker`)
calls the library (`jobs`), and the reply goes back. Nothing of a request outlives it.
"""
