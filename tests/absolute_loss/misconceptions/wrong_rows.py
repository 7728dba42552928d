"""Wrong versions of `train` that move as they should, and differ in what they record or how often.

`_turn` is one right turn of the loop; it returns that turn's row.
"""

from tests.absolute_loss.misconceptions.reference import _turn

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
