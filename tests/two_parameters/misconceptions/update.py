"""What goes wrong in `update`, one step for each of several parameters."""

from pathlib import Path

from grader.misconceptions import Behaviour, look, plain, worded
from tests.two_parameters.misconceptions import install, reference
from tests.two_parameters.misconceptions import wrong_updates as wrong

# --- what to look at ---------------------------------------------------------------------------

STEPS = (  # (data, gradient) of each parameter, and the learning rate; never as many as two at first
    ([(5.0, 2.0), (-1.0, -24.0), (0.5, 8.0)], 0.25),
    ([(3.0, -4.0)], 0.5),
    ([(-1.0, 17.0), (2.0, -6.0)], 0.1),
    ([(5, -3), (2, 0.25), (-7, 1), (1, 4)], 0.01),
    ([(1.0, 0.0), (2.0, 300.0), (-2.0, 0.75)], 2.0),
)


def probe(modules):
    """Single steps of lists of several lengths, with gradients of both signs, and two steps in a row."""
    Value, update = modules("engine").Value, modules("regression").update
    return (*(look(_step, Value, update, *step) for step in STEPS), look(_two_steps, Value, update))


def _step(Value, update, numbers, lr):
    parameters = [_parameter(Value, data, grad) for data, grad in numbers]
    returned = update(list(parameters), lr)
    data = [plain(p.data) for p in parameters]
    # What update returns is left open, and tells something only where nothing has moved.
    still = data == [number for number, _ in numbers]
    return data, [plain(p.grad) for p in parameters], plain(returned) if still else None


def _two_steps(Value, update):
    parameters = [_parameter(Value, data, grad) for data, grad in ((1.0, 3.0), (-2.0, 0.5), (4.0, -1.0))]
    update(parameters, 0.1)
    update(parameters, 0.2)
    return [(p.data, p.grad) for p in parameters]


def _parameter(Value, data, grad):
    parameter = Value(data)
    parameter.grad = grad
    return parameter


# --- the mistakes ----------------------------------------------------------------------------------

MODELS = {
    "update-only-the-first": [wrong.returns_in_the_loop, wrong.first_by_index],
    "update-only-the-last": [wrong.last_only, wrong.last_by_index],
    "update-leaves-one-out": [wrong.all_but_the_last, wrong.all_but_the_first],
    "update-index-too-large": [wrong.one_index_too_many, wrong.counted_from_one],
    "update-only-for-two": [wrong.unpacked_as_two, wrong.two_by_index, wrong.first_two],
    "update-rebinds-two-names": [
        wrong.unpacked_and_rebound,
        wrong.unpacked_and_made_anew,
        wrong.taken_by_index_and_rebound,
    ],
    "update-returns-two": [
        wrong.unpacked_and_returned,
        wrong.unpacked_and_returned_anew,
        wrong.taken_by_index_and_returned,
    ],
    "update-takes-one-value": [wrong.takes_one_value],
    "update-one-gradient-for-all": [wrong.gradient_of_the_first, wrong.gradient_of_the_last],
    "update-mixes-gradients": [
        wrong.sum_of_gradients,
        wrong.mean_of_gradients,
        wrong.running_sum_of_gradients,
    ],
    "update-gradients-swapped": [wrong.turned_list],
    "update-shares-the-step": [wrong.step_shared_out],
    "update-learning-rate-shrinks": [wrong.rate_shrinks_along_the_list],
    "update-steps-of-one-length": [wrong.step_of_unit_length],
    "update-several-steps": [wrong.once_for_each_parameter, wrong.two_steps, wrong.ten_steps],
    "update-ascends": [wrong.ascent],
    "update-without-learning-rate": [wrong.no_rate],
    "update-learning-rate-twice": [wrong.rate_twice],
    "update-divides": [wrong.divided, wrong.divided_the_other_way],
    "update-assigns-step": [wrong.assigned_step, wrong.assigned_negative_step],
    "update-turned-around": [wrong.step_minus_data],
    "update-steps-by-data": [wrong.subtracts_data],
    "update-without-gradient": [wrong.subtracts_rate, wrong.adds_the_rate],
    "update-adds-rate-and-gradient": [wrong.subtracts_rate_and_gradient],
    "update-multiplies-data": [wrong.multiplies_data, wrong.times_data_too],
    "update-sign-only": [wrong.sign_only, wrong.sign_only_with_zero],
    "update-ignores-sign": [wrong.always_down, wrong.only_where_positive],
    "update-fixed-learning-rate": [wrong.fixed_rate],
    "update-clips-gradient": [wrong.clips_at_one, wrong.clips_at_five, wrong.clips_at_ten],
    "update-clears-gradient": [
        wrong.clears_grad,
        wrong.clears_grad_of_the_last,
        wrong.clears_grad_to_none,
    ],
    "update-clears-gradient-first": [wrong.clears_grad_first],
    "update-changes-gradient": [wrong.steps_in_grad, wrong.data_into_grad],
    "update-scales-gradient": [wrong.scales_grad],
    "update-goes-backward": [wrong.goes_backward],
    "update-data-is-a-value": [wrong.value_as_data],
    "update-replaces-parameters": [
        wrong.loop_name_rebound,
        wrong.loop_name_shrunk,
        wrong.loop_name_made_anew,
        wrong.list_gets_new_values,
        wrong.list_gets_differences,
    ],
    "update-local-numbers": [
        wrong.local_numbers,
        wrong.list_of_numbers_shrunk,
        wrong.list_gets_numbers,
    ],
    "update-returns-instead": [
        wrong.numbers_returned,
        wrong.new_values_returned,
        wrong.differences_returned,
        wrong.appended_to_a_new_list,
    ],
    "update-moves-copies": [wrong.copies_moved],
}


def _makes_values(source):
    steps = source.has("call", "Value") or (source.has("name", "grad") and not source.has("name", "data"))
    return steps and not _moves_data(source)


def _reads_data_only(source):
    return source.has("name", "data") and not source.has("call", "Value") and not _moves_data(source)


def _moves_data(source):
    return source.has("store", "data")


def _moves_copies(source):
    return source.has("call", "Value") and _moves_data(source)


CLUES = {
    "update-replaces-parameters": _makes_values,
    "update-local-numbers": _reads_data_only,
    "update-moves-copies": _moves_copies,
}
ALIKE = {"update-moves-nothing": list(CLUES)}

STUDIES = (
    Behaviour(
        exercise="update",
        about="update",
        probe=probe,
        install=install.function,
        write=install.source,
        right=(reference.update,),
        **worded(Path(__file__).with_suffix(".toml"), MODELS, CLUES, ALIKE),
    ),
)
