"""Wrong versions of `train`, in how w and b move. Loss, formula, `update` and the engine are right."""

from tests.two_parameters.misconceptions.reference import (
    POINTS,
    Value,
    _turn,
    gradients,
    loss_at,
    mean_squared_loss,
    predict,
    update,
)

# --- resets ----------------------------------------------------------------------------------------


def no_reset(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        update([w, b], lr)
    return rows


def reset_after_the_loop(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        update([w, b], lr)
    w.grad = 0.0
    b.grad = 0.0
    return rows


def reset_before_the_loop(w, b, points, lr=0.1, steps=10):
    rows = []
    w.grad = 0.0
    b.grad = 0.0
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        update([w, b], lr)
    return rows


def no_reset_of_b(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        update([w, b], lr)
        w.grad = 0.0
    return rows


def no_reset_of_b_before(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        w.grad = 0.0
        loss.backward()
        update([w, b], lr)
    return rows


def b_reset_after_the_loop(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        update([w, b], lr)
        w.grad = 0.0
    b.grad = 0.0
    return rows


def no_reset_of_w(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        update([w, b], lr)
        b.grad = 0.0
    return rows


def w_reset_after_the_loop(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        update([w, b], lr)
        b.grad = 0.0
    w.grad = 0.0
    return rows


def reset_too_early(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        w.grad = 0.0
        b.grad = 0.0
        update([w, b], lr)
    return rows


def b_reset_too_early(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        b.grad = 0.0
        update([w, b], lr)
        w.grad = 0.0
    return rows


def w_reset_too_early(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        w.grad = 0.0
        update([w, b], lr)
        b.grad = 0.0
    return rows


# --- parts left out, or in the wrong order ---------------------------------------------------------


def no_backward(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        update([w, b], lr)
        w.grad = b.grad = 0.0
    return rows


def no_update(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        w.grad = b.grad = 0.0
    return rows


def no_update_no_reset(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
    return rows


def update_first(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        update([w, b], lr)
        loss.backward()
        w.grad = b.grad = 0.0
    return rows


def update_one_turn_late(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        update([w, b], lr)
        w.grad = b.grad = 0.0
        loss.backward()
    return rows


def stale_graph(w, b, points, lr=0.1, steps=10):
    rows = []
    loss = mean_squared_loss(w, b, points)
    for step in range(steps):
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        update([w, b], lr)
        w.grad = b.grad = 0.0
    return rows


def stale_graph_no_reset(w, b, points, lr=0.1, steps=10):
    rows = []
    loss = mean_squared_loss(w, b, points)
    for step in range(steps):
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        update([w, b], lr)
    return rows


def stale_graph_fresh_loss(w, b, points, lr=0.1, steps=10):
    rows = []
    loss = mean_squared_loss(w, b, points)
    for step in range(steps):
        rows.append((step, w.data, b.data, mean_squared_loss(w, b, points).data))
        loss.backward()
        update([w, b], lr)
        w.grad = b.grad = 0.0
    return rows


def stale_predictions(w, b, points, lr=0.1, steps=10):
    rows = []
    predictions = [predict(w, b, x) for x, _ in points]
    for step in range(steps):
        total = 0.0
        for y_hat, (_, y) in zip(predictions, points, strict=True):
            total = total + (y_hat - y).square()
        loss = total / len(points)
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        update([w, b], lr)
        w.grad = b.grad = 0.0
    return rows


def one_gradient_for_all(w, b, points, lr=0.1, steps=10):
    rows = []
    mean_squared_loss(w, b, points).backward()
    for step in range(steps):
        rows.append((step, w.data, b.data, mean_squared_loss(w, b, points).data))
        update([w, b], lr)
    w.grad = b.grad = 0.0
    return rows


def one_gradient_and_loss_for_all(w, b, points, lr=0.1, steps=10):
    rows = []
    loss = mean_squared_loss(w, b, points)
    loss.backward()
    for step in range(steps):
        rows.append((step, w.data, b.data, loss.data))
        update([w, b], lr)
    w.grad = b.grad = 0.0
    return rows


def one_formula_for_all(w, b, points, lr=0.1, steps=10):
    rows = []
    dw, db = gradients(w.data, b.data, points)
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        w.data -= lr * dw
        b.data -= lr * db
    return rows


def updated_twice(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        update([w, b], lr)
        w.data -= lr * w.grad
        b.data -= lr * b.grad
        w.grad = b.grad = 0.0
    return rows


def two_graphs_gone_backward(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        mean_squared_loss(w, b, points).backward()
        update([w, b], lr)
        w.grad = b.grad = 0.0
    return rows


def one_graph_backward_twice(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        loss.backward()
        update([w, b], lr)
        w.grad = b.grad = 0.0
    return rows


def update_inside_the_reset_loop(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        for parameter in [w, b]:
            update([w, b], lr)
            parameter.grad = 0.0
    return rows


def uphill(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        w.data += lr * w.grad
        b.data += lr * b.grad
        w.grad = b.grad = 0.0
    return rows


# --- one parameter, then the other -----------------------------------------------------------------


def b_at_the_new_w(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        update([w], lr)
        w.grad = b.grad = 0.0
        mean_squared_loss(w, b, points).backward()
        update([b], lr)
        w.grad = b.grad = 0.0
    return rows


def b_at_both_places(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        update([w], lr)
        w.grad = 0.0
        loss = mean_squared_loss(w, b, points)
        loss.backward()
        update([b], lr)
        w.grad = b.grad = 0.0
    return rows


def w_at_the_new_b(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        update([b], lr)
        w.grad = b.grad = 0.0
        mean_squared_loss(w, b, points).backward()
        update([w], lr)
        w.grad = b.grad = 0.0
    return rows


def w_and_b_in_turns(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        update([[w, b][step % 2]], lr)
        w.grad = b.grad = 0.0
    return rows


def only_w_moves(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        update([w], lr)
        w.grad = b.grad = 0.0
    return rows


def only_w_moves_and_is_reset(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        update([w], lr)
        w.grad = 0.0
    return rows


def only_b_moves(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        update([b], lr)
        w.grad = b.grad = 0.0
    return rows


def w_moves_twice(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        update([w, w], lr)
        w.grad = b.grad = 0.0
    return rows


def gradients_swapped(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        db, dw = gradients(w.data, b.data, points)
        w.data -= lr * dw
        b.data -= lr * db
    return rows


def one_gradient_for_both(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        w.data -= lr * w.grad
        b.data -= lr * w.grad
        w.grad = b.grad = 0.0
    return rows


def other_gradient_for_both(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        w.data -= lr * b.grad
        b.data -= lr * b.grad
        w.grad = b.grad = 0.0
    return rows


def w_and_b_swapped(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(b, w, points)
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        update([w, b], lr)
        w.grad = b.grad = 0.0
    return rows


def b_moves_uphill(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        w.data -= lr * w.grad
        b.data += lr * b.grad
        w.grad = b.grad = 0.0
    return rows


# --- not all points at once ------------------------------------------------------------------------


def point_after_point(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        rows.append((step, w.data, b.data, mean_squared_loss(w, b, points).data))
        for point in points:
            mean_squared_loss(w, b, [point]).backward()
            update([w, b], lr)
            w.grad = b.grad = 0.0
    return rows


def point_after_point_own_losses(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        start_w, start_b, total = w.data, b.data, 0.0
        for x, y in points:
            loss = (predict(w, b, x) - y).square()
            total += loss.data
            loss.backward()
            update([w, b], lr)
            w.grad = b.grad = 0.0
        rows.append((step, start_w, start_b, total / len(points)))
    return rows


def point_after_point_with_a_share(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        rows.append((step, w.data, b.data, mean_squared_loss(w, b, points).data))
        for x, y in points:
            loss = (predict(w, b, x) - y).square() / len(points)
            loss.backward()
            update([w, b], lr)
            w.grad = b.grad = 0.0
    return rows


def point_after_point_row_for_each(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        for point in points:
            rows.append(_turn(step, w, b, [point], lr))
    return rows


def point_after_point_last_loss(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        start_w, start_b = w.data, b.data
        for x, y in points:
            loss = (predict(w, b, x) - y).square()
            loss.backward()
            update([w, b], lr)
            w.grad = b.grad = 0.0
        rows.append((step, start_w, start_b, loss.data))
    return rows


def point_after_point_all_points(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        rows.append((step, w.data, b.data, mean_squared_loss(w, b, points).data))
        for _ in points:
            mean_squared_loss(w, b, points).backward()
            update([w, b], lr)
            w.grad = b.grad = 0.0
    return rows


def one_point_a_step(w, b, points, lr=0.1, steps=10):
    return [_turn(step, w, b, [points[step % len(points)]], lr) for step in range(steps)]


def one_point_a_step_whole_loss(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        rows.append((step, w.data, b.data, mean_squared_loss(w, b, points).data))
        _turn(step, w, b, [points[step % len(points)]], lr)
    return rows


def first_point_only(w, b, points, lr=0.1, steps=10):
    return [_turn(step, w, b, points[:1], lr) for step in range(steps)]


def last_point_only(w, b, points, lr=0.1, steps=10):
    return [_turn(step, w, b, points[-1:], lr) for step in range(steps)]


def last_point_of_a_loop(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        rows.append((step, w.data, b.data, mean_squared_loss(w, b, points).data))
        for x, y in points:
            loss = (predict(w, b, x) - y).square()
        loss.backward()
        update([w, b], lr)
        w.grad = b.grad = 0.0
    return rows


def gradients_added_up(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        rows.append((step, w.data, b.data, mean_squared_loss(w, b, points).data))
        for x, y in points:
            (predict(w, b, x) - y).square().backward()
        update([w, b], lr)
        w.grad = b.grad = 0.0
    return rows


def gradients_and_losses_added_up(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        total = 0.0
        for x, y in points:
            loss = (predict(w, b, x) - y).square()
            total += loss.data
            loss.backward()
        rows.append((step, w.data, b.data, total))
        update([w, b], lr)
        w.grad = b.grad = 0.0
    return rows


def mean_taken_again(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        w.grad /= len(points)
        b.grad /= len(points)
        update([w, b], lr)
        w.grad = b.grad = 0.0
    return rows


def rate_divided_by_n(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        update([w, b], lr / len(points))
        w.grad = b.grad = 0.0
    return rows


def points_of_the_lesson(w, b, points, lr=0.1, steps=10):
    return [_turn(step, w, b, POINTS, lr) for step in range(steps)]


# --- numbers that are not the caller's -------------------------------------------------------------


def fixed_rate(w, b, points, lr=0.1, steps=10):
    return [_turn(step, w, b, points, 0.1) for step in range(steps)]


def rate_shrinks(w, b, points, lr=0.1, steps=10):
    return [_turn(step, w, b, points, lr / (step + 1)) for step in range(steps)]


def rate_decays(w, b, points, lr=0.1, steps=10):
    return [_turn(step, w, b, points, lr * 0.9**step) for step in range(steps)]


def rate_halves(w, b, points, lr=0.1, steps=10):
    return [_turn(step, w, b, points, lr * 0.5**step) for step in range(steps)]


def clips_at_one(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        w.grad = max(-1.0, min(1.0, w.grad))
        b.grad = max(-1.0, min(1.0, b.grad))
        update([w, b], lr)
        w.grad = b.grad = 0.0
    return rows


def clips_at_five(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        w.grad = max(-5.0, min(5.0, w.grad))
        b.grad = max(-5.0, min(5.0, b.grad))
        update([w, b], lr)
        w.grad = b.grad = 0.0
    return rows


# --- other parameters ------------------------------------------------------------------------------


def works_on_copies(w, b, points, lr=0.1, steps=10):
    rows = []
    w, b = Value(w.data), Value(b.data)
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        update([w, b], lr)
        w.grad = b.grad = 0.0
    return rows


def new_values_each_turn(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        w, b = Value(w.data - lr * w.grad), Value(b.data - lr * b.grad)
    return rows


def numbers_each_turn(w, b, points, lr=0.1, steps=10):
    rows = []
    now_w, now_b = w.data, b.data
    for step in range(steps):
        rows.append((step, now_w, now_b, mean_squared_loss(Value(now_w), Value(now_b), points).data))
        dw, db = gradients(now_w, now_b, points)
        now_w, now_b = now_w - lr * dw, now_b - lr * db
    return rows


def put_back_at_the_end(w, b, points, lr=0.1, steps=10):
    start_w, start_b = w.data, b.data
    rows = [_turn(step, w, b, points, lr) for step in range(steps)]
    w.data, b.data = start_w, start_b
    return rows


def rebound_each_turn(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        w = w - lr * w.grad
        b = b - lr * b.grad
        w.grad = b.grad = 0.0
    return rows


def new_values_as_reset(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        update([w, b], lr)
        w, b = Value(w.data), Value(b.data)
    return rows


def starts_over(w, b, points, lr=0.1, steps=10):
    rows = []
    start_w, start_b = w.data, b.data
    for step in range(steps):
        w.data, b.data = start_w, start_b
        rows.append(_turn(step, w, b, points, lr))
    return rows


def starts_as_the_lesson(w, b, points, lr=0.1, steps=10):
    w.data, b.data = -1.0, 3.0
    return [_turn(step, w, b, points, lr) for step in range(steps)]


def starts_as_the_lesson_anew(w, b, points, lr=0.1, steps=10):
    w, b = Value(-1.0), Value(3.0)
    return [_turn(step, w, b, points, lr) for step in range(steps)]


def starts_at_zero(w, b, points, lr=0.1, steps=10):
    w.data, b.data = 0.0, 0.0
    return [_turn(step, w, b, points, lr) for step in range(steps)]


def starts_at_zero_anew(w, b, points, lr=0.1, steps=10):
    w, b = Value(0.0), Value(0.0)
    return [_turn(step, w, b, points, lr) for step in range(steps)]


def values_into_the_formula(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        dw, db = gradients(w, b, points)
        w.data -= lr * dw
        b.data -= lr * db
    return rows


def two_arguments_for_a_list(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        update(w, lr)
        update(b, lr)
        w.grad = b.grad = 0.0
    return rows


def three_arguments_for_two(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        update(w, b, lr)
        w.grad = b.grad = 0.0
    return rows


def numbers_into_the_loss(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w.data, b.data, points)
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        update([w, b], lr)
        w.grad = b.grad = 0.0
    return rows


def numbers_into_a_loss_with_powers(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = loss_at(w.data, b.data, points)  # what a loss written with `** 2` makes of plain numbers
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        update([w, b], lr)
        w.grad = b.grad = 0.0
    return rows


def numbers_into_update(w, b, points, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = mean_squared_loss(w, b, points)
        rows.append((step, w.data, b.data, loss.data))
        loss.backward()
        update([w.data, b.data], lr)
        w.grad = b.grad = 0.0
    return rows
