"""Which derivation of an atom to show: the smallest, and never a circular one.

A derivation is a hyperedge from the derived atoms of its body to its head; its cost is one
more than the sum of theirs. Knuth's generalisation of Dijkstra's algorithm (D. E. Knuth, A
Generalization of Dijkstra's Algorithm, 1977) settles atoms in order of cost, so every chosen
derivation uses only atoms settled before it.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterable

from patuh.engine.atoms.derivation import Derivation


def smallest(derivations: Iterable[Derivation]) -> dict[str, Derivation]:
    """For each derived atom its smallest derivation; ties fall to the first in order."""
    every = list(derivations)
    heads = {derivation.head.text for derivation in every}
    # an atom of a derived predicate without a derivation is a fact of the knowledge base
    premises = [
        {literal.atom.text for literal in derivation.body if literal.derived} & heads
        for derivation in every
    ]
    missing = list(map(len, premises))
    waiting: dict[str, list[int]] = defaultdict(list)
    cost: dict[str, int] = {}
    chosen: dict[str, Derivation] = {}
    queue: list[tuple[int, int]] = []
    for index, needed in enumerate(premises):
        for premise in needed:
            waiting[premise].append(index)
        if not missing[index]:
            heapq.heappush(queue, (1, index))
    while queue:
        total, index = heapq.heappop(queue)
        head = every[index].head.text
        if head in chosen:
            continue
        chosen[head], cost[head] = every[index], total
        for follower in waiting[head]:
            missing[follower] -= 1
            if not missing[follower]:
                total_cost = 1 + sum(cost[premise] for premise in premises[follower])
                heapq.heappush(queue, (total_cost, follower))
    return chosen
