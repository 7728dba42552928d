"""Wrong versions of `train`, in how the parameter moves. The engine and the loss that is handed in are right.

`_turn` is one right turn of the loop; it returns that turn's row.
"""

from tests.absolute_loss.misconceptions.reference import Value, _turn, absolute_loss, squared_loss

# --- resets ----------------------------------------------------------------------------------------


def no_reset(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.data -= lr * parameter.grad
    return rows


def reset_after_the_loop(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.data -= lr * parameter.grad
    parameter.grad = 0.0
    return rows


def reset_before_the_loop(parameter, loss, lr, steps):
    rows = []
    parameter.grad = 0.0
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.data -= lr * parameter.grad
    return rows


def gradient_of_the_loss_reset(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.data -= lr * parameter.grad
        here.grad = 0.0
    return rows


def reset_too_early(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.grad = 0.0
        parameter.data -= lr * parameter.grad
    return rows


def reset_before_backward(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        parameter.grad = 0.0
        here.backward()
        parameter.data -= lr * parameter.grad
    return rows


def reset_to_none(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.data -= lr * parameter.grad
        parameter.grad = None
    return rows


def data_reset(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.data -= lr * parameter.grad
        parameter.data = 0.0
    return rows


# --- parts left out, or in the wrong order ---------------------------------------------------------


def no_backward(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        parameter.data -= lr * parameter.grad
        parameter.grad = 0.0
    return rows


def no_update(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.grad = 0.0
    return rows


def no_update_no_reset(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        here.backward()
    return rows


def update_first(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        parameter.data -= lr * parameter.grad
        here.backward()
        parameter.grad = 0.0
    return rows


def update_one_turn_late(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        parameter.data -= lr * parameter.grad
        parameter.grad = 0.0
        here.backward()
    return rows


def stale_graph(parameter, loss, lr, steps):
    rows = []
    here = loss(parameter)
    for step in range(steps):
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.data -= lr * parameter.grad
        parameter.grad = 0.0
    return rows


def stale_graph_no_reset(parameter, loss, lr, steps):
    rows = []
    here = loss(parameter)
    for step in range(steps):
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.data -= lr * parameter.grad
    return rows


def stale_graph_fresh_loss(parameter, loss, lr, steps):
    rows = []
    here = loss(parameter)
    for step in range(steps):
        rows.append((step, parameter.data, loss(parameter).data))
        here.backward()
        parameter.data -= lr * parameter.grad
        parameter.grad = 0.0
    return rows


def one_gradient_for_all(parameter, loss, lr, steps):
    rows = []
    loss(parameter).backward()
    for step in range(steps):
        rows.append((step, parameter.data, loss(parameter).data))
        parameter.data -= lr * parameter.grad
    parameter.grad = 0.0
    return rows


def one_gradient_and_loss_for_all(parameter, loss, lr, steps):
    rows = []
    here = loss(parameter)
    here.backward()
    for step in range(steps):
        rows.append((step, parameter.data, here.data))
        parameter.data -= lr * parameter.grad
    parameter.grad = 0.0
    return rows


def moved_at_the_end(parameter, loss, lr, steps):
    rows = []
    now = parameter.data
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, now, here.data))
        here.backward()
        now -= lr * parameter.grad
        parameter.grad = 0.0
    parameter.data = now
    return rows


def result_of_backward(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        parameter.data -= lr * here.backward()
        parameter.grad = 0.0
    return rows


def updated_twice(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.data -= lr * parameter.grad
        parameter.data -= lr * parameter.grad
        parameter.grad = 0.0
    return rows


def two_turns_a_row(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        rows.append(_turn(step, parameter, loss, lr))
        _turn(step, parameter, loss, lr)
    return rows


def one_graph_backward_twice(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        here.backward()
        here.backward()
        parameter.data -= lr * parameter.grad
        parameter.grad = 0.0
    return rows


def two_graphs_backward(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        loss(parameter).backward()
        here = loss(parameter)
        here.backward()
        rows.append((step, parameter.data, here.data))
        parameter.data -= lr * parameter.grad
        parameter.grad = 0.0
    return rows


# --- the loss ----------------------------------------------------------------------------------------


def function_lost(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        loss = loss(parameter)
        rows.append((step, parameter.data, loss.data))
        loss.backward()
        parameter.data -= lr * parameter.grad
        parameter.grad = 0.0
    return rows


def loss_of_the_number(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter.data)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.data -= lr * parameter.grad
        parameter.grad = 0.0
    return rows


def loss_of_the_number_as_number(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter.data)
        rows.append((step, parameter.data, here))
        here.backward()
        parameter.data -= lr * parameter.grad
        parameter.grad = 0.0
    return rows


def loss_of_the_number_without_backward(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        rows.append((step, parameter.data, loss(parameter.data)))
        parameter.data -= lr * parameter.grad
        parameter.grad = 0.0
    return rows


def loss_of_the_number_in_the_rows(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        rows.append((step, parameter.data, loss(parameter.data).data))
        loss(parameter).backward()
        parameter.data -= lr * parameter.grad
        parameter.grad = 0.0
    return rows


def number_of_the_number_in_the_rows(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        rows.append((step, parameter.data, loss(parameter.data)))
        loss(parameter).backward()
        parameter.data -= lr * parameter.grad
        parameter.grad = 0.0
    return rows


def loss_of_a_copy(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(Value(parameter.data))
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.data -= lr * parameter.grad
        parameter.grad = 0.0
    return rows


def loss_of_a_value_in_a_value(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(Value(parameter))
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.data -= lr * parameter.grad
        parameter.grad = 0.0
    return rows


def loss_never_called(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        rows.append((step, parameter.data, loss.data))
        loss.backward()
        parameter.data -= lr * parameter.grad
        parameter.grad = 0.0
    return rows


def function_goes_backward(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        rows.append((step, parameter.data, loss(parameter).data))
        loss.backward()
        parameter.data -= lr * parameter.grad
        parameter.grad = 0.0
    return rows


def parameter_goes_backward(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        parameter.backward()
        parameter.data -= lr * parameter.grad
        parameter.grad = 0.0
    return rows


def data_goes_backward(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter).data
        rows.append((step, parameter.data, here))
        here.backward()
        parameter.data -= lr * parameter.grad
        parameter.grad = 0.0
    return rows


def loss_without_arguments(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss()
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.data -= lr * parameter.grad
        parameter.grad = 0.0
    return rows


def loss_with_a_point(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter, 3.0, 11.0)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.data -= lr * parameter.grad
        parameter.grad = 0.0
    return rows


def own_squared_loss(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = squared_loss(parameter, 3.0, 11.0)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.data -= lr * parameter.grad
        parameter.grad = 0.0
    return rows


def own_absolute_loss(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = absolute_loss(parameter, 3.0, 11.0)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.data -= lr * parameter.grad
        parameter.grad = 0.0
    return rows


def own_loss_of_the_page(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = absolute_loss(parameter, 2.0, 1.0)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.data -= lr * parameter.grad
        parameter.grad = 0.0
    return rows


# --- the step ----------------------------------------------------------------------------------------


def uphill(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.data += lr * parameter.grad
        parameter.grad = 0.0
    return rows


def no_rate(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.data -= parameter.grad
        parameter.grad = 0.0
    return rows


def rate_without_gradient(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.data -= lr
        parameter.grad = 0.0
    return rows


def data_for_gradient(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.data -= lr * parameter.data
        parameter.grad = 0.0
    return rows


def loss_for_gradient(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.data -= lr * here.data
        parameter.grad = 0.0
    return rows


def gradient_of_the_loss(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.data -= lr * here.grad
        parameter.grad = 0.0
    return rows


def sign_of_the_gradient(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        here.backward()
        if parameter.grad > 0:
            parameter.data -= lr
        else:
            parameter.data += lr
        parameter.grad = 0.0
    return rows


def size_of_the_gradient(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.data -= lr * abs(parameter.grad)
        parameter.grad = 0.0
    return rows


def divided_by_rate(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.data -= parameter.grad / lr
        parameter.grad = 0.0
    return rows


def step_stored(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.data = -lr * parameter.grad
        parameter.grad = 0.0
    return rows


def step_stored_uphill(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.data = lr * parameter.grad
        parameter.grad = 0.0
    return rows


def fixed_rate(parameter, loss, lr, steps):
    return [_turn(step, parameter, loss, 0.1) for step in range(steps)]


def fixed_rate_of_the_squared_loss(parameter, loss, lr, steps):
    return [_turn(step, parameter, loss, 0.02) for step in range(steps)]


def fixed_rate_set(parameter, loss, lr, steps):
    lr = 0.1
    return [_turn(step, parameter, loss, lr) for step in range(steps)]


def fixed_rate_of_the_page(parameter, loss, lr, steps):
    return [_turn(step, parameter, loss, 0.2) for step in range(steps)]


def rate_shrinks(parameter, loss, lr, steps):
    return [_turn(step, parameter, loss, lr / (1 + step)) for step in range(steps)]


def rate_halves(parameter, loss, lr, steps):
    return [_turn(step, parameter, loss, lr * 0.5**step) for step in range(steps)]


def rate_decays(parameter, loss, lr, steps):
    return [_turn(step, parameter, loss, lr / (1 + 0.5 * step)) for step in range(steps)]


def rate_shrinks_when_rising(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        rows.append(_turn(step, parameter, loss, lr))
        if len(rows) > 1 and rows[-1][2] > rows[-2][2]:
            lr = lr / 2
    return rows


def clips_at_one(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.data -= lr * max(-1.0, min(1.0, parameter.grad))
        parameter.grad = 0.0
    return rows


def clips_at_ten(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.data -= lr * max(-10.0, min(10.0, parameter.grad))
        parameter.grad = 0.0
    return rows


# --- another parameter -------------------------------------------------------------------------------


def works_on_a_copy(parameter, loss, lr, steps):
    parameter = Value(parameter.data)
    return [_turn(step, parameter, loss, lr) for step in range(steps)]


def numbers_each_turn(parameter, loss, lr, steps):
    rows = []
    now = parameter.data
    for step in range(steps):
        copy = Value(now)
        here = loss(copy)
        rows.append((step, now, here.data))
        here.backward()
        now -= lr * copy.grad
    return rows


def new_value_each_turn(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter = Value(parameter.data - lr * parameter.grad)
    return rows


def local_number_shrunk(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        here.backward()
        now = parameter.data
        now -= lr * parameter.grad
        parameter.grad = 0.0
    return rows


def rebound_each_turn(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter = parameter - lr * parameter.grad
        parameter.grad = 0.0
    return rows


def rebound_in_short(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter -= lr * parameter.grad
        parameter.grad = 0.0
    return rows


def number_for_the_parameter(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter = parameter.data - lr * parameter.grad
    return rows


def new_value_as_reset(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.data -= lr * parameter.grad
        parameter = Value(parameter.data)
    return rows


def value_in_data(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.data = parameter - lr * parameter.grad
        parameter.grad = 0.0
    return rows


def starts_over(parameter, loss, lr, steps):
    rows = []
    start = parameter.data
    for step in range(steps):
        parameter.data = start
        rows.append(_turn(step, parameter, loss, lr))
    return rows


def starts_at_two(parameter, loss, lr, steps):
    parameter.data = 2.0
    return [_turn(step, parameter, loss, lr) for step in range(steps)]


def starts_at_two_anew(parameter, loss, lr, steps):
    parameter = Value(2.0)
    return [_turn(step, parameter, loss, lr) for step in range(steps)]


def starts_at_zero(parameter, loss, lr, steps):
    parameter.data = 0.0
    return [_turn(step, parameter, loss, lr) for step in range(steps)]
