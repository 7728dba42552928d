"""Wrong versions of `train` that learn as they should, or would, and differ in what they record or how often.

`_turn` is one right turn of the loop; it returns that turn's row.
"""

from tests.first_loop.misconceptions.reference import _turn, squared_loss, update

# --- the wrong number of turns -----------------------------------------------------------------------


def one_turn_too_few(w, x, y, lr=0.1, steps=10):
    return [_turn(step, w, x, y, lr) for step in range(steps - 1)]


def first_turn_left_out(w, x, y, lr=0.1, steps=10):
    return [_turn(step, w, x, y, lr) for step in range(1, steps)]


def one_turn_too_many(w, x, y, lr=0.1, steps=10):
    return [_turn(step, w, x, y, lr) for step in range(steps + 1)]


def final_row_added(w, x, y, lr=0.1, steps=10):
    rows = [_turn(step, w, x, y, lr) for step in range(steps)]
    return [*rows, (steps, w.data, squared_loss(w, x, y).data)]


def one_row_for_all(w, x, y, lr=0.1, steps=10):
    row = [0, 0.0, 0.0]
    rows = []
    for step in range(steps):
        row[:] = _turn(step, w, x, y, lr)
        rows.append(row)
    return rows


def first_row_left_out(w, x, y, lr=0.1, steps=10):
    return [_turn(step, w, x, y, lr) for step in range(steps)][1:]


def last_row_left_out(w, x, y, lr=0.1, steps=10):
    return [_turn(step, w, x, y, lr) for step in range(steps)][:-1]


def always_ten(w, x, y, lr=0.1, steps=10):
    return [_turn(step, w, x, y, lr) for step in range(10)]


def returns_inside_the_loop(w, x, y, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        rows.append(_turn(step, w, x, y, lr))
        return rows
    return rows


def returns_inside_without_reset(w, x, y, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = squared_loss(w, x, y)
        rows.append((step, w.data, loss.data))
        loss.backward()
        update(w, lr)
        return rows
    return rows


def stops_when_small(w, x, y, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        rows.append(_turn(step, w, x, y, lr))
        if rows[-1][2] < 0.01:
            break
    return rows


def stops_before_updating(w, x, y, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = squared_loss(w, x, y)
        if loss.data < 0.01:
            return [*rows, (step, w.data, loss.data)]
        rows.append(_turn(step, w, x, y, lr))
    return rows


def goes_on_while_large(w, x, y, lr=0.1, steps=10):
    rows = []
    while len(rows) < steps and squared_loss(w, x, y).data > 0.01:
        rows.append(_turn(len(rows), w, x, y, lr))
    return rows


# --- arguments that are not used ---------------------------------------------------------------------


def fixed_rate(w, x, y, lr=0.1, steps=10):
    return [_turn(step, w, x, y, 0.1) for step in range(steps)]


def fixed_x(w, x, y, lr=0.1, steps=10):
    return [_turn(step, w, 2.0, y, lr) for step in range(steps)]


def fixed_y(w, x, y, lr=0.1, steps=10):
    return [_turn(step, w, x, 4.0, lr) for step in range(steps)]


def fixed_x_and_y(w, x, y, lr=0.1, steps=10):
    return [_turn(step, w, 2.0, 4.0, lr) for step in range(steps)]


def page_example(w, x, y, lr=0.1, steps=10):
    return [_turn(step, w, 3.0, 3.0, lr) for step in range(steps)]


def page_rate(w, x, y, lr=0.1, steps=10):
    return [_turn(step, w, x, y, 0.02) for step in range(steps)]


def page_example_and_rate(w, x, y, lr=0.1, steps=10):
    return [_turn(step, w, 3.0, 3.0, 0.02) for step in range(steps)]


def x_and_y_swapped(w, x, y, lr=0.1, steps=10):
    return [_turn(step, w, y, x, lr) for step in range(steps)]


def rate_shrinks(w, x, y, lr=0.1, steps=10):
    return [_turn(step, w, x, y, lr / (step + 1)) for step in range(steps)]


def rate_decays(w, x, y, lr=0.1, steps=10):
    return [_turn(step, w, x, y, lr * 0.9**step) for step in range(steps)]


def rate_decays_fast(w, x, y, lr=0.1, steps=10):
    return [_turn(step, w, x, y, lr * 0.5**step) for step in range(steps)]


# --- the wrong things in a row -----------------------------------------------------------------------


def steps_from_one(w, x, y, lr=0.1, steps=10):
    return [_turn(step, w, x, y, lr) for step in range(1, steps + 1)]


def only_last_row(w, x, y, lr=0.1, steps=10):
    return [_turn(step, w, x, y, lr) for step in range(steps)][-1:]


def appended_after_the_loop(w, x, y, lr=0.1, steps=10):
    rows = []
    for _ in range(steps):
        loss = squared_loss(w, x, y)
        loss.backward()
        update(w, lr)
        w.grad = 0.0
    rows.append((steps - 1, w.data, loss.data))
    return rows


def rows_of_all_calls(w, x, y, lr=0.1, steps=10, rows=[]):  # noqa: B006
    for step in range(steps):
        rows.append(_turn(step, w, x, y, lr))
    return rows


def yields_its_rows(w, x, y, lr=0.1, steps=10):
    for step in range(steps):
        yield _turn(step, w, x, y, lr)


def last_row_bare(w, x, y, lr=0.1, steps=10):
    return [_turn(step, w, x, y, lr) for step in range(steps)][-1]


def nothing_returned(w, x, y, lr=0.1, steps=10):
    for step in range(steps):
        _turn(step, w, x, y, lr)


def no_rows(w, x, y, lr=0.1, steps=10):
    for step in range(steps):
        _turn(step, w, x, y, lr)
    return []


def w_returned(w, x, y, lr=0.1, steps=10):
    for step in range(steps):
        _turn(step, w, x, y, lr)
    return w


def final_w_returned(w, x, y, lr=0.1, steps=10):
    for step in range(steps):
        _turn(step, w, x, y, lr)
    return w.data


def rows_and_w(w, x, y, lr=0.1, steps=10):
    return [_turn(step, w, x, y, lr) for step in range(steps)], w


def rows_and_final_w(w, x, y, lr=0.1, steps=10):
    return [_turn(step, w, x, y, lr) for step in range(steps)], w.data


def losses_only(w, x, y, lr=0.1, steps=10):
    return [_turn(step, w, x, y, lr)[2] for step in range(steps)]


def without_step(w, x, y, lr=0.1, steps=10):
    return [_turn(step, w, x, y, lr)[1:] for step in range(steps)]


def without_w(w, x, y, lr=0.1, steps=10):
    return [(step, _turn(step, w, x, y, lr)[2]) for step in range(steps)]


def three_lists(w, x, y, lr=0.1, steps=10):
    rows = [_turn(step, w, x, y, lr) for step in range(steps)]
    return tuple(list(column) for column in zip(*rows, strict=True))


def one_flat_list(w, x, y, lr=0.1, steps=10):
    return [entry for step in range(steps) for entry in _turn(step, w, x, y, lr)]


def as_dicts(w, x, y, lr=0.1, steps=10):
    rows = [_turn(step, w, x, y, lr) for step in range(steps)]
    return [{"step": step, "w": data, "loss": loss} for step, data, loss in rows]


def columns_in_a_dict(w, x, y, lr=0.1, steps=10):
    rows = [_turn(step, w, x, y, lr) for step in range(steps)]
    return dict(zip(("step", "w", "loss"), map(list, zip(*rows, strict=True)), strict=True))


def dict_by_step(w, x, y, lr=0.1, steps=10):
    rows = [_turn(step, w, x, y, lr) for step in range(steps)]
    return {step: (data, loss) for step, data, loss in rows}


def loss_before_w(w, x, y, lr=0.1, steps=10):
    rows = [_turn(step, w, x, y, lr) for step in range(steps)]
    return [(step, loss, data) for step, data, loss in rows]


def gradient_for_loss(w, x, y, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        before, gradient = w.data, 2 * (w.data * x - y) * x
        _turn(step, w, x, y, lr)
        rows.append((step, before, gradient))
    return rows


def rounded(w, x, y, lr=0.1, steps=10):
    rows = [_turn(step, w, x, y, lr) for step in range(steps)]
    return [(step, round(data, 4), round(loss, 4)) for step, data, loss in rows]


def rounded_to_two(w, x, y, lr=0.1, steps=10):
    rows = [_turn(step, w, x, y, lr) for step in range(steps)]
    return [(step, round(data, 2), round(loss, 2)) for step, data, loss in rows]


def rounded_to_three(w, x, y, lr=0.1, steps=10):
    rows = [_turn(step, w, x, y, lr) for step in range(steps)]
    return [(step, round(data, 3), round(loss, 3)) for step, data, loss in rows]


def as_text(w, x, y, lr=0.1, steps=10):
    rows = [_turn(step, w, x, y, lr) for step in range(steps)]
    return [f"{step} {data} {loss}" for step, data, loss in rows]


def loss_is_a_value(w, x, y, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = squared_loss(w, x, y)
        rows.append((step, w.data, loss))
        _turn(step, w, x, y, lr)
    return rows


def w_is_a_value(w, x, y, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        _, _, loss = _turn(step, w, x, y, lr)
        rows.append((step, w, loss))
    return rows


def both_are_values(w, x, y, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = squared_loss(w, x, y)
        rows.append((step, w, loss))
        _turn(step, w, x, y, lr)
    return rows


# --- rows at the wrong moment --------------------------------------------------------------------------


def all_after_the_update(w, x, y, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        _turn(step, w, x, y, lr)
        rows.append((step, w.data, squared_loss(w, x, y).data))
    return rows


def w_after_the_update(w, x, y, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        _, _, loss = _turn(step, w, x, y, lr)
        rows.append((step, w.data, loss))
    return rows


def loss_after_the_update(w, x, y, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        _, before, _ = _turn(step, w, x, y, lr)
        rows.append((step, before, squared_loss(w, x, y).data))
    return rows


def two_steps_a_row(w, x, y, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        rows.append(_turn(step, w, x, y, lr))
        squared_loss(w, x, y).backward()
        update(w, lr)
        w.grad = 0.0
    return rows
