"""Run by a Python that has xclingo: grounds a program and explains every shown atom.

Takes the path of the program; prints the processor seconds of grounding and of explaining, and
the number of trees.
"""

import sys
import time
from pathlib import Path

from xclingo import XclingoControl  # type: ignore[import-not-found]

start = time.process_time()
control = XclingoControl(["1"], n_explanations="1", logger=lambda *_: None)
control.add("base", [], Path(sys.argv[1]).read_text(encoding="utf-8"))
control.ground([("base", [])])
grounded = time.process_time()
trees = [
    graph.explain(atom).ascii_tree()
    for model in control.solve()
    for graph in model.explain_model()
    for atom in graph.show_trace
]
print(grounded - start, time.process_time() - grounded, len(trees))
