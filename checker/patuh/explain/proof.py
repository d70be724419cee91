"""Proof trees from derivations: sentences, norms and absences at the leaves."""

from collections import Counter
from collections.abc import Iterable, Mapping

from patuh.engine.atoms.derivation import Atom, Derivation, Literal
from patuh.explain.support import smallest
from patuh.finding import Citation, Place, Proof
from patuh.knowledge.provisions import quotations
from patuh.knowledge.regulations import laws


class Prover:
    """Builds the tree of any derived atom from the derivations of one session.

    `places` gives the place of every fact of the proposal, by its text.
    """

    def __init__(
        self,
        derivations: Iterable[Derivation],
        places: Mapping[str, Place],
    ) -> None:
        every = list(derivations)
        self._chosen = smallest(every)
        self._count = Counter(derivation.head.text for derivation in every)
        self._places = places
        self._laws = frozenset(law.id for law in laws())
        self._trees: dict[str, Proof] = {}

    def proof(self, atom: Atom) -> Proof:
        """The smallest proof of a derived atom; raises `KeyError` if it was not derived."""
        if atom.text not in self._trees:
            self._trees[atom.text] = self._prove(atom)
        return self._trees[atom.text]

    def chosen(self, atom: Atom) -> Derivation:
        """The derivation that the proof of `atom` shows."""
        return self._chosen[atom.text]

    def citation(self, atom: Atom) -> Citation | None:
        """The provision that an atom carries: its first argument a regulation, its last an id."""
        if len(atom.arguments) < 2:
            return None
        regulation, provision = atom.arguments[0], atom.arguments[-1]
        if not isinstance(regulation, str) or regulation not in self._laws:
            return None
        quoted = quotations(regulation)
        if not isinstance(provision, str) or provision not in quoted:
            return None
        return Citation(regulation, provision, quoted[provision].label, quoted[provision].text)

    def _prove(self, atom: Atom) -> Proof:
        """Trees bottom up without recursion: a chain of superiors may be long."""
        stack = [atom]
        while stack:
            top = stack[-1]
            if top.text in self._trees:
                stack.pop()
                continue
            derivation = self._chosen[top.text]
            open_premises = [
                literal.atom
                for literal in derivation.body
                if literal.atom.text in self._chosen and literal.atom.text not in self._trees
            ] + [
                element
                for literal in derivation.body
                for element in literal.elements
                if element.text in self._chosen and element.text not in self._trees
            ]
            if open_premises:
                stack.extend(open_premises)
                continue
            self._trees[top.text] = self._node(top, derivation)
            stack.pop()
        return self._trees[atom.text]

    def _node(self, atom: Atom, derivation: Derivation) -> Proof:
        return Proof(
            "rule",
            atom.text,
            atom.predicate,
            atom.arguments,
            children=tuple(self._literal(literal) for literal in derivation.body),
            citation=self.citation(atom),
            rule=derivation.rule,
            others=self._count[atom.text] - 1,
        )

    def _literal(self, literal: Literal) -> Proof:
        atom = literal.atom
        if literal.kind == "comparison":
            return Proof("condition", atom.text)
        if literal.kind == "negative":
            return Proof("absence", atom.text, atom.predicate, atom.arguments)
        if literal.kind == "aggregate":
            return Proof("count", atom.text, children=tuple(map(self._atom, literal.elements)))
        return self._atom(atom)

    def _atom(self, atom: Atom) -> Proof:
        if atom.text in self._trees:
            return self._trees[atom.text]
        place = self._places.get(atom.text)
        if place is not None:
            return Proof("sentence", atom.text, atom.predicate, atom.arguments, place=place)
        citation = self.citation(atom)
        if citation is None:
            return Proof("known", atom.text, atom.predicate, atom.arguments)
        return Proof("norm", atom.text, atom.predicate, atom.arguments, citation=citation)
