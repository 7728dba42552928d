"""Wrong versions of `train`, as they would be written. The engine and the loss that is handed in are right.

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


# --- how many turns ----------------------------------------------------------------------------------


def one_turn_too_few(parameter, loss, lr, steps):
    return [_turn(step, parameter, loss, lr) for step in range(steps - 1)]


def first_turn_left_out(parameter, loss, lr, steps):
    return [_turn(step, parameter, loss, lr) for step in range(1, steps)]


def one_turn_too_many(parameter, loss, lr, steps):
    return [_turn(step, parameter, loss, lr) for step in range(steps + 1)]


def one_turn_too_many_from_one(parameter, loss, lr, steps):
    return [_turn(step, parameter, loss, lr) for step in range(1, steps + 2)]


def always_ten(parameter, loss, lr, steps):
    return [_turn(step, parameter, loss, lr) for step in range(10)]


def always_sixteen(parameter, loss, lr, steps):
    return [_turn(step, parameter, loss, lr) for step in range(16)]


def returns_inside_the_loop(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        rows.append(_turn(step, parameter, loss, lr))
        return rows
    return rows


def loops_over_a_number(parameter, loss, lr, steps):
    rows = []
    for step in steps:
        rows.append(_turn(step, parameter, loss, lr))
    return rows


# --- stopping early ----------------------------------------------------------------------------------


def stops_when_rising(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        rows.append(_turn(step, parameter, loss, lr))
        if len(rows) > 1 and rows[-1][2] > rows[-2][2]:
            break
    return rows


def stops_before_the_rise_is_recorded(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        if rows and here.data > rows[-1][2]:
            break
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.data -= lr * parameter.grad
        parameter.grad = 0.0
    return rows


def stops_when_no_longer_falling(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        if len(rows) > 1 and rows[-1][2] >= rows[-2][2]:
            break
        here.backward()
        parameter.data -= lr * parameter.grad
        parameter.grad = 0.0
    return rows


def stops_when_small(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        rows.append(_turn(step, parameter, loss, lr))
        if rows[-1][2] < 0.01:
            break
    return rows


def stops_before_updating(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        if here.data < 0.01:
            return [*rows, (step, parameter.data, here.data)]
        rows.append(_turn(step, parameter, loss, lr))
    return rows


def skips_steps_uphill(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        old = parameter.data
        rows.append(_turn(step, parameter, loss, lr))
        if loss(parameter).data > rows[-1][2]:
            parameter.data = old
    return rows


# --- what is in a row --------------------------------------------------------------------------------


def final_row_added(parameter, loss, lr, steps):
    rows = [_turn(step, parameter, loss, lr) for step in range(steps)]
    return [*rows, (steps, parameter.data, loss(parameter).data)]


def steps_from_one(parameter, loss, lr, steps):
    return [_turn(step, parameter, loss, lr) for step in range(1, steps + 1)]


def steps_of_the_row(parameter, loss, lr, steps):
    return [(steps, *_turn(step, parameter, loss, lr)[1:]) for step in range(steps)]


def only_last_row(parameter, loss, lr, steps):
    for step in range(steps):
        rows = []
        rows.append(_turn(step, parameter, loss, lr))
    return rows


def last_row_bare(parameter, loss, lr, steps):
    return [_turn(step, parameter, loss, lr) for step in range(steps)][-1]


def nothing_returned(parameter, loss, lr, steps):
    for step in range(steps):
        _turn(step, parameter, loss, lr)


def no_rows(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        _turn(step, parameter, loss, lr)
    return rows


def parameter_returned(parameter, loss, lr, steps):
    for step in range(steps):
        _turn(step, parameter, loss, lr)
    return parameter


def final_number_returned(parameter, loss, lr, steps):
    for step in range(steps):
        _turn(step, parameter, loss, lr)
    return parameter.data


def rows_and_parameter(parameter, loss, lr, steps):
    return [_turn(step, parameter, loss, lr) for step in range(steps)], parameter


def parameter_and_rows(parameter, loss, lr, steps):
    rows = [_turn(step, parameter, loss, lr) for step in range(steps)]
    return parameter, rows


def rows_and_final_number(parameter, loss, lr, steps):
    return [_turn(step, parameter, loss, lr) for step in range(steps)], parameter.data


def losses_only(parameter, loss, lr, steps):
    return [_turn(step, parameter, loss, lr)[2] for step in range(steps)]


def without_step(parameter, loss, lr, steps):
    return [_turn(step, parameter, loss, lr)[1:] for step in range(steps)]


def without_value(parameter, loss, lr, steps):
    rows = [_turn(step, parameter, loss, lr) for step in range(steps)]
    return [(step, here) for step, _, here in rows]


def without_loss(parameter, loss, lr, steps):
    return [_turn(step, parameter, loss, lr)[:2] for step in range(steps)]


def gradient_too(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        here.backward()
        rows.append((step, parameter.data, here.data, parameter.grad))
        parameter.data -= lr * parameter.grad
        parameter.grad = 0.0
    return rows


def gradient_in_the_middle(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        here.backward()
        rows.append((step, parameter.data, parameter.grad, here.data))
        parameter.data -= lr * parameter.grad
        parameter.grad = 0.0
    return rows


def columns(parameter, loss, lr, steps):
    rows = [_turn(step, parameter, loss, lr) for step in range(steps)]
    return tuple(list(column) for column in zip(*rows, strict=True))


def as_dicts(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        _, value, here = _turn(step, parameter, loss, lr)
        rows.append({"step": step, "value": value, "loss": here})
    return rows


def dict_of_columns(parameter, loss, lr, steps):
    rows = {"step": [], "value": [], "loss": []}
    for step in range(steps):
        _, value, here = _turn(step, parameter, loss, lr)
        rows["step"].append(step)
        rows["value"].append(value)
        rows["loss"].append(here)
    return rows


def one_flat_list(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        rows.extend(_turn(step, parameter, loss, lr))
    return rows


def loss_before_value(parameter, loss, lr, steps):
    rows = [_turn(step, parameter, loss, lr) for step in range(steps)]
    return [(step, here, value) for step, value, here in rows]


def step_last(parameter, loss, lr, steps):
    rows = [_turn(step, parameter, loss, lr) for step in range(steps)]
    return [(value, here, step) for step, value, here in rows]


def gradient_for_value(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        here.backward()
        rows.append((step, parameter.grad, here.data))
        parameter.data -= lr * parameter.grad
        parameter.grad = 0.0
    return rows


def gradient_for_loss(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        here.backward()
        rows.append((step, parameter.data, parameter.grad))
        parameter.data -= lr * parameter.grad
        parameter.grad = 0.0
    return rows


def rounded_to_two(parameter, loss, lr, steps):
    rows = [_turn(step, parameter, loss, lr) for step in range(steps)]
    return [(step, round(value, 2), round(here, 2)) for step, value, here in rows]


def rounded_to_one(parameter, loss, lr, steps):
    rows = [_turn(step, parameter, loss, lr) for step in range(steps)]
    return [(step, round(value, 1), round(here, 1)) for step, value, here in rows]


def rounded_to_three(parameter, loss, lr, steps):
    rows = [_turn(step, parameter, loss, lr) for step in range(steps)]
    return [(step, round(value, 3), round(here, 3)) for step, value, here in rows]


def rounded_to_four(parameter, loss, lr, steps):
    rows = [_turn(step, parameter, loss, lr) for step in range(steps)]
    return [(step, round(value, 4), round(here, 4)) for step, value, here in rows]


def rounded_loss(parameter, loss, lr, steps):
    rows = [_turn(step, parameter, loss, lr) for step in range(steps)]
    return [(step, value, round(here, 2)) for step, value, here in rows]


def rounds_the_parameter(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        rows.append(_turn(step, parameter, loss, lr))
        parameter.data = round(parameter.data, 2)
    return rows


def as_text(parameter, loss, lr, steps):
    rows = [_turn(step, parameter, loss, lr) for step in range(steps)]
    return [f"{step} {value} {here}" for step, value, here in rows]


def loss_is_a_value(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here))
        here.backward()
        parameter.data -= lr * parameter.grad
        parameter.grad = 0.0
    return rows


def parameter_itself(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter, here.data))
        here.backward()
        parameter.data -= lr * parameter.grad
        parameter.grad = 0.0
    return rows


def both_are_values(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter, here))
        here.backward()
        parameter.data -= lr * parameter.grad
        parameter.grad = 0.0
    return rows


def one_row_for_all(parameter, loss, lr, steps):
    rows = []
    row = [0, 0.0, 0.0]
    for step in range(steps):
        row[0], row[1], row[2] = _turn(step, parameter, loss, lr)
        rows.append(row)
    return rows


def rows_multiplied(parameter, loss, lr, steps):
    rows = [[0, 0.0, 0.0]] * steps
    for step in range(steps):
        rows[step][0], rows[step][1], rows[step][2] = _turn(step, parameter, loss, lr)
    return rows


def one_row_that_grows(parameter, loss, lr, steps):
    rows = []
    row = []
    for step in range(steps):
        row.extend(_turn(step, parameter, loss, lr))
        rows.append(row)
    return rows


def all_after_the_update(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        loss(parameter).backward()
        parameter.data -= lr * parameter.grad
        parameter.grad = 0.0
        rows.append((step, parameter.data, loss(parameter).data))
    return rows


def value_after_the_update(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        here.backward()
        parameter.data -= lr * parameter.grad
        parameter.grad = 0.0
        rows.append((step, parameter.data, here.data))
    return rows


def loss_after_the_update(parameter, loss, lr, steps):
    rows = []
    for step in range(steps):
        before = parameter.data
        loss(parameter).backward()
        parameter.data -= lr * parameter.grad
        parameter.grad = 0.0
        rows.append((step, before, loss(parameter).data))
    return rows


def remembers_rows(parameter, loss, lr, steps, rows=[]):  # noqa: B006
    for step in range(steps):
        rows.append(_turn(step, parameter, loss, lr))
    return rows
