"""What goes wrong in `update`."""

from pathlib import Path

from grader.misconceptions import Behaviour, look, plain, worded
from tests.first_loop.misconceptions import install, reference
from tests.first_loop.misconceptions.reference import Value

# --- what to look at ---------------------------------------------------------------------------

STEPS = (  # w, gradient, learning rate
    (5.0, 2.0, 0.5),
    (-1.0, -24.0, 0.1),
    (3.0, -4.0, 0.25),
    (0.5, 8.0, 0.01),
    (5, -3, 1),
    (2.0, 0.0, 0.5),
    (1.0, 0.25, 2.0),
    (2.0, 300.0, 0.5),
    (0.3, 7.0, 0.123456),  # more digits than anyone rounds to
)


def probe(modules):
    """Single steps from several places, with positive and negative gradients, and two steps in a row."""
    Value, update = modules("engine").Value, modules("training").update
    return (*(look(_step, Value, update, *step) for step in STEPS), look(_two_steps, Value, update))


def _step(Value, update, w, grad, lr):
    parameter = Value(w)
    parameter.grad = grad
    returned = update(parameter, lr)
    data = plain(parameter.data)
    # What update returns is left open, and tells something only where nothing has moved.
    return data, parameter.grad, plain(returned) if data == w else None


def _two_steps(Value, update):
    parameter = Value(1.0)
    parameter.grad = 3.0
    update(parameter, 0.1)
    update(parameter, 0.2)
    return parameter.data, parameter.grad


# --- the mistakes, each as it would be written ---------------------------------------------------


def ascent(w, lr):
    w.data += lr * w.grad


def no_rate(w, lr):
    w.data -= w.grad


def rate_twice(w, lr):
    w.data -= lr * lr * w.grad


def divided(w, lr):
    w.data -= w.grad / lr


def divided_the_other_way(w, lr):
    w.data -= lr / w.grad


def assigned_step(w, lr):
    w.data = lr * w.grad


def assigned_negative_step(w, lr):
    w.data = -lr * w.grad


def step_minus_data(w, lr):
    w.data = lr * w.grad - w.data


def subtracts_data(w, lr):
    w.data -= lr * w.data


def subtracts_rate(w, lr):
    w.data -= lr


def subtracts_sum(w, lr):
    w.data -= lr + w.grad


def multiplies(w, lr):
    w.data *= lr * w.grad


def times_data_too(w, lr):
    w.data -= lr * w.grad * w.data


def rate_taken_from_data(w, lr):
    w.data = (w.data - lr) * w.grad


def sign_only(w, lr):
    w.data -= lr if w.grad > 0 else -lr


def sign_only_with_zero(w, lr):
    if w.grad > 0:
        w.data -= lr
    elif w.grad < 0:
        w.data += lr


def always_down(w, lr):
    w.data -= lr * abs(w.grad)


def always_up(w, lr):
    w.data += lr * abs(w.grad)


def fixed_rate(w, lr):
    w.data -= 0.1 * w.grad


def page_rate(w, lr):
    w.data -= 0.02 * w.grad


def clips_at_one(w, lr):
    w.data -= lr * max(-1.0, min(1.0, w.grad))


def clips_at_five(w, lr):
    w.data -= lr * max(-5.0, min(5.0, w.grad))


def clips_at_ten(w, lr):
    w.data -= lr * max(-10.0, min(10.0, w.grad))


def clips_at_hundred(w, lr):
    w.data -= lr * max(-100.0, min(100.0, w.grad))


def clips_the_step(w, lr):
    w.data -= max(-1.0, min(1.0, lr * w.grad))


def percent(w, lr):
    w.data -= lr / 100 * w.grad


def rounds_to_one(w, lr):
    w.data = round(w.data - lr * w.grad, 1)


def rounds_to_two(w, lr):
    w.data = round(w.data - lr * w.grad, 2)


def rounds_to_three(w, lr):
    w.data = round(w.data - lr * w.grad, 3)


def rounds_to_four(w, lr):
    w.data = round(w.data - lr * w.grad, 4)


def rounds_the_step(w, lr):
    w.data -= round(lr * w.grad, 2)


def clears_grad(w, lr):
    w.data -= lr * w.grad
    w.grad = 0.0


def clears_grad_first(w, lr):
    w.grad = 0.0
    w.data -= lr * w.grad


def grad_for_data(w, lr):
    w.grad -= lr * w.data


def steps_in_grad(w, lr):
    w.grad -= lr * w.grad


def scales_grad(w, lr):
    w.grad *= lr
    w.data -= w.grad


def two_steps(w, lr):
    w.data -= lr * w.grad
    w.data -= lr * w.grad


def doubled_step(w, lr):
    w.data -= 2 * lr * w.grad


def ten_steps(w, lr):
    for _ in range(10):
        w.data -= lr * w.grad


def goes_backward(w, lr):
    w.backward()
    w.data -= lr * w.grad


def value_as_data(w, lr):
    w.data = w - lr * w.grad


def new_value(w, lr):
    w = Value(w.data - lr * w.grad)


def rebound(w, lr):
    w = w - lr * w.grad


def new_value_returned(w, lr):
    return Value(w.data - lr * w.grad)


def number_returned(w, lr):
    return w.data - lr * w.grad


def local_number(w, lr):
    data = w.data
    data -= lr * w.grad


MODELS = {
    "update-ascends": [ascent],
    "update-without-learning-rate": [no_rate],
    "update-learning-rate-twice": [rate_twice],
    "update-divides": [divided, divided_the_other_way],
    "update-assigns-step": [assigned_step, assigned_negative_step],
    "update-turned-around": [step_minus_data],
    "update-steps-by-data": [subtracts_data],
    "update-without-gradient": [subtracts_rate],
    "update-adds-rate-and-gradient": [subtracts_sum],
    "update-brackets-data-and-rate": [rate_taken_from_data],
    "update-multiplies-data": [multiplies, times_data_too],
    "update-sign-only": [sign_only, sign_only_with_zero],
    "update-ignores-sign": [always_down, always_up],
    "update-fixed-learning-rate": [fixed_rate],
    "update-learning-rate-of-the-page": [page_rate],
    "update-clips-gradient": [clips_at_one, clips_at_five, clips_at_ten, clips_at_hundred, clips_the_step],
    "update-rate-in-percent": [percent],
    "update-rounds": [rounds_to_one, rounds_to_two, rounds_to_three, rounds_to_four, rounds_the_step],
    "update-clears-gradient": [clears_grad],
    "update-clears-gradient-first": [clears_grad_first],
    "update-changes-gradient": [grad_for_data, steps_in_grad],
    "update-scales-gradient": [scales_grad],
    "update-several-steps": [two_steps, doubled_step, ten_steps],
    "update-goes-backward": [goes_backward],
    "update-data-is-a-value": [value_as_data],
    "update-replaces-w": [new_value, rebound, new_value_returned],
    "update-returns-instead": [number_returned],
    "update-local-number": [local_number],
}


def _makes_values(source):
    return source.has("call", "Value") or not source.has("name", "data")


def _reads_data_only(source):
    return source.has("name", "data") and not source.has("call", "Value")


CLUES = {"update-replaces-w": _makes_values, "update-local-number": _reads_data_only}
ALIKE = {"update-moves-nothing": list(CLUES)}

STUDIES = (
    Behaviour(
        exercise="update",
        about="update",
        probe=probe,
        install=install.function,
        write=install.function_source,
        right=(reference.update,),
        **worded(Path(__file__).with_suffix(".toml"), MODELS, CLUES, ALIKE),
    ),
)
