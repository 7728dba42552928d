"""What goes wrong in `Value.backward`."""

from pathlib import Path

from grader.observed import look
from grader.study import Behaviour, worded
from tests.first_loop.graphs import Graph
from tests.first_loop.misconceptions import install, reference
from tests.first_loop.misconceptions import wrong_backwards as wrong

GRAPHS = (
    Graph({"a": 3.0, "b": 5.0}, ("c = a * b",)),
    Graph({"a": 3.0, "b": 5.0}, ("c = a - b",)),
    Graph({"a": 1.5}, ("p = a * 2", "q = p + 1", "r = q * -3", "s = r * 0.5")),
    Graph({"a": 3.0}, ("p = a + a",)),
    Graph({"a": 3.0}, ("p = a * 2", "q = p + p")),
    Graph({"a": 3.0}, ("p = a * 2", "q = p * 5", "r = p * 7", "s = q + r")),
    # one way to p is longer than the other, and the longer one is named first, or second
    Graph({"a": 3.0, "b": 2.0}, ("p = a * b", "q = p * 5", "r = q + p")),
    Graph({"a": 3.0, "b": 2.0}, ("p = a * b", "q = p * 5", "r = p + q")),
    Graph({"a": 3.0, "b": 2.0}, ("p = a * b", "q = p + 1", "r = q * 2", "s = r + a", "t = s * p")),
    Graph({"a": 1.5}, ("b = a * 2", "c = b + a", "d = c * 2", "e = c + d", "f = e * 3", "g = f + e")),
    # two branches of different kinds
    Graph({"a": 2.0, "b": 3.0, "c": 5.0, "d": 7.0}, ("p = a * b", "q = c * d", "r = p * q")),
    # two nodes that hold the same number
    Graph({"a": 3.0, "b": 3.0}, ("p = a * 2", "q = b * 2", "r = p * q")),
)


def probe(modules):
    """The gradients that reach the leaves of several graphs, and those that two graphs leave in one leaf."""
    Value = modules("engine").Value
    return (look(_alone, Value), *(look(_gradients, Value, graph) for graph in GRAPHS), look(_twice, Value))


def _alone(Value):
    result = Value(4.0)
    result.backward()
    return result.grad


def _gradients(Value, graph):
    leaves = {name: Value(number) for name, number in graph.leaves.items()}
    result = graph.run(leaves)
    result.backward()
    return result.grad, [leaf.grad for leaf in leaves.values()]


def _twice(Value):
    a, b, c = Value(3.0), Value(5.0), Value(7.0)
    ((a * b) * 2.0).backward()
    ((a * c) * 2.0).backward()
    return a.grad, b.grad, c.grad


MODELS = {
    "backward-no-seed": [wrong.no_seed],
    "backward-wrong-seed": [wrong.seed_is_the_data, wrong.seed_is_negative, wrong.seed_is_two],
    "backward-seeds-too-late": [wrong.seed_too_late],
    "backward-skips-own-step": [wrong.own_step_skipped],
    "backward-names-without-calling": [wrong.named_but_not_called],
    "backward-only-seeds": [wrong.only_seeded],
    "backward-stops-after-one-step": [wrong.own_step_only],
    "backward-stops-at-children": [wrong.children_only, wrong.children_of_self_again],
    "backward-follows-one-child": [wrong.first_child_only, wrong.last_child_only],
    "backward-own-step-twice": [wrong.own_step_twice],
    "backward-repeats-self": [wrong.self_in_the_list, wrong.self_in_the_loop],
    "backward-forward-order": [
        wrong.leaves_first,
        wrong.parents_first_reversed,
        wrong.breadth_first_reversed,
        wrong.leaves_first_every_path,
    ],
    "backward-passes-on-too-early": [
        wrong.depth_first,
        wrong.depth_first_stack,
        wrong.depth_first_stack_marked_early,
    ],
    "backward-breadth-first": [wrong.breadth_first, wrong.breadth_first_marked_late],
    "backward-no-visited-set": [
        wrong.every_path_depth_first,
        wrong.every_path_seeded_if_zero,
        wrong.every_path_but_twins,
        wrong.every_path_listed,
        wrong.every_path_breadth_first,
        wrong.every_path_stack,
    ],
    "backward-seeds-every-node": [
        wrong.every_node_seeded,
        wrong.every_node_seeded_first,
        wrong.children_go_backward_too,
        wrong.children_go_backward_first,
    ],
    "backward-clears-leaves": [wrong.leaves_cleared],
    "backward-clears-afterwards": [wrong.cleared_afterwards],
    "backward-merges-equal-numbers": [wrong.merged_by_number],
    "backward-list-survives": [wrong.list_survives, wrong.list_and_set_survive],
    "backward-reverse-gives-none": [wrong.reverse_gives_nothing],
    "backward-calls-itself": [wrong.calls_itself],
}


def _seeds_after_loop(source):
    stores, calls = source.lines("store", "grad"), source.lines("call", "_backward")
    return bool(stores and calls) and min(stores) > max(calls)


def _seeds_before_loop(source):
    stores, calls = source.lines("store", "grad"), source.lines("call", "_backward")
    return bool(stores and calls) and min(stores) <= max(calls)


def _walks_without_calling(source):
    return source.has("name", "_backward") and not source.has("call", "_backward")


def _only_seeds(source):
    return not source.has("name", "_backward") and not source.has("call")


def _never_sets_a_gradient(source):
    return not source.has("store", "grad")


def _clears_behind(source):
    stores, calls = source.lines("store", "grad"), source.lines("call", "_backward")
    return len(stores) > 1 and bool(calls) and max(stores) > min(calls)


def _loops(source):
    return source.has("loop") or len(source.lines("function")) > 1


def _does_not_loop(source):
    return not _loops(source)


def _calls_reverse(source):
    return source.has("call", "reverse")


def _calls_backward(source):
    return source.has("call", "backward")


CLUES = {
    "backward-reverse-gives-none": _calls_reverse,
    "backward-calls-itself": _calls_backward,
    "backward-no-seed": _never_sets_a_gradient,
    "backward-clears-afterwards": _clears_behind,
    "backward-stops-after-one-step": _does_not_loop,
    "backward-forward-order": _loops,
    "backward-seeds-too-late": _seeds_after_loop,
    "backward-skips-own-step": _seeds_before_loop,
    "backward-names-without-calling": _walks_without_calling,
    "backward-only-seeds": _only_seeds,
}
ALIKE = {
    "backward-gradient-stays-at-result": [
        "backward-seeds-too-late",
        "backward-skips-own-step",
        "backward-names-without-calling",
        "backward-only-seeds",
    ],
    "backward-no-gradient-at-all": ["backward-no-seed", "backward-clears-afterwards"],
    "backward-gradient-stays-at-children": ["backward-stops-after-one-step", "backward-forward-order"],
}

STUDIES = (
    Behaviour(
        exercise="backward",
        about="backward",
        probe=probe,
        install=install.method,
        write=install.method_source,
        right=(reference.Value.backward,),
        **worded(Path(__file__).with_suffix(".toml"), MODELS, CLUES, ALIKE),
    ),
)
