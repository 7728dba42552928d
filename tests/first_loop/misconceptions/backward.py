"""What goes wrong in `Value.backward`."""

from contextlib import suppress
from functools import partial
from pathlib import Path

from grader.misconceptions import Unordered, look, seen, worded
from tests.first_loop.graphs import Graph
from tests.first_loop.misconceptions import install, reference
from tests.first_loop.misconceptions import wrong_backwards as wrong
from tests.first_loop.steady import Case, Trials

CASES = (
    Case(Graph({"a": 3.0, "b": 5.0}, ("c = a * b",))),
    Case(Graph({"a": 3.0, "b": 5.0}, ("c = a - b",))),
    Case(Graph({"a": 3.0}, ("p = a + a",))),
    Case(Graph({"a": 1.5}, ("p = a * 2", "q = p + 1", "r = q * -3", "s = r * 0.5"))),
    # two ways of the same length to p, which are told apart by no order, or by the numbers that come
    Case(Graph({"a": 3.0}, ("p = a * 2", "q = p + 5", "r = p + 7", "s = q + r"))),
    Case(Graph({"a": 3.0}, ("p = a * 2", "q = p * 5", "r = p * 7", "s = q + r"))),
    Case(Graph({"a": 3.0}, ("p = a * 2", "q = p + p"))),
    # one way to p is longer than the other, by two or by one, and is named first, or second
    Case(Graph({"a": 3.0}, ("p = a * 2", "q = p * 5", "r = q + 4", "s = r + p"))),
    Case(Graph({"a": 3.0, "b": 2.0}, ("p = a * b", "q = p * 5", "r = q + p"))),
    Case(Graph({"a": 3.0, "b": 2.0}, ("p = a * b", "q = p * 5", "r = p + q"))),
    Case(Graph({"a": 1.5}, ("b = a * 2", "c = b + a", "d = c * 2", "e = c + d", "f = e * 3", "g = f + e"))),
    # two branches of different kinds
    Case(Graph({"a": 2.0, "b": 3.0, "c": 5.0, "d": 7.0}, ("p = a * b", "q = c * d", "r = p * q"))),
    # two nodes that hold the same number
    Case(Graph({"a": 3.0, "b": 3.0}, ("p = a * 2", "q = b * 2", "r = p * q"))),
    # two graphs on the same leaves, and two on the same nodes
    Case(
        Graph({"a": 3.0, "b": 5.0, "c": 7.0}, ("d = a * b", "e = d * 2")),
        then=Graph({}, ("f = a * c", "g = f * 2")),
    ),
    Case(
        Graph({"a": 3.0, "b": 5.0}, ("c = a * b", "d = c * 2")),
        then=Graph({}, ("e = c * 3",)),
        cleared=("c",),
    ),
)
BUILDS = 6  # of each case, where anything changes; what an order changes, it changes in several of them


def _alone(modules):
    result = modules("engine").Value(4.0)
    result.backward()
    return result.grad


def _operators(modules):
    """Whether a result that got a gradient has a `_backward` that hands nothing on."""
    Value = modules("engine").Value
    a = Value(3.0)
    product = a * 5.0
    product.backward()
    if a.grad == 0 and product.grad == 1:
        with suppress(AttributeError, TypeError):  # of another name, or none at all
            product._backward()
            return a.grad == 0
    return False


def _gradients(case, nodes):
    """The gradients of the leaves, and of what `backward` was called on."""
    results = [graph.result for graph in (case.graph, case.then) if graph is not None]
    return [nodes[name].grad for name in (*results, *case.graph.leaves)]


def _case(case, modules):
    return _gradients(case, case.gone_backward(modules("engine").Value))


PARTS = (_alone, _operators, *(partial(_case, case) for case in CASES))


def probe(modules):
    """All gradients that come out at several graphs, built many times where they are not always the same."""
    once = [
        (look(part, modules),) for part in (_alone, _operators)
    ]  # before anything can survive from elsewhere
    trials = Trials(modules("engine").Value, lambda: None)
    ordered = not trials.changing()
    builds = 1 if ordered else BUILDS
    graphs = [seen(builds, lambda case=case: _gradients(case, trials.elsewhere(case))) for case in CASES]
    return ordered, *once, *graphs


MODELS = {
    "backward-no-seed": [wrong.no_seed],
    "backward-wrong-seed": [wrong.seed_is_the_data, wrong.seed_is_negative, wrong.seed_is_two],
    "backward-seeds-too-late": [wrong.seed_too_late],
    "backward-skips-own-step": [wrong.own_step_skipped],
    "backward-binds-late": [wrong.lambdas_called_later],
    "backward-helper-never-called": [wrong.helper_never_called],
    "backward-seeds-a-leaf": [wrong.last_of_the_list_seeded],
    "backward-lists-for-each-child": [wrong.listed_for_each_child],
    "backward-asks-only-who-waits": [
        wrong.asks_only_who_waits,
        wrong.asks_only_who_waits_and_takes_twins,
        wrong.asks_only_who_waits_first_in,
    ],
    "backward-names-without-calling": [wrong.named_but_not_called],
    "backward-only-seeds": [wrong.only_seeded],
    "backward-does-nothing": [wrong.nothing_done],
    "backward-stops-after-one-step": [wrong.own_step_only],
    "backward-stops-at-children": [wrong.children_only],
    "backward-self-in-the-helper": [wrong.children_of_self_again, wrong.self_remembered],
    "backward-stops-at-grandchildren": [wrong.grandchildren_too, wrong.stage_by_stage],
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
    "backward-visits-survive": [wrong.set_survives, wrong.marks_survive],
    "backward-rule-missing": [wrong.no_rule_for_minus, wrong.no_rule_for_plus, wrong.no_rule_for_times],
    "backward-counts-a-child-once": [wrong.twins_count_once],
    "backward-reverse-gives-none": [wrong.reverse_gives_nothing],
    "backward-calls-itself": [wrong.calls_itself],
    "backward-helper-goes-round": [wrong.helper_goes_round],
}


def _seeds_after_loop(source):
    stores, calls = source.lines("store", "grad"), source.lines("call", "_backward")
    seeded = bool(stores and calls) and min(stores) > max(calls)
    return seeded and not _calls_later(source) and not _never_calls_its_helper(source)


def _seeds_before_loop(source):
    stores, calls = source.lines("store", "grad"), source.lines("call", "_backward")
    seeded = bool(stores and calls) and min(stores) <= max(calls)
    return seeded and not _calls_later(source) and not _never_calls_its_helper(source)


def _calls_later(source):
    return source.has("lambda") and source.has("loop")


def _never_calls_its_helper(source):
    helpers = [(helper, range(helper.line, helper.end + 1)) for helper in source.functions()]
    return any(all(line in own for line in source.lines("call", helper.name)) for helper, own in helpers)


def _means_the_visited(source):
    """Whether a helper inside says `self`: handed on, or asked for its children."""
    inside = [range(helper.line, helper.end + 1) for helper in source.functions()]
    found = source.lines("argument", "self") + source.lines("name", "self._prev")
    return any(line in lines for line in found for lines in inside)


def _does_not_mean_the_visited(source):
    return not _means_the_visited(source)


def _walks_without_calling(source):
    return source.has("name", "_backward") and not source.has("call", "_backward")


def _only_seeds(source):
    return not source.has("name", "_backward") and not source.has("call")


def _never_sets_a_gradient(source):
    return source.has("call", "_backward") and not source.has("store", "grad")


def _does_nothing(source):
    return not source.has("call") and not source.has("store", "grad")


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
    "backward-self-in-the-helper": _means_the_visited,
    "backward-no-visited-set": _does_not_mean_the_visited,
    "backward-stops-at-children": _does_not_mean_the_visited,  # in sets, some graphs show the same
    "backward-reverse-gives-none": _calls_reverse,
    "backward-calls-itself": _calls_backward,
    "backward-no-seed": _never_sets_a_gradient,
    "backward-does-nothing": _does_nothing,
    "backward-clears-afterwards": _clears_behind,
    "backward-stops-after-one-step": _does_not_loop,
    "backward-forward-order": _loops,
    "backward-seeds-too-late": _seeds_after_loop,
    "backward-skips-own-step": _seeds_before_loop,
    "backward-binds-late": _calls_later,
    "backward-helper-never-called": _never_calls_its_helper,
    "backward-names-without-calling": _walks_without_calling,
    "backward-only-seeds": _only_seeds,
}
ALIKE = {
    "backward-gradient-stays-at-result": [
        "backward-seeds-too-late",
        "backward-skips-own-step",
        "backward-binds-late",
        "backward-helper-never-called",
        "backward-names-without-calling",
        "backward-only-seeds",
    ],
    "backward-no-gradient-at-all": [
        "backward-no-seed",
        "backward-clears-afterwards",
        "backward-does-nothing",
    ],
    "backward-every-way-again": ["backward-self-in-the-helper", "backward-no-visited-set"],
    "backward-gradient-stays-at-children": ["backward-stops-after-one-step", "backward-forward-order"],
}

STUDIES = (
    Unordered(
        exercise="backward",
        about="backward",
        probe=probe,
        parts=PARTS,
        in_any_order=install.method_in_sets,
        forms=install.FORMS,
        install=install.method,
        write=install.method_source,
        right=(reference.Value.backward,),
        **worded(Path(__file__).with_suffix(".toml"), MODELS, CLUES, ALIKE),
    ),
)
