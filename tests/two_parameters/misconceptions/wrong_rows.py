"""Wrong versions of `train` that learn as they should, and differ in what they record or how often.

`_turn` is one right turn of the loop; it returns that turn's row.
"""

from tests.two_parameters.misconceptions.reference import _turn, gradients, mean_squared_loss, update

# --- the wrong number of turns ---------------------------------------------------------------------


def one_turn_too_few(w, b, points, lr=0.1, steps=10):
    return [_turn(step, w, b, points, lr) for step in range(steps - 1)]


def first_turn_left_out(w, b, points, lr=0.1, steps=10):
    return [_turn(step, w, b, points, lr) for step in range(1, steps)]


def one_turn_too_many(w, b, points, lr=0.1, steps=10):
    return [_turn(step, w, b, points, lr) for step in range(steps + 1)]


def one_turn_too_many_from_one(w, b, points, lr=0.1, steps=10):
    return [_turn(step, w, b, points, lr) for step in range(1, steps + 2)]


def final_row_added(w, b, points, lr=0.1, steps=10):
    rows = [_turn(step, w, b, points, lr) for step in range(steps)]
    return [*rows, (steps, w.data, b.data, mean_squared_loss(w, b, points).data)]


def always_ten(w, b, points, lr=0.1, steps=10):
    return [_turn(step, w, b, points, lr) for step in range(10)]


def one_turn_a_point(w, b, points, lr=0.1, steps=10):
    return [_turn(step, w, b, points, lr) for step in range(len(points))]


def returns_inside_the_loop(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        rows.append(_turn(step, w, b, points, lr))
        return rows
    return rows


def stops_when_small(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        rows.append(_turn(step, w, b, points, lr))
        if rows[-1][3] < 0.01:
            break
    return rows


def stops_before_updating(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        if loss.data < 0.01:
            return [*rows, (step, w.data, b.data, loss.data)]
        rows.append(_turn(step, w, b, points, lr))
    return rows


def stops_when_rising(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        rows.append(_turn(step, w, b, points, lr))
        if len(rows) > 1 and rows[-1][3] > rows[-2][3]:
            break
    return rows


# --- the wrong things in a row ---------------------------------------------------------------------


def steps_from_one(w, b, points, lr=0.1, steps=10):
    return [_turn(step, w, b, points, lr) for step in range(1, steps + 1)]


def only_last_row(w, b, points, lr=0.1, steps=10):
    return [_turn(step, w, b, points, lr) for step in range(steps)][-1:]


def last_row_bare(w, b, points, lr=0.1, steps=10):
    return [_turn(step, w, b, points, lr) for step in range(steps)][-1]


def nothing_returned(w, b, points, lr=0.1, steps=10):
    for step in range(steps):
        _turn(step, w, b, points, lr)


def no_rows(w, b, points, lr=0.1, steps=10):
    for step in range(steps):
        _turn(step, w, b, points, lr)
    return []


def parameters_returned(w, b, points, lr=0.1, steps=10):
    for step in range(steps):
        _turn(step, w, b, points, lr)
    return w, b


def final_numbers_returned(w, b, points, lr=0.1, steps=10):
    for step in range(steps):
        _turn(step, w, b, points, lr)
    return w.data, b.data


def w_returned(w, b, points, lr=0.1, steps=10):
    for step in range(steps):
        _turn(step, w, b, points, lr)
    return w


def last_loss_returned(w, b, points, lr=0.1, steps=10):
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        _turn(step, w, b, points, lr)
    return loss


def b_returned(w, b, points, lr=0.1, steps=10):
    for step in range(steps):
        _turn(step, w, b, points, lr)
    return b.data


def rows_and_parameters(w, b, points, lr=0.1, steps=10):
    return [_turn(step, w, b, points, lr) for step in range(steps)], w, b


def parameters_and_rows(w, b, points, lr=0.1, steps=10):
    rows = [_turn(step, w, b, points, lr) for step in range(steps)]
    return w, b, rows


def rows_and_final_numbers(w, b, points, lr=0.1, steps=10):
    return [_turn(step, w, b, points, lr) for step in range(steps)], w.data, b.data


def losses_only(w, b, points, lr=0.1, steps=10):
    return [_turn(step, w, b, points, lr)[3] for step in range(steps)]


def without_step(w, b, points, lr=0.1, steps=10):
    return [_turn(step, w, b, points, lr)[1:] for step in range(steps)]


def without_parameters(w, b, points, lr=0.1, steps=10):
    rows = [_turn(step, w, b, points, lr) for step in range(steps)]
    return [(step, loss) for step, _, _, loss in rows]


def without_b(w, b, points, lr=0.1, steps=10):
    rows = [_turn(step, w, b, points, lr) for step in range(steps)]
    return [(step, now_w, loss) for step, now_w, _, loss in rows]


def without_w(w, b, points, lr=0.1, steps=10):
    rows = [_turn(step, w, b, points, lr) for step in range(steps)]
    return [(step, now_b, loss) for step, _, now_b, loss in rows]


def without_loss(w, b, points, lr=0.1, steps=10):
    return [_turn(step, w, b, points, lr)[:3] for step in range(steps)]


def w_and_b_as_pair(w, b, points, lr=0.1, steps=10):
    rows = [_turn(step, w, b, points, lr) for step in range(steps)]
    return [(step, (now_w, now_b), loss) for step, now_w, now_b, loss in rows]


def w_and_b_as_list(w, b, points, lr=0.1, steps=10):
    rows = [_turn(step, w, b, points, lr) for step in range(steps)]
    return [(step, [now_w, now_b], loss) for step, now_w, now_b, loss in rows]


def columns(w, b, points, lr=0.1, steps=10):
    rows = [_turn(step, w, b, points, lr) for step in range(steps)]
    return tuple(list(column) for column in zip(*rows, strict=True))


def one_flat_list(w, b, points, lr=0.1, steps=10):
    return [entry for step in range(steps) for entry in _turn(step, w, b, points, lr)]


def as_dicts(w, b, points, lr=0.1, steps=10):
    rows = [_turn(step, w, b, points, lr) for step in range(steps)]
    return [{"step": step, "w": now_w, "b": now_b, "loss": loss} for step, now_w, now_b, loss in rows]


def columns_in_a_dict(w, b, points, lr=0.1, steps=10):
    rows = [_turn(step, w, b, points, lr) for step in range(steps)]
    return dict(zip(("step", "w", "b", "loss"), map(list, zip(*rows, strict=True)), strict=True))


def loss_before_parameters(w, b, points, lr=0.1, steps=10):
    rows = [_turn(step, w, b, points, lr) for step in range(steps)]
    return [(step, loss, now_w, now_b) for step, now_w, now_b, loss in rows]


def loss_before_b(w, b, points, lr=0.1, steps=10):
    rows = [_turn(step, w, b, points, lr) for step in range(steps)]
    return [(step, now_w, loss, now_b) for step, now_w, now_b, loss in rows]


def w_before_step(w, b, points, lr=0.1, steps=10):
    rows = [_turn(step, w, b, points, lr) for step in range(steps)]
    return [(now_w, step, now_b, loss) for step, now_w, now_b, loss in rows]


def b_before_w(w, b, points, lr=0.1, steps=10):
    rows = [_turn(step, w, b, points, lr) for step in range(steps)]
    return [(step, now_b, now_w, loss) for step, now_w, now_b, loss in rows]


def step_last(w, b, points, lr=0.1, steps=10):
    rows = [_turn(step, w, b, points, lr) for step in range(steps)]
    return [(now_w, now_b, loss, step) for step, now_w, now_b, loss in rows]


def gradients_too(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        dw, db = gradients(w.data, b.data, points)
        rows.append((*_turn(step, w, b, points, lr), dw, db))
    return rows


def gradients_for_parameters(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        dw, db = gradients(w.data, b.data, points)
        _, _, _, loss = _turn(step, w, b, points, lr)
        rows.append((step, dw, db, loss))
    return rows


def sum_of_losses(w, b, points, lr=0.1, steps=10):
    rows = [_turn(step, w, b, points, lr) for step in range(steps)]
    return [(step, now_w, now_b, loss * len(points)) for step, now_w, now_b, loss in rows]


def rounded(w, b, points, lr=0.1, steps=10):
    rows = [_turn(step, w, b, points, lr) for step in range(steps)]
    return [(step, round(now_w, 4), round(now_b, 4), round(loss, 4)) for step, now_w, now_b, loss in rows]


def rounded_to_two(w, b, points, lr=0.1, steps=10):
    rows = [_turn(step, w, b, points, lr) for step in range(steps)]
    return [(step, round(now_w, 2), round(now_b, 2), round(loss, 2)) for step, now_w, now_b, loss in rows]


def rounded_to_three(w, b, points, lr=0.1, steps=10):
    rows = [_turn(step, w, b, points, lr) for step in range(steps)]
    return [(step, round(now_w, 3), round(now_b, 3), round(loss, 3)) for step, now_w, now_b, loss in rows]


def as_text(w, b, points, lr=0.1, steps=10):
    rows = [_turn(step, w, b, points, lr) for step in range(steps)]
    return [f"{step} {now_w} {now_b} {loss}" for step, now_w, now_b, loss in rows]


def loss_is_a_value(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss))
        _turn(step, w, b, points, lr)
    return rows


def parameters_are_values(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        _, _, _, loss = _turn(step, w, b, points, lr)
        rows.append((step, w, b, loss))
    return rows


def all_are_values(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w, b, loss))
        _turn(step, w, b, points, lr)
    return rows


def one_row_for_all(w, b, points, lr=0.1, steps=10):
    rows = []
    row = [0, 0.0, 0.0, 0.0]
    for step in range(steps):
        row[:] = _turn(step, w, b, points, lr)
        rows.append(row)
    return rows


def rows_multiplied(w, b, points, lr=0.1, steps=10):
    rows = [[0, 0.0, 0.0, 0.0]] * steps
    for step in range(steps):
        rows[step][:] = _turn(step, w, b, points, lr)
    return rows


def one_row_that_grows(w, b, points, lr=0.1, steps=10):
    rows = []
    row = []
    for step in range(steps):
        row += _turn(step, w, b, points, lr)
        rows.append(row)
    return rows


# --- rows at the wrong moment ----------------------------------------------------------------------


def all_after_the_update(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        _turn(step, w, b, points, lr)
        rows.append((step, w.data, b.data, mean_squared_loss(w, b, points).data))
    return rows


def parameters_after_the_update(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        _, _, _, loss = _turn(step, w, b, points, lr)
        rows.append((step, w.data, b.data, loss))
    return rows


def loss_after_the_update(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        _, before_w, before_b, _ = _turn(step, w, b, points, lr)
        rows.append((step, before_w, before_b, mean_squared_loss(w, b, points).data))
    return rows


def two_steps_a_row(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        rows.append(_turn(step, w, b, points, lr))
        _turn(step, w, b, points, lr)
    return rows


# --- what is left behind ---------------------------------------------------------------------------


def reset_before_backward(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        w.grad = b.grad = 0.0
        loss.backward()
        update([w, b], lr)
    return rows


def one_left_behind(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        b.grad = 0.0
        loss.backward()
        update([w, b], lr)
        w.grad = 0.0
    return rows


def other_left_behind(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        w.grad = 0.0
        loss.backward()
        update([w, b], lr)
        b.grad = 0.0
    return rows


def formula_with_gradients_in_them(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        w.grad, b.grad = gradients(w.data, b.data, points)
        update([w, b], lr)
    return rows


def reset_to_none(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        update([w, b], lr)
        w.grad = b.grad = None
    return rows


def data_reset(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        update([w, b], lr)
        w.data = b.data = 0.0
    return rows


def step_stored_in_both(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        w, b = update([w, b], lr)
        w.grad = b.grad = 0.0
    return rows


def step_stored_in_each(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        w = update([w], lr)
        b = update([b], lr)
        w.grad = b.grad = 0.0
    return rows


def step_stored_in_data(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        w.data, b.data = update([w, b], lr)
        w.grad = b.grad = 0.0
    return rows


def no_row_once_the_loss_rises(w, b, points, lr=0.1, steps=10):
    rows, best = [], None
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        if best is not None and loss.data > best:
            break
        best = loss.data
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        update([w, b], lr)
        w.grad = b.grad = 0.0
    return rows
