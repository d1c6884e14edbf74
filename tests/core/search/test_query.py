"""The tree of a query can be walked, changed and freed of repetitions."""

from desktop_app.core.search.query import And, InField, Node, Not, Or, Prefix, Word, distinct, nodes, rewritten

TREE = And((Word("a", "a"), Not(Or((Word("b", "b"), InField("title", Word("c", "c")))))))


def test_every_node_is_given() -> None:
    """Nothing in a tree is overlooked, and no tree has no nodes."""
    assert [node.folded for node in nodes(TREE) if isinstance(node, Word)] == ["a", "b", "c"]
    assert list(nodes(None)) == []


def test_a_tree_is_rewritten_everywhere() -> None:
    """A change reaches the innermost node."""

    def beginning(node: Node) -> Node:
        return Prefix(node.folded, node.written) if isinstance(node, Word) else node

    assert not [node for node in nodes(rewritten(TREE, beginning)) if isinstance(node, Word)]
    assert len(list(nodes(rewritten(TREE, beginning)))) == len(list(nodes(TREE)))


def test_a_repeated_word_is_counted() -> None:
    """Who writes a word three times means it more."""
    parts = distinct([Word("a", "a"), Word("b", "b"), Word("a", "A", times=2)])
    assert [(part.folded, part.times) for part in parts if isinstance(part, Word)] == [("a", 3), ("b", 1)]
