"""Wrong versions of `gradients`, as they would be written."""

from tests.two_parameters.misconceptions.reference import POINTS, Value, loss_at, mean_squared_loss

# --- which mean --------------------------------------------------------------------------------------


def sum_for_mean(w, b, points):
    dw = sum(2 * (w * x + b - y) * x for x, y in points)
    db = sum(2 * (w * x + b - y) for x, y in points)
    return dw, db


def only_dw_divided(w, b, points):
    dw = sum(2 * (w * x + b - y) * x for x, y in points) / len(points)
    db = sum(2 * (w * x + b - y) for x, y in points)
    return dw, db


def only_db_divided(w, b, points):
    dw = sum(2 * (w * x + b - y) * x for x, y in points)
    db = sum(2 * (w * x + b - y) for x, y in points) / len(points)
    return dw, db


def n_of_a_point(w, b, points):
    dw = db = 0.0
    for point in points:
        x, y = point
        dw += 2 * (w * x + b - y) * x
        db += 2 * (w * x + b - y)
    return dw / len(point), db / len(point)


def n_of_the_lesson(w, b, points):
    dw = sum(2 * (w * x + b - y) * x for x, y in points) / 4
    db = sum(2 * (w * x + b - y) for x, y in points) / 4
    return dw, db


def one_less_than_n(w, b, points):
    dw = sum(2 * (w * x + b - y) * x for x, y in points) / (len(points) - 1)
    db = sum(2 * (w * x + b - y) for x, y in points) / (len(points) - 1)
    return dw, db


def one_less_than_n_guarded(w, b, points):
    n = max(1, len(points) - 1)
    dw = sum(2 * (w * x + b - y) * x for x, y in points) / n
    db = sum(2 * (w * x + b - y) for x, y in points) / n
    return dw, db


def last_position_for_n(w, b, points):
    dw = db = 0.0
    for i, (x, y) in enumerate(points):  # noqa: B007
        dw += 2 * (w * x + b - y) * x
        db += 2 * (w * x + b - y)
    return dw / i, db / i


def divided_twice(w, b, points):
    n = len(points)
    dw = sum(2 * (w * x + b - y) * x / n for x, y in points) / n
    db = sum(2 * (w * x + b - y) / n for x, y in points) / n
    return dw, db


def divided_in_every_turn(w, b, points):
    dw = db = 0.0
    for x, y in points:
        dw += 2 * (w * x + b - y) * x
        db += 2 * (w * x + b - y)
        dw /= len(points)
        db /= len(points)
    return dw, db


def multiplied_by_n(w, b, points):
    n = len(points)
    dw = sum(2 * (w * x + b - y) * x for x, y in points) * n
    db = sum(2 * (w * x + b - y) for x, y in points) * n
    return dw, db


def product_of_means(w, b, points):
    n = len(points)
    error = sum(w * x + b - y for x, y in points) / n
    x_mean = sum(x for x, _ in points) / n
    return 2 * error * x_mean, 2 * error


def product_of_sum_and_last_x(w, b, points):
    error = 0.0
    for x, y in points:
        error += w * x + b - y
    return 2 * error * x / len(points), 2 * error / len(points)


def product_of_sums(w, b, points):
    n = len(points)
    error = sum(w * x + b - y for x, y in points)
    return 2 * error * sum(x for x, _ in points) / n, 2 * error / n


# --- which factors -----------------------------------------------------------------------------------


def two_missing(w, b, points):
    dw = sum((w * x + b - y) * x for x, y in points) / len(points)
    db = sum((w * x + b - y) for x, y in points) / len(points)
    return dw, db


def two_missing_and_sum(w, b, points):
    dw = sum((w * x + b - y) * x for x, y in points)
    db = sum((w * x + b - y) for x, y in points)
    return dw, db


def two_missing_in_db(w, b, points):
    dw = sum(2 * (w * x + b - y) * x for x, y in points) / len(points)
    db = sum((w * x + b - y) for x, y in points) / len(points)
    return dw, db


def two_missing_in_dw(w, b, points):
    dw = sum((w * x + b - y) * x for x, y in points) / len(points)
    db = sum(2 * (w * x + b - y) for x, y in points) / len(points)
    return dw, db


def four_for_two(w, b, points):
    dw = sum(4 * (w * x + b - y) * x for x, y in points) / len(points)
    db = sum(4 * (w * x + b - y) for x, y in points) / len(points)
    return dw, db


def x_missing_in_dw(w, b, points):
    dw = sum(2 * (w * x + b - y) for x, y in points) / len(points)
    db = sum(2 * (w * x + b - y) for x, y in points) / len(points)
    return dw, db


def x_in_both(w, b, points):
    dw = sum(2 * (w * x + b - y) * x for x, y in points) / len(points)
    db = sum(2 * (w * x + b - y) * x for x, y in points) / len(points)
    return dw, db


def x_squared(w, b, points):
    dw = sum(2 * (w * x + b - y) * x * x for x, y in points) / len(points)
    db = sum(2 * (w * x + b - y) for x, y in points) / len(points)
    return dw, db


def x_added(w, b, points):
    dw = sum(2 * (w * x + b - y) + x for x, y in points) / len(points)
    db = sum(2 * (w * x + b - y) for x, y in points) / len(points)
    return dw, db


def size_of_x(w, b, points):
    dw = sum(2 * (w * x + b - y) * abs(x) for x, y in points) / len(points)
    db = sum(2 * (w * x + b - y) for x, y in points) / len(points)
    return dw, db


def y_for_x(w, b, points):
    dw = sum(2 * (w * x + b - y) * y for x, y in points) / len(points)
    db = sum(2 * (w * x + b - y) for x, y in points) / len(points)
    return dw, db


def w_and_b_as_factors(w, b, points):
    dw = sum(2 * (w * x + b - y) * w for x, y in points) / len(points)
    db = sum(2 * (w * x + b - y) * b for x, y in points) / len(points)
    return dw, db


def b_as_factor(w, b, points):
    dw = sum(2 * (w * x + b - y) * x for x, y in points) / len(points)
    db = sum(2 * (w * x + b - y) * b for x, y in points) / len(points)
    return dw, db


def w_as_factor(w, b, points):
    dw = sum(2 * (w * x + b - y) * x * w for x, y in points) / len(points)
    db = sum(2 * (w * x + b - y) for x, y in points) / len(points)
    return dw, db


# --- which error -------------------------------------------------------------------------------------


def w_in_place_of_x(w, b, points):
    dw = sum(2 * (w * x + b - y) * w for x, y in points) / len(points)
    db = sum(2 * (w * x + b - y) for x, y in points) / len(points)
    return dw, db


def sign_lost(w, b, points):
    dw = sum(2 * (y - (w * x + b)) * x for x, y in points) / len(points)
    db = sum(2 * (y - (w * x + b)) for x, y in points) / len(points)
    return dw, db


def sign_lost_in_dw(w, b, points):
    dw = sum(2 * (y - (w * x + b)) * x for x, y in points) / len(points)
    db = sum(2 * (w * x + b - y) for x, y in points) / len(points)
    return dw, db


def sign_lost_in_db(w, b, points):
    dw = sum(2 * (w * x + b - y) * x for x, y in points) / len(points)
    db = sum(2 * (y - (w * x + b)) for x, y in points) / len(points)
    return dw, db


def minus_before_the_bracket_forgotten(w, b, points):
    dw = sum(-2 * (y - w * x + b) * x for x, y in points) / len(points)
    db = sum(-2 * (y - w * x + b) for x, y in points) / len(points)
    return dw, db


def still_squared(w, b, points):
    dw = sum(2 * (w * x + b - y) ** 2 * x for x, y in points) / len(points)
    db = sum(2 * (w * x + b - y) ** 2 for x, y in points) / len(points)
    return dw, db


def squared_without_two(w, b, points):
    dw = sum((w * x + b - y) ** 2 * x for x, y in points) / len(points)
    db = sum((w * x + b - y) ** 2 for x, y in points) / len(points)
    return dw, db


def of_unsquared_errors(w, b, points):
    dw = sum(x for x, _ in points) / len(points)
    return dw, 1.0


def of_distances(w, b, points):
    dw = sum((x if w * x + b > y else -x) for x, y in points) / len(points)
    db = sum((1 if w * x + b > y else -1) for x, y in points) / len(points)
    return dw, db


def sizes_of_errors(w, b, points):
    dw = sum(2 * abs(w * x + b - y) * x for x, y in points) / len(points)
    db = sum(2 * abs(w * x + b - y) for x, y in points) / len(points)
    return dw, db


def b_left_out(w, b, points):
    dw = sum(2 * (w * x - y) * x for x, y in points) / len(points)
    db = sum(2 * (w * x - y) for x, y in points) / len(points)
    return dw, db


def b_left_out_in_dw(w, b, points):
    dw = sum(2 * (w * x - y) * x for x, y in points) / len(points)
    db = sum(2 * (w * x + b - y) for x, y in points) / len(points)
    return dw, db


def each_with_itself_only(w, b, points):
    dw = sum(2 * (w * x - y) * x for x, y in points) / len(points)
    db = sum(2 * (b - y) for _, y in points) / len(points)
    return dw, db


def db_of_b_alone(w, b, points):
    dw = sum(2 * (w * x + b - y) * x for x, y in points) / len(points)
    db = sum(2 * (b - y) for _, y in points) / len(points)
    return dw, db


def y_left_out(w, b, points):
    dw = sum(2 * (w * x + b) * x for x, _ in points) / len(points)
    db = sum(2 * (w * x + b) for x, _ in points) / len(points)
    return dw, db


def y_added(w, b, points):
    dw = sum(2 * (w * x + b + y) * x for x, y in points) / len(points)
    db = sum(2 * (w * x + b + y) for x, y in points) / len(points)
    return dw, db


def w_and_b_swapped(w, b, points):
    dw = sum(2 * (b * x + w - y) * x for x, y in points) / len(points)
    db = sum(2 * (b * x + w - y) for x, y in points) / len(points)
    return dw, db


def x_and_y_swapped(w, b, points):
    dw = sum(2 * (w * x + b - y) * x for y, x in points) / len(points)
    db = sum(2 * (w * x + b - y) for y, x in points) / len(points)
    return dw, db


# --- which points ------------------------------------------------------------------------------------


def last_point(w, b, points):
    for x, y in points:
        dw = 2 * (w * x + b - y) * x
        db = 2 * (w * x + b - y)
    return dw, db


def last_point_divided(w, b, points):
    for x, y in points:
        dw = 2 * (w * x + b - y) * x
        db = 2 * (w * x + b - y)
    return dw / len(points), db / len(points)


def last_point_in_db(w, b, points):
    dw = 0.0
    for x, y in points:
        error = w * x + b - y
        dw += 2 * error * x
    return dw / len(points), 2 * error


def last_point_in_db_divided(w, b, points):
    dw = 0.0
    for x, y in points:
        error = w * x + b - y
        dw += 2 * error * x
    return dw / len(points), 2 * error / len(points)


def first_point(w, b, points):
    for x, y in points:
        dw = 2 * (w * x + b - y) * x
        db = 2 * (w * x + b - y)
        return dw, db


def first_point_divided(w, b, points):
    dw = db = 0.0
    for x, y in points:
        dw += 2 * (w * x + b - y) * x
        db += 2 * (w * x + b - y)
        return dw / len(points), db / len(points)


def zero_dropped(w, b, points):
    dw = sum(2 * (w * x + b - y) * x for x, y in points if x) / len(points)
    db = sum(2 * (w * x + b - y) for x, y in points if x) / len(points)
    return dw, db


def zero_dropped_and_not_counted(w, b, points):
    kept = [(x, y) for x, y in points if x]
    dw = sum(2 * (w * x + b - y) * x for x, y in kept) / len(kept)
    db = sum(2 * (w * x + b - y) for x, y in kept) / len(kept)
    return dw, db


def equal_x_lost(w, b, points):
    kept = dict(points)
    dw = sum(2 * (w * x + b - y) * x for x, y in kept.items()) / len(kept)
    db = sum(2 * (w * x + b - y) for x, y in kept.items()) / len(kept)
    return dw, db


def equal_x_lost_but_counted(w, b, points):
    kept = dict(points)
    dw = sum(2 * (w * x + b - y) * x for x, y in kept.items()) / len(points)
    db = sum(2 * (w * x + b - y) for x, y in kept.items()) / len(points)
    return dw, db


def equal_points_lost(w, b, points):
    kept = set(points)
    dw = sum(2 * (w * x + b - y) * x for x, y in kept) / len(kept)
    db = sum(2 * (w * x + b - y) for x, y in kept) / len(kept)
    return dw, db


def without_the_first(w, b, points):
    dw = sum(2 * (w * x + b - y) * x for x, y in points[1:]) / len(points)
    db = sum(2 * (w * x + b - y) for x, y in points[1:]) / len(points)
    return dw, db


def without_the_last(w, b, points):
    dw = sum(2 * (w * x + b - y) * x for x, y in points[:-1]) / len(points)
    db = sum(2 * (w * x + b - y) for x, y in points[:-1]) / len(points)
    return dw, db


def past_the_end(w, b, points):
    dw = db = 0.0
    for i in range(len(points) + 1):
        x, y = points[i]
        dw += 2 * (w * x + b - y) * x
        db += 2 * (w * x + b - y)
    return dw / len(points), db / len(points)


def points_of_the_lesson(w, b, points):
    dw = sum(2 * (w * x + b - y) * x for x, y in POINTS) / len(POINTS)
    db = sum(2 * (w * x + b - y) for x, y in POINTS) / len(POINTS)
    return dw, db


def points_unpacked_as_columns(w, b, points):
    xs, ys = points
    dw = sum(2 * (w * x + b - y) * x for x, y in zip(xs, ys, strict=True)) / len(xs)
    db = sum(2 * (w * x + b - y) for x, y in zip(xs, ys, strict=True)) / len(xs)
    return dw, db


def points_as_array(w, b, points):
    dw = db = 0.0
    for i in range(len(points)):
        error = w * points[i, 0] + b - points[i, 1]
        dw += 2 * error * points[i, 0]
        db += 2 * error
    return dw / len(points), db / len(points)


def points_as_objects(w, b, points):
    dw = sum(2 * (w * point.x + b - point.y) * point.x for point in points) / len(points)
    db = sum(2 * (w * point.x + b - point.y) for point in points) / len(points)
    return dw, db


# --- what is returned --------------------------------------------------------------------------------


def swapped_order(w, b, points):
    dw = sum(2 * (w * x + b - y) * x for x, y in points) / len(points)
    db = sum(2 * (w * x + b - y) for x, y in points) / len(points)
    return db, dw


def only_dw(w, b, points):
    return sum(2 * (w * x + b - y) * x for x, y in points) / len(points)


def only_db(w, b, points):
    return sum(2 * (w * x + b - y) for x, y in points) / len(points)


def only_dw_in_a_tuple(w, b, points):
    return (sum(2 * (w * x + b - y) * x for x, y in points) / len(points),)


def only_db_in_a_tuple(w, b, points):
    return (sum(2 * (w * x + b - y) for x, y in points) / len(points),)


def both_added(w, b, points):
    dw = sum(2 * (w * x + b - y) * x for x, y in points) / len(points)
    db = sum(2 * (w * x + b - y) for x, y in points) / len(points)
    return dw + db


def one_pair_for_each_point(w, b, points):
    return [(2 * (w * x + b - y) * x, 2 * (w * x + b - y)) for x, y in points]


def one_list_for_each(w, b, points):
    dw = [2 * (w * x + b - y) * x for x, y in points]
    db = [2 * (w * x + b - y) for x, y in points]
    return dw, db


def as_dict(w, b, points):
    dw = sum(2 * (w * x + b - y) * x for x, y in points) / len(points)
    db = sum(2 * (w * x + b - y) for x, y in points) / len(points)
    return {"dw": dw, "db": db}


def as_dict_of_parameters(w, b, points):
    dw = sum(2 * (w * x + b - y) * x for x, y in points) / len(points)
    db = sum(2 * (w * x + b - y) for x, y in points) / len(points)
    return {"w": dw, "b": db}


def as_values(w, b, points):
    dw = sum(2 * (w * x + b - y) * x for x, y in points) / len(points)
    db = sum(2 * (w * x + b - y) for x, y in points) / len(points)
    return Value(dw), Value(db)


def as_parameters(w, b, points):
    w, b = Value(w), Value(b)
    mean_squared_loss(w, b, points).backward()
    return w, b


def with_the_loss(w, b, points):
    dw = sum(2 * (w * x + b - y) * x for x, y in points) / len(points)
    db = sum(2 * (w * x + b - y) for x, y in points) / len(points)
    return loss_at(w, b, points), dw, db


def with_the_loss_behind(w, b, points):
    dw = sum(2 * (w * x + b - y) * x for x, y in points) / len(points)
    db = sum(2 * (w * x + b - y) for x, y in points) / len(points)
    return dw, db, loss_at(w, b, points)


def the_loss_itself(w, b, points):
    return loss_at(w, b, points)


def nothing_returned(w, b, points):
    dw = sum(2 * (w * x + b - y) * x for x, y in points) / len(points)  # noqa: F841
    db = sum(2 * (w * x + b - y) for x, y in points) / len(points)  # noqa: F841


def rounded_to_two(w, b, points):
    dw = sum(2 * (w * x + b - y) * x for x, y in points) / len(points)
    db = sum(2 * (w * x + b - y) for x, y in points) / len(points)
    return round(dw, 2), round(db, 2)


def rounded_to_four(w, b, points):
    dw = sum(2 * (w * x + b - y) * x for x, y in points) / len(points)
    db = sum(2 * (w * x + b - y) for x, y in points) / len(points)
    return round(dw, 4), round(db, 4)


def whole_division(w, b, points):
    dw = sum(2 * (w * x + b - y) * x for x, y in points) // len(points)
    db = sum(2 * (w * x + b - y) for x, y in points) // len(points)
    return dw, db


def two_over_n_whole(w, b, points):
    n = len(points)
    dw = 2 // n * sum((w * x + b - y) * x for x, y in points)
    db = 2 // n * sum(w * x + b - y for x, y in points)
    return dw, db


def one_over_n_whole(w, b, points):
    share = 1 // len(points)
    dw = share * sum(2 * (w * x + b - y) * x for x, y in points)
    db = share * sum(2 * (w * x + b - y) for x, y in points)
    return dw, db


def new_parameters(w, b, points):
    dw = sum(2 * (w * x + b - y) * x for x, y in points) / len(points)
    db = sum(2 * (w * x + b - y) for x, y in points) / len(points)
    return w - 0.1 * dw, b - 0.1 * db


def steps_for_gradients(w, b, points):
    dw = sum(2 * (w * x + b - y) * x for x, y in points) / len(points)
    db = sum(2 * (w * x + b - y) for x, y in points) / len(points)
    return -0.1 * dw, -0.1 * db


def expects_values(w, b, points):
    dw = sum(2 * (w.data * x + b.data - y) * x for x, y in points) / len(points)
    db = sum(2 * (w.data * x + b.data - y) for x, y in points) / len(points)
    return dw, db


def loss_of_numbers(w, b, points):
    mean_squared_loss(w, b, points).backward()
    return w.grad, b.grad


def measured_with_a_large_nudge(w, b, points):
    h = 0.01
    dw = (loss_at(w + h, b, points) - loss_at(w, b, points)) / h
    db = (loss_at(w, b + h, points) - loss_at(w, b, points)) / h
    return dw, db


def measured_with_a_small_nudge(w, b, points):
    h = 0.001
    dw = (loss_at(w + h, b, points) - loss_at(w, b, points)) / h
    db = (loss_at(w, b + h, points) - loss_at(w, b, points)) / h
    return dw, db


def measured_with_a_tiny_nudge(w, b, points):
    h = 0.0001
    dw = (loss_at(w + h, b, points) - loss_at(w, b, points)) / h
    db = (loss_at(w, b + h, points) - loss_at(w, b, points)) / h
    return dw, db
