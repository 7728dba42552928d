"""Wrong versions of `train_with_decay`, as they would be written. The engine and the loss are right.

`_turn` is one right turn of the loop, at the rate that it is given; it returns that turn's row.
"""

from tests.absolute_loss.misconceptions.reference import Value, _turn, absolute_loss, train

# --- which rate ----------------------------------------------------------------------------------------


def decay_ignored(parameter, loss, lr, decay, steps):
    return [_turn(step, parameter, loss, lr) for step in range(steps)]


def decay_ignored_by_calling(parameter, loss, lr, decay, steps):
    return train(parameter, loss, lr, steps)


def rate_computed_and_dropped(parameter, loss, lr, decay, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        here.backward()
        rate = lr / (1 + decay * step)  # noqa: F841
        parameter.data -= lr * parameter.grad
        parameter.grad = 0.0
    return rows


def minus_for_division(parameter, loss, lr, decay, steps):
    return [_turn(step, parameter, loss, lr * (1 - decay * step)) for step in range(steps)]


def decay_taken_away(parameter, loss, lr, decay, steps):
    return [_turn(step, parameter, loss, lr - decay * step) for step in range(steps)]


def decay_taken_away_each_turn(parameter, loss, lr, decay, steps):
    rows = []
    for step in range(steps):
        rows.append(_turn(step, parameter, loss, lr))
        lr -= decay
    return rows


def share_taken_away_each_turn(parameter, loss, lr, decay, steps):
    rows = []
    for step in range(steps):
        rows.append(_turn(step, parameter, loss, lr))
        lr -= lr * decay
    return rows


def without_the_one(parameter, loss, lr, decay, steps):
    return [_turn(step, parameter, loss, lr / (decay * step)) for step in range(steps)]


def without_the_one_from_one(parameter, loss, lr, decay, steps):
    return [_turn(step, parameter, loss, lr / (decay * (step + 1))) for step in range(steps)]


def without_the_one_but_at_the_start(parameter, loss, lr, decay, steps):
    rows = []
    for step in range(steps):
        rate = lr if step == 0 else lr / (decay * step)
        rows.append(_turn(step, parameter, loss, rate))
    return rows


def step_below_the_line(parameter, loss, lr, decay, steps):
    return [_turn(step, parameter, loss, lr / step) for step in range(steps)]


def brackets_missing(parameter, loss, lr, decay, steps):
    return [_turn(step, parameter, loss, lr / 1 + decay * step) for step in range(steps)]


def brackets_missing_in_the_step(parameter, loss, lr, decay, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.data -= lr / 1 + decay * step * parameter.grad
        parameter.grad = 0.0
    return rows


def rate_below_the_line_with_the_gradient(parameter, loss, lr, decay, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.data -= lr / ((1 + decay * step) * parameter.grad)
        parameter.grad = 0.0
    return rows


def one_and_decay_first(parameter, loss, lr, decay, steps):
    return [_turn(step, parameter, loss, lr / (1 + decay) * step) for step in range(steps)]


def sum_times_step(parameter, loss, lr, decay, steps):
    return [_turn(step, parameter, loss, lr / ((1 + decay) * step)) for step in range(steps)]


def divided_by_decay_times_step(parameter, loss, lr, decay, steps):
    return [_turn(step, parameter, loss, lr / decay * step) for step in range(steps)]


def multiplied(parameter, loss, lr, decay, steps):
    return [_turn(step, parameter, loss, lr * (1 + decay * step)) for step in range(steps)]


def step_added(parameter, loss, lr, decay, steps):
    return [_turn(step, parameter, loss, lr / (1 + decay + step)) for step in range(steps)]


def decay_without_step(parameter, loss, lr, decay, steps):
    return [_turn(step, parameter, loss, lr / (1 + decay)) for step in range(steps)]


def step_without_decay(parameter, loss, lr, decay, steps):
    return [_turn(step, parameter, loss, lr / (1 + step)) for step in range(steps)]


def all_steps_for_step(parameter, loss, lr, decay, steps):
    return [_turn(step, parameter, loss, lr / (1 + decay * steps)) for step in range(steps)]


def one_rate_for_all(parameter, loss, lr, decay, steps):
    return train(parameter, loss, lr / (1 + decay * steps), steps)


def share_of_steps(parameter, loss, lr, decay, steps):
    return [_turn(step, parameter, loss, lr / (1 + decay * step / steps)) for step in range(steps)]


def share_of_steps_left(parameter, loss, lr, decay, steps):
    return [_turn(step, parameter, loss, lr * (1 - step / steps)) for step in range(steps)]


def decay_to_the_step(parameter, loss, lr, decay, steps):
    return [_turn(step, parameter, loss, lr * decay**step) for step in range(steps)]


def decay_to_the_step_each_turn(parameter, loss, lr, decay, steps):
    rows = []
    for step in range(steps):
        rows.append(_turn(step, parameter, loss, lr))
        lr *= decay
    return rows


def power_for_product(parameter, loss, lr, decay, steps):
    return [_turn(step, parameter, loss, lr / (1 + decay**step)) for step in range(steps)]


def sum_to_the_step(parameter, loss, lr, decay, steps):
    return [_turn(step, parameter, loss, lr / (1 + decay) ** step) for step in range(steps)]


def rest_to_the_step(parameter, loss, lr, decay, steps):
    return [_turn(step, parameter, loss, lr * (1 - decay) ** step) for step in range(steps)]


def exponential(parameter, loss, lr, decay, steps):
    from math import exp

    return [_turn(step, parameter, loss, lr * exp(-decay * step)) for step in range(steps)]


def square_of_step(parameter, loss, lr, decay, steps):
    return [_turn(step, parameter, loss, lr / (1 + decay * step**2)) for step in range(steps)]


def decay_for_the_one(parameter, loss, lr, decay, steps):
    return [_turn(step, parameter, loss, lr / (decay + step)) for step in range(steps)]


def root_of_step(parameter, loss, lr, decay, steps):
    return [_turn(step, parameter, loss, lr / (1 + decay * step) ** 0.5) for step in range(steps)]


def steps_counted_from_one(parameter, loss, lr, decay, steps):
    return [_turn(step, parameter, loss, lr / (1 + decay * (step + 1))) for step in range(steps)]


def rows_and_rate_from_one(parameter, loss, lr, decay, steps):
    return [_turn(step, parameter, loss, lr / (1 + decay * step)) for step in range(1, steps + 1)]


def one_step_late(parameter, loss, lr, decay, steps):
    return [_turn(step, parameter, loss, lr / (1 + decay * max(0, step - 1))) for step in range(steps)]


def compounds(parameter, loss, lr, decay, steps):
    rows = []
    for step in range(steps):
        lr = lr / (1 + decay * step)
        rows.append(_turn(step, parameter, loss, lr))
    return rows


def compounds_after_the_step(parameter, loss, lr, decay, steps):
    rows = []
    for step in range(steps):
        rows.append(_turn(step, parameter, loss, lr))
        lr /= 1 + decay * step
    return rows


def compounds_after_the_step_from_one(parameter, loss, lr, decay, steps):
    rows = []
    for step in range(steps):
        rows.append(_turn(step, parameter, loss, lr))
        lr /= 1 + decay * (step + 1)
    return rows


def compounds_without_step(parameter, loss, lr, decay, steps):
    rows = []
    for step in range(steps):
        lr = lr / (1 + decay)
        rows.append(_turn(step, parameter, loss, lr))
    return rows


def compounds_from_one(parameter, loss, lr, decay, steps):
    rows = []
    for step in range(steps):
        lr = lr / (1 + decay * (step + 1))
        rows.append(_turn(step, parameter, loss, lr))
    return rows


def rate_rounded(parameter, loss, lr, decay, steps):
    return [_turn(step, parameter, loss, round(lr / (1 + decay * step), 2)) for step in range(steps)]


def whole_division(parameter, loss, lr, decay, steps):
    return [_turn(step, parameter, loss, lr // (1 + decay * step)) for step in range(steps)]


def fixed_decay(parameter, loss, lr, decay, steps):
    return [_turn(step, parameter, loss, lr / (1 + 0.5 * step)) for step in range(steps)]


def fixed_rate(parameter, loss, lr, decay, steps):
    return [_turn(step, parameter, loss, 0.2 / (1 + decay * step)) for step in range(steps)]


def never_below(parameter, loss, lr, decay, steps):
    return [_turn(step, parameter, loss, max(0.1, lr / (1 + decay * step))) for step in range(steps)]


# --- decay of something else -----------------------------------------------------------------------------


def taken_from_the_gradient(parameter, loss, lr, decay, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.data -= lr * (parameter.grad - decay * step)
        parameter.grad = 0.0
    return rows


def gradient_times_decay(parameter, loss, lr, decay, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.data -= lr * parameter.grad * decay
        parameter.grad = 0.0
    return rows


def gradient_kept_in_part(parameter, loss, lr, decay, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.data -= lr * parameter.grad
        parameter.grad = parameter.grad / (1 + decay * step)
    parameter.grad = 0.0
    return rows


def gradient_kept_in_part_without_step(parameter, loss, lr, decay, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.data -= lr * parameter.grad
        parameter.grad *= decay
    parameter.grad = 0.0
    return rows


def gradient_divided_and_kept(parameter, loss, lr, decay, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.grad = parameter.grad / (1 + decay * step)
        parameter.data -= lr * parameter.grad
    return rows


def both_rate_and_gradient(parameter, loss, lr, decay, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.grad = parameter.grad / (1 + decay * step)
        parameter.data -= lr / (1 + decay * step) * parameter.grad
        parameter.grad = 0.0
    return rows


def parameter_shrinks(parameter, loss, lr, decay, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.data -= lr * parameter.grad
        parameter.data /= 1 + decay * step
        parameter.grad = 0.0
    return rows


def parameter_divided_after_its_step(parameter, loss, lr, decay, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.data = (parameter.data - lr * parameter.grad) / (1 + decay * step)
        parameter.grad = 0.0
    return rows


def weight_decay(parameter, loss, lr, decay, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.data -= lr * (parameter.grad + decay * parameter.data)
        parameter.grad = 0.0
    return rows


def loss_shrinks(parameter, loss, lr, decay, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter) / (1 + decay * step)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.data -= lr * parameter.grad
        parameter.grad = 0.0
    return rows


def lowered_when_rising(parameter, loss, lr, decay, steps):
    rows = []
    for step in range(steps):
        rows.append(_turn(step, parameter, loss, lr))
        if len(rows) > 1 and rows[-1][2] > rows[-2][2]:
            lr = lr / (1 + decay)
    return rows


# --- by calling `train` ----------------------------------------------------------------------------------


def train_for_each_step(parameter, loss, lr, decay, steps):
    rows = []
    for step in range(steps):
        rows += train(parameter, loss, lr / (1 + decay * step), 1)
    return rows


def train_for_each_step_appended(parameter, loss, lr, decay, steps):
    rows = []
    for step in range(steps):
        rows.append(train(parameter, loss, lr / (1 + decay * step), 1))
    return rows


def train_whole_in_every_step(parameter, loss, lr, decay, steps):
    rows = []
    for step in range(steps):
        rows += train(parameter, loss, lr / (1 + decay * step), steps)
    return rows


def train_whole_and_last_kept(parameter, loss, lr, decay, steps):
    for step in range(steps):
        rows = train(parameter, loss, lr / (1 + decay * step), steps)
    return rows


# --- slips of the loop, made here only ---------------------------------------------------------------------


def no_reset(parameter, loss, lr, decay, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.data -= lr / (1 + decay * step) * parameter.grad
    return rows


def reset_after_the_loop(parameter, loss, lr, decay, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.data -= lr / (1 + decay * step) * parameter.grad
    parameter.grad = 0.0
    return rows


def reset_before_backward(parameter, loss, lr, decay, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        parameter.grad = 0.0
        here.backward()
        parameter.data -= lr / (1 + decay * step) * parameter.grad
    return rows


def reset_too_early(parameter, loss, lr, decay, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.grad = 0.0
        parameter.data -= lr / (1 + decay * step) * parameter.grad
    return rows


def no_backward(parameter, loss, lr, decay, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        parameter.data -= lr / (1 + decay * step) * parameter.grad
        parameter.grad = 0.0
    return rows


def result_of_backward(parameter, loss, lr, decay, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        parameter.data -= lr / (1 + decay * step) * here.backward()
        parameter.grad = 0.0
    return rows


def stale_graph(parameter, loss, lr, decay, steps):
    rows = []
    here = loss(parameter)
    for step in range(steps):
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.data -= lr / (1 + decay * step) * parameter.grad
        parameter.grad = 0.0
    return rows


def stale_graph_fresh_loss(parameter, loss, lr, decay, steps):
    rows = []
    here = loss(parameter)
    for step in range(steps):
        rows.append((step, parameter.data, loss(parameter).data))
        here.backward()
        parameter.data -= lr / (1 + decay * step) * parameter.grad
        parameter.grad = 0.0
    return rows


def function_lost(parameter, loss, lr, decay, steps):
    rows = []
    for step in range(steps):
        loss = loss(parameter)
        rows.append((step, parameter.data, loss.data))
        loss.backward()
        parameter.data -= lr / (1 + decay * step) * parameter.grad
        parameter.grad = 0.0
    return rows


def loss_of_the_number(parameter, loss, lr, decay, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter.data)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.data -= lr / (1 + decay * step) * parameter.grad
        parameter.grad = 0.0
    return rows


def own_absolute_loss(parameter, loss, lr, decay, steps):
    rows = []
    for step in range(steps):
        here = absolute_loss(parameter, 3.0, 11.0)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.data -= lr / (1 + decay * step) * parameter.grad
        parameter.grad = 0.0
    return rows


def uphill(parameter, loss, lr, decay, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.data += lr / (1 + decay * step) * parameter.grad
        parameter.grad = 0.0
    return rows


def rate_without_gradient(parameter, loss, lr, decay, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        rows.append((step, parameter.data, here.data))
        here.backward()
        parameter.data -= lr / (1 + decay * step)
        parameter.grad = 0.0
    return rows


def works_on_a_copy(parameter, loss, lr, decay, steps):
    parameter = Value(parameter.data)
    return [_turn(step, parameter, loss, lr / (1 + decay * step)) for step in range(steps)]


def one_turn_too_few(parameter, loss, lr, decay, steps):
    return [_turn(step, parameter, loss, lr / (1 + decay * step)) for step in range(steps - 1)]


def one_turn_too_many(parameter, loss, lr, decay, steps):
    return [_turn(step, parameter, loss, lr / (1 + decay * step)) for step in range(steps + 1)]


def first_turn_left_out(parameter, loss, lr, decay, steps):
    return [_turn(step, parameter, loss, lr / (1 + decay * step)) for step in range(1, steps)]


def rows_from_one(parameter, loss, lr, decay, steps):
    rows = [_turn(step, parameter, loss, lr / (1 + decay * step)) for step in range(steps)]
    return [(step + 1, value, here) for step, value, here in rows]


def returns_inside_the_loop(parameter, loss, lr, decay, steps):
    rows = []
    for step in range(steps):
        rows.append(_turn(step, parameter, loss, lr / (1 + decay * step)))
        return rows
    return rows


def nothing_returned(parameter, loss, lr, decay, steps):
    for step in range(steps):
        _turn(step, parameter, loss, lr / (1 + decay * step))


def rate_in_the_rows(parameter, loss, lr, decay, steps):
    rows = []
    for step in range(steps):
        rate = lr / (1 + decay * step)
        rows.append((*_turn(step, parameter, loss, rate), rate))
    return rows


def rate_for_the_loss(parameter, loss, lr, decay, steps):
    rows = []
    for step in range(steps):
        rate = lr / (1 + decay * step)
        rows.append((*_turn(step, parameter, loss, rate)[:2], rate))
    return rows


def all_after_the_update(parameter, loss, lr, decay, steps):
    rows = []
    for step in range(steps):
        loss(parameter).backward()
        parameter.data -= lr / (1 + decay * step) * parameter.grad
        parameter.grad = 0.0
        rows.append((step, parameter.data, loss(parameter).data))
    return rows


def value_after_the_update(parameter, loss, lr, decay, steps):
    rows = []
    for step in range(steps):
        here = loss(parameter)
        here.backward()
        parameter.data -= lr / (1 + decay * step) * parameter.grad
        parameter.grad = 0.0
        rows.append((step, parameter.data, here.data))
    return rows


def rounded(parameter, loss, lr, decay, steps):
    rows = [_turn(step, parameter, loss, lr / (1 + decay * step)) for step in range(steps)]
    return [(step, round(value, 2), round(here, 2)) for step, value, here in rows]


def one_row_for_all(parameter, loss, lr, decay, steps):
    rows = []
    row = [0, 0.0, 0.0]
    for step in range(steps):
        row[0], row[1], row[2] = _turn(step, parameter, loss, lr / (1 + decay * step))
        rows.append(row)
    return rows


def stops_when_rising(parameter, loss, lr, decay, steps):
    rows = []
    for step in range(steps):
        rows.append(_turn(step, parameter, loss, lr / (1 + decay * step)))
        if len(rows) > 1 and rows[-1][2] > rows[-2][2]:
            break
    return rows


def remembers_rows(parameter, loss, lr, decay, steps, rows=[]):  # noqa: B006
    for step in range(steps):
        rows.append(_turn(step, parameter, loss, lr / (1 + decay * step)))
    return rows
