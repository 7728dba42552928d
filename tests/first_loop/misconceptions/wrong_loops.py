"""Wrong versions of `train`. `squared_loss`, `update` and the engine are right."""

from tests.first_loop.misconceptions.reference import Value, squared_loss, update

# --- resets ----------------------------------------------------------------------------------------


def no_reset(w, x, y, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = squared_loss(w, x, y)
        rows.append((step, w.data, loss.data))
        loss.backward()
        update(w, lr)
    return rows


def reset_after_the_loop(w, x, y, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = squared_loss(w, x, y)
        rows.append((step, w.data, loss.data))
        loss.backward()
        update(w, lr)
    w.grad = 0.0
    return rows


def reset_before_backward(w, x, y, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = squared_loss(w, x, y)
        rows.append((step, w.data, loss.data))
        w.grad = 0.0
        loss.backward()
        update(w, lr)
    return rows


def loss_reset_instead(w, x, y, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = squared_loss(w, x, y)
        rows.append((step, w.data, loss.data))
        loss.backward()
        update(w, lr)
        loss.grad = 0.0
    return rows


def reset_too_early(w, x, y, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = squared_loss(w, x, y)
        rows.append((step, w.data, loss.data))
        loss.backward()
        w.grad = 0.0
        update(w, lr)
    return rows


def reset_to_none(w, x, y, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = squared_loss(w, x, y)
        rows.append((step, w.data, loss.data))
        loss.backward()
        update(w, lr)
        w.grad = None
    return rows


def data_reset(w, x, y, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = squared_loss(w, x, y)
        rows.append((step, w.data, loss.data))
        loss.backward()
        update(w, lr)
        w.data = 0.0
    return rows


def step_stored_in_data(w, x, y, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = squared_loss(w, x, y)
        rows.append((step, w.data, loss.data))
        loss.backward()
        w.data = update(w, lr)
        w.grad = 0.0
    return rows


def step_stored_in_w(w, x, y, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = squared_loss(w, x, y)
        rows.append((step, w.data, loss.data))
        loss.backward()
        w = update(w, lr)
        w.grad = 0.0
    return rows


def step_stored_in_w_after_the_reset(w, x, y, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        w.grad = 0.0
        loss = squared_loss(w, x, y)
        rows.append((step, w.data, loss.data))
        loss.backward()
        w = update(w, lr)
    w.grad = 0.0
    return rows


# --- parts left out, or in the wrong order -----------------------------------------------------------


def no_backward(w, x, y, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = squared_loss(w, x, y)
        rows.append((step, w.data, loss.data))
        update(w, lr)
        w.grad = 0.0
    return rows


def backward_named_only(w, x, y, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = squared_loss(w, x, y)
        rows.append((step, w.data, loss.data))
        loss.backward  # noqa: B018
        update(w, lr)
        w.grad = 0.0
    return rows


def no_update(w, x, y, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = squared_loss(w, x, y)
        rows.append((step, w.data, loss.data))
        loss.backward()
        w.grad = 0.0
    return rows


def no_update_no_reset(w, x, y, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = squared_loss(w, x, y)
        rows.append((step, w.data, loss.data))
        loss.backward()
    return rows


def update_first(w, x, y, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = squared_loss(w, x, y)
        rows.append((step, w.data, loss.data))
        update(w, lr)
        loss.backward()
        w.grad = 0.0
    return rows


def update_one_turn_late(w, x, y, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = squared_loss(w, x, y)
        rows.append((step, w.data, loss.data))
        update(w, lr)
        w.grad = 0.0
        loss.backward()
    return rows


def stale_graph(w, x, y, lr=0.1, steps=10):
    rows = []
    loss = squared_loss(w, x, y)
    for step in range(steps):
        rows.append((step, w.data, loss.data))
        loss.backward()
        update(w, lr)
        w.grad = 0.0
    return rows


def stale_graph_no_pile(w, x, y, lr=0.1, steps=10):
    rows = []
    loss = squared_loss(w, x, y)
    loss.backward()
    for step in range(steps):
        rows.append((step, w.data, loss.data))
        update(w, lr)
    w.grad = 0.0
    return rows


def stale_graph_no_reset(w, x, y, lr=0.1, steps=10):
    rows = []
    loss = squared_loss(w, x, y)
    for step in range(steps):
        rows.append((step, w.data, loss.data))
        loss.backward()
        update(w, lr)
    return rows


def stale_graph_fresh_loss(w, x, y, lr=0.1, steps=10):
    rows = []
    loss = squared_loss(w, x, y)
    for step in range(steps):
        rows.append((step, w.data, squared_loss(w, x, y).data))
        loss.backward()
        update(w, lr)
        w.grad = 0.0
    return rows


def stale_prediction(w, x, y, lr=0.1, steps=10):
    rows = []
    y_hat = w * x
    for step in range(steps):
        loss = (y_hat - y).square()
        rows.append((step, w.data, loss.data))
        loss.backward()
        update(w, lr)
        w.grad = 0.0
    return rows


def one_gradient_for_all(w, x, y, lr=0.1, steps=10):
    rows = []
    squared_loss(w, x, y).backward()
    for step in range(steps):
        rows.append((step, w.data, squared_loss(w, x, y).data))
        update(w, lr)
    w.grad = 0.0
    return rows


def uphill(w, x, y, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = squared_loss(w, x, y)
        rows.append((step, w.data, loss.data))
        loss.backward()
        w.data += lr * w.grad
        w.grad = 0.0
    return rows


def updated_twice(w, x, y, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = squared_loss(w, x, y)
        rows.append((step, w.data, loss.data))
        loss.backward()
        update(w, lr)
        w.data -= lr * w.grad
        w.grad = 0.0
    return rows


def backward_twice(w, x, y, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = squared_loss(w, x, y)
        rows.append((step, w.data, loss.data))
        loss.backward()
        squared_loss(w, x, y).backward()
        update(w, lr)
        w.grad = 0.0
    return rows


def one_graph_backward_twice(w, x, y, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = squared_loss(w, x, y)
        rows.append((step, w.data, loss.data))
        loss.backward()
        loss.backward()
        update(w, lr)
        w.grad = 0.0
    return rows


# --- numbers that are not the caller's ----------------------------------------------------------------


def clips_at_one(w, x, y, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = squared_loss(w, x, y)
        rows.append((step, w.data, loss.data))
        loss.backward()
        w.grad = max(-1.0, min(1.0, w.grad))
        update(w, lr)
        w.grad = 0.0
    return rows


def clips_at_five(w, x, y, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = squared_loss(w, x, y)
        rows.append((step, w.data, loss.data))
        loss.backward()
        w.grad = max(-5.0, min(5.0, w.grad))
        update(w, lr)
        w.grad = 0.0
    return rows


def clips_at_ten(w, x, y, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = squared_loss(w, x, y)
        rows.append((step, w.data, loss.data))
        loss.backward()
        w.grad = max(-10.0, min(10.0, w.grad))
        update(w, lr)
        w.grad = 0.0
    return rows


def loop_of_the_page(w, x, y, lr=0.1, steps=10):
    rows = []
    loss = squared_loss(w, 3.0, 3.0)
    for step in range(steps):
        rows.append((step, w.data, loss.data))
        loss.backward()
        update(w, 0.02)
        w.grad = 0.0
    return rows


# --- another w -----------------------------------------------------------------------------------------


def works_on_a_copy(w, x, y, lr=0.1, steps=10):
    rows = []
    w = Value(w.data)
    for step in range(steps):
        loss = squared_loss(w, x, y)
        rows.append((step, w.data, loss.data))
        loss.backward()
        update(w, lr)
        w.grad = 0.0
    return rows


def new_value_each_turn(w, x, y, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = squared_loss(w, x, y)
        rows.append((step, w.data, loss.data))
        loss.backward()
        w = Value(w.data - lr * w.grad)
    return rows


def rebound_each_turn(w, x, y, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = squared_loss(w, x, y)
        rows.append((step, w.data, loss.data))
        loss.backward()
        w = w - lr * w.grad
        w.grad = 0.0
    return rows


def update_arguments_swapped(w, x, y, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = squared_loss(w, x, y)
        rows.append((step, w.data, loss.data))
        loss.backward()
        update(lr, w)
        w.grad = 0.0
    return rows


def update_of_a_number(w, x, y, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = squared_loss(w, x, y)
        rows.append((step, w.data, loss.data))
        loss.backward()
        update(w.data, lr)
        w.grad = 0.0
    return rows


def loss_of_a_number(w, x, y, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = squared_loss(w.data, x, y)
        rows.append((step, w.data, loss.data))
        loss.backward()
        update(w, lr)
        w.grad = 0.0
    return rows


def backward_from_w(w, x, y, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = squared_loss(w, x, y)
        rows.append((step, w.data, loss.data))
        w.backward()
        update(w, lr)
        w.grad = 0.0
    return rows


def backward_of_a_number(w, x, y, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = squared_loss(w, x, y).data
        rows.append((step, w.data, loss))
        loss.backward()
        update(w, lr)
        w.grad = 0.0
    return rows


def new_value_as_reset(w, x, y, lr=0.1, steps=10):
    rows = []
    for step in range(steps):
        loss = squared_loss(w, x, y)
        rows.append((step, w.data, loss.data))
        loss.backward()
        update(w, lr)
        w = Value(w.data)
    return rows


def starts_over(w, x, y, lr=0.1, steps=10):
    rows = []
    start = w.data
    for step in range(steps):
        w.data = start
        loss = squared_loss(w, x, y)
        rows.append((step, w.data, loss.data))
        loss.backward()
        update(w, lr)
        w.grad = 0.0
    return rows


def put_back_at_the_end(w, x, y, lr=0.1, steps=10):
    rows = []
    start = w.data
    for step in range(steps):
        loss = squared_loss(w, x, y)
        rows.append((step, w.data, loss.data))
        loss.backward()
        update(w, lr)
        w.grad = 0.0
    w.data = start
    return rows


def starts_at_minus_one(w, x, y, lr=0.1, steps=10):
    rows = []
    w.data = -1.0
    for step in range(steps):
        loss = squared_loss(w, x, y)
        rows.append((step, w.data, loss.data))
        loss.backward()
        update(w, lr)
        w.grad = 0.0
    return rows


def own_w(w, x, y, lr=0.1, steps=10):
    rows = []
    w = Value(-1.0)
    for step in range(steps):
        loss = squared_loss(w, x, y)
        rows.append((step, w.data, loss.data))
        loss.backward()
        update(w, lr)
        w.grad = 0.0
    return rows
